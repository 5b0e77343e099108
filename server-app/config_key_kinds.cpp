#include "server-app/config_key_kinds.h"

#include <algorithm>
#include <utility>

#include "core/base/ip_address.h"

namespace brusio::server {

namespace {

/// `show` has a configuration that it must not change, the finders give a member to change.
template <class At>
auto shown(const At& at, const AppConfig& config) {
    AppConfig copy = config;
    return std::decay_t<decltype(at(copy))>(at(copy));
}

ConfigError wrong_kind(std::string_view wanted) { return "this key takes " + std::string{wanted}; }

ConfigError out_of_range(const std::string& least, const std::string& most) {
    return "it must be between " + least + " and " + most;
}

}  // namespace

ConfigKey text_key(std::string_view section, std::string_view name, std::string_view doc, TextAt at,
                   TextCheck check) {
    ConfigKey key{section, name, doc, {}, {}};
    key.read = [at, check = std::move(check)](const ConfigValue& value,
                                              AppConfig& config) -> ConfigError {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr) return wrong_kind("a text in quotes");
        if (ConfigError error = check(*text)) return error;
        at(config) = *text;
        return std::nullopt;
    };
    key.show = [at](const AppConfig& config, std::size_t) {
        return ConfigValue{shown(at, config)};
    };
    return key;
}

ConfigKey flag_key(std::string_view section, std::string_view name, std::string_view doc,
                   FlagAt at) {
    ConfigKey key{section, name, doc, {}, {}};
    key.read = [at](const ConfigValue& value, AppConfig& config) -> ConfigError {
        const auto* flag = std::get_if<bool>(&value);
        if (flag == nullptr) return wrong_kind("true or false");
        at(config) = *flag;
        return std::nullopt;
    };
    key.show = [at](const AppConfig& config, std::size_t) {
        return ConfigValue{shown(at, config)};
    };
    return key;
}

ConfigKey texts_key(std::string_view section, std::string_view name, std::string_view doc,
                    TextsAt at, TextCheck check_each) {
    ConfigKey key{section, name, doc, {}, {}};
    key.read = [at, check_each = std::move(check_each)](const ConfigValue& value,
                                                        AppConfig& config) -> ConfigError {
        const auto* texts = std::get_if<std::vector<std::string>>(&value);
        if (texts == nullptr) return wrong_kind("a list of texts, as in [\"one\", \"two\"]");
        for (const std::string& text : *texts) {
            if (ConfigError error = check_each(text)) return error;
        }
        at(config) = *texts;
        return std::nullopt;
    };
    key.show = [at](const AppConfig& config, std::size_t) {
        return ConfigValue{shown(at, config)};
    };
    return key;
}

ConfigKey count_key(std::string_view section, std::string_view name, std::string_view doc,
                    CountAt at, CountRange range) {
    ConfigKey key{section, name, doc, {}, {}};
    key.read = [at, range](const ConfigValue& value, AppConfig& config) -> ConfigError {
        const auto* number = std::get_if<std::int64_t>(&value);
        if (number == nullptr) return wrong_kind("a whole number");
        if (*number < range.least || *number > range.most) {
            return out_of_range(std::to_string(range.least), std::to_string(range.most));
        }
        at.set(config, *number);
        return std::nullopt;
    };
    key.show = [at](const AppConfig& config, std::size_t) { return ConfigValue{at.get(config)}; };
    return key;
}

ConfigKey bytes_key(std::string_view section, std::string_view name, std::string_view doc,
                    CountAt at, CountRange range) {
    ConfigKey key{section, name, doc, {}, {}};
    key.read = [at, range](const ConfigValue& value, AppConfig& config) -> ConfigError {
        std::int64_t bytes = 0;
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            bytes = *number;
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            const auto parsed = parse_bytes(*text);
            if (!parsed) return parsed.error();
            bytes = parsed.value();
        } else {
            return wrong_kind("a number of bytes, as in 512, \"16KiB\" or \"1MiB\"");
        }
        if (bytes < range.least || bytes > range.most) {
            return out_of_range(bytes_text(range.least), bytes_text(range.most));
        }
        at.set(config, bytes);
        return std::nullopt;
    };
    key.show = [at](const AppConfig& config, std::size_t) -> ConfigValue {
        const std::int64_t bytes = at.get(config);
        if (bytes % 1024 != 0 || bytes == 0) return bytes;
        return bytes_text(bytes);
    };
    return key;
}

ConfigKey duration_key(std::string_view section, std::string_view name, std::string_view doc,
                       DurationAt at, DurationRange range) {
    ConfigKey key{section, name, doc, {}, {}};
    key.read = [at, range](const ConfigValue& value, AppConfig& config) -> ConfigError {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr) return wrong_kind("a span of time in quotes, as in \"90s\"");
        const auto duration = parse_duration(*text);
        if (!duration) return duration.error();
        if (duration.value() < range.least || duration.value() > range.most) {
            return out_of_range(duration_text(range.least), duration_text(range.most));
        }
        at(config) = duration.value();
        return std::nullopt;
    };
    key.show = [at](const AppConfig& config, std::size_t) {
        return ConfigValue{duration_text(shown(at, config))};
    };
    return key;
}

ConfigError one_line(const std::string& text) {
    const bool has_control = std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    if (text.empty()) return "it must not be empty";
    if (has_control) return "it must be one line without control characters";
    return std::nullopt;
}

ConfigError one_word(const std::string& text) {
    if (ConfigError error = one_line(text)) return error;
    if (text.find(' ') == std::string::npos && text.front() != ':') return std::nullopt;
    return "it must be one word";
}

ConfigError file_name(const std::string& text) {
    if (text.find_first_not_of(' ') == std::string::npos) {
        return "it must name a file; leave the key out if there is none";
    }
    return one_line(text);
}

TextCheck at_most(std::size_t bytes_max, TextCheck check) {
    return [bytes_max, check = std::move(check)](const std::string& text) -> ConfigError {
        if (ConfigError error = check(text)) return error;
        if (text.size() <= bytes_max) return std::nullopt;
        return "it has " + std::to_string(text.size()) + " bytes; at most " +
               std::to_string(bytes_max) + " reach everybody";
    };
}

ConfigError password_hash(const std::string& text) {
    // $argon2id$v=19$m=65536,t=2,p=1$salt$hash
    constexpr std::string_view kind = "$argon2id$v=";
    const bool is_whole = text.starts_with(kind) && text.back() != '$' &&
                          std::count(text.begin(), text.end(), '$') == 5 &&
                          text.find_first_of(" \t\r\n") == std::string::npos;
    if (text.empty() || is_whole) return std::nullopt;
    return "it must be what 'brusiod hash-password' prints, or empty";
}

ConfigError address_range(const std::string& text) {
    if (IpRange::parse(text)) return std::nullopt;
    return "'" + text + "' is no address and no range of addresses";
}

ConfigKey for_next_start(ConfigKey key) {
    key.is_for_next_start = true;
    return key;
}

}  // namespace brusio::server
