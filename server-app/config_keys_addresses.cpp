#include <algorithm>

#include "core/session/cloak.h"
#include "server-app/config_key_kinds.h"
#include "server-app/config_keys.h"

namespace brusio::server {

namespace {

ConfigError cloak_suffix_text(const std::string& text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
    const bool ends_well = text.empty() || (text.front() != '.' && text.back() != '.');
    if (plain && ends_well && text.size() <= session::cloak_suffix_bytes_max) return std::nullopt;
    return "it is like the end of a host name: small letters, digits, hyphens and dots, at most 30 "
           "in all";
}

}  // namespace

std::vector<ConfigKey> cloak_keys() {
    std::vector<ConfigKey> keys;
    keys.push_back(flag_key(
        "cloaks", "enabled",
        "Whether others see a cloak instead of somebody's address. Takes effect for links to come.",
        [](AppConfig& c) -> bool& { return c.server.cloaks.enabled; }));
    keys.push_back(text_key(
        "cloaks", "suffix",
        "The end of every cloak, like the end of a host name. Empty: the network's name. Bans on\n"
        "cloaks hold no longer when it changes.",
        [](AppConfig& c) -> std::string& { return c.server.cloaks.suffix; }, cloak_suffix_text));
    return keys;
}

}  // namespace brusio::server
