#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server-app/app_config.h"
#include "server-app/config_value.h"

namespace brusio::server {

/// What is wrong with a value: a sentence, or nothing.
using ConfigError = std::optional<std::string>;

/// One key of the configuration file: what it is called, what it means, how it is read into the
/// configuration and how its value there is written. In a section that repeats, `read` writes to
/// the newest item and `show` is told which one it is asked for.
struct ConfigKey {
    std::string_view section;
    std::string_view name;
    std::string_view doc;  // for the person who edits the file; may have several lines
    std::function<ConfigError(const ConfigValue& value, AppConfig& config)> read;
    std::function<ConfigValue(const AppConfig& config, std::size_t item)> show;
    bool is_for_next_start = false;  // a reload changes nothing of it; never in repeated sections
};

/// One section of the file: `[name]`, or `[[name]]` if it repeats.
struct ConfigSection {
    std::string_view name;
    std::string_view doc;
    /// Only for a section that repeats: begins one more item, says whether it is whole, counts.
    std::function<void(AppConfig&)> begin_item;
    std::function<ConfigError(const AppConfig&)> check_item;
    std::function<std::size_t(const AppConfig&)> count;
    /// Only if there are no items by default: how one would look.
    std::string_view example;
};

}  // namespace brusio::server
