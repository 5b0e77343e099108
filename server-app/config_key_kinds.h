#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server-app/config_key.h"

namespace brusio::server {

/// The kinds of keys there are. Each maker gives a key whose values are checked before they touch
/// the configuration; `at` finds the member that the key stands for.

using TextAt = std::function<std::string&(AppConfig&)>;
using TextCheck = std::function<ConfigError(const std::string&)>;

[[nodiscard]] ConfigKey text_key(std::string_view section, std::string_view name,
                                 std::string_view doc, TextAt at, TextCheck check);

using TextsAt = std::function<std::vector<std::string>&(AppConfig&)>;
[[nodiscard]] ConfigKey texts_key(std::string_view section, std::string_view name,
                                  std::string_view doc, TextsAt at, TextCheck check_each);

using FlagAt = std::function<bool&(AppConfig&)>;
[[nodiscard]] ConfigKey flag_key(std::string_view section, std::string_view name,
                                 std::string_view doc, FlagAt at);

struct CountRange {
    std::int64_t least = 0;
    std::int64_t most = 0;
};
/// `set` and `get` bridge to whatever integer type the member has.
struct CountAt {
    std::function<void(AppConfig&, std::int64_t)> set;
    std::function<std::int64_t(const AppConfig&)> get;
};
[[nodiscard]] ConfigKey count_key(std::string_view section, std::string_view name,
                                  std::string_view doc, CountAt at, CountRange range);
[[nodiscard]] ConfigKey bytes_key(std::string_view section, std::string_view name,
                                  std::string_view doc, CountAt at, CountRange range);

using DurationAt = std::function<Duration&(AppConfig&)>;
struct DurationRange {
    Duration least{};
    Duration most{};
};
[[nodiscard]] ConfigKey duration_key(std::string_view section, std::string_view name,
                                     std::string_view doc, DurationAt at, DurationRange range);

/// The same key, but a change of it takes effect at the next start alone.
[[nodiscard]] ConfigKey for_next_start(ConfigKey key);

/// A key whose value is one of a few words.
template <class Choice>
[[nodiscard]] ConfigKey choice_key(std::string_view section, std::string_view name,
                                   std::string_view doc,
                                   std::vector<std::pair<std::string, Choice>> choices,
                                   std::function<Choice&(AppConfig&)> at) {
    ConfigKey key{section, name, doc, {}, {}};
    key.read = [choices, at](const ConfigValue& value, AppConfig& config) -> ConfigError {
        std::string names;
        for (const auto& [choice_name, choice] : choices) {
            if (value == ConfigValue{choice_name}) {
                at(config) = choice;
                return std::nullopt;
            }
            names += (names.empty() ? "\"" : ", \"") + choice_name + "\"";
        }
        return "it must be one of " + names;
    };
    key.show = [choices, at](const AppConfig& config, std::size_t) {
        AppConfig copy = config;
        const Choice now = at(copy);
        for (const auto& [choice_name, choice] : choices) {
            if (choice == now) return ConfigValue{choice_name};
        }
        return ConfigValue{std::string{}};
    };
    return key;
}

/// Text that may stand in one protocol line: not empty, no control characters.
[[nodiscard]] ConfigError one_line(const std::string& text);
/// The same without blanks, and not beginning with a colon.
[[nodiscard]] ConfigError one_word(const std::string& text);
/// The name of a file: not empty, for a key that is left out says that there is none.
[[nodiscard]] ConfigError file_name(const std::string& text);
/// `check`, and at most so many bytes, so that what clients are told of it is never cut.
[[nodiscard]] TextCheck at_most(std::size_t bytes_max, TextCheck check);
/// What `brusiod hash-password` prints, or nothing.
[[nodiscard]] ConfigError password_hash(const std::string& text);
/// An address, or a range as in 192.0.2.0/24.
[[nodiscard]] ConfigError address_range(const std::string& text);
/// Accepts everything.
[[nodiscard]] inline ConfigError anything(const std::string&) { return std::nullopt; }

}  // namespace brusio::server
