#include <algorithm>

#include "server-app/config_key_kinds.h"
#include "server-app/config_keys.h"

namespace brusio::server {

namespace {

using session::GatewayConfig;

GatewayConfig& newest(AppConfig& c) { return c.server.gateways.back(); }

ConfigError check_newest_gateway(const AppConfig& c) {
    const auto& gateways = c.server.gateways;
    const GatewayConfig& row = gateways.back();
    if (row.name.empty() || row.password_hash.empty() || row.addresses.empty()) {
        return "a [[gateway]] section needs its name, its password_hash and its addresses";
    }
    const auto same_name =
        std::count_if(gateways.begin(), gateways.end(),
                      [&](const GatewayConfig& other) { return other.name == row.name; });
    if (same_name == 1) return std::nullopt;
    return "there are two gateways '" + row.name + "'";
}

}  // namespace

ConfigSection gateway_section() {
    return {"gateway",
            "A web gateway that may say where its clients come from (WEBIRC); repeat the section "
            "for\nmore. Its addresses are not held to links_per_address_max, those of its clients "
            "are.",
            [](AppConfig& c) { c.server.gateways.emplace_back(); },
            check_newest_gateway,
            [](const AppConfig& c) { return c.server.gateways.size(); },
            "[[gateway]]\n"
            "name = \"webchat\"\n"
            "password_hash = \"\"  # what 'brusiod hash-password' prints\n"
            "addresses = [\"192.0.2.7\"]  # where it connects from\n"};
}

std::vector<ConfigKey> gateway_keys() {
    std::vector<ConfigKey> keys;
    keys.push_back(text_key(
        "gateway", "name", "What WHOIS and the log call it. One word.",
        [](AppConfig& c) -> std::string& { return newest(c).name; }, one_word));
    keys.push_back(text_key(
        "gateway", "password_hash", "As 'brusiod hash-password' prints it.",
        [](AppConfig& c) -> std::string& { return newest(c).password_hash; }, password_hash));
    keys.push_back(texts_key(
        "gateway", "addresses",
        "Addresses and ranges that it connects from. Its exemption from links_per_address_max\n"
        "takes effect at the next start.",
        [](AppConfig& c) -> std::vector<std::string>& { return newest(c).addresses; },
        address_range));
    return keys;
}

std::vector<std::string> unlimited_addresses(const AppConfig& config) {
    std::vector<std::string> addresses = config.exempt_addresses;
    for (const GatewayConfig& row : config.server.gateways) {
        addresses.insert(addresses.end(), row.addresses.begin(), row.addresses.end());
    }
    return addresses;
}

}  // namespace brusio::server
