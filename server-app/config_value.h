#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"

namespace brusio::server {

/// A value of the configuration file, free of the library that reads it.
using ConfigValue = std::variant<std::int64_t, bool, std::string, std::vector<std::string>>;

/// Reads "90s", "50ms", "10m", "2h"; the error is a sentence.
[[nodiscard]] Result<Duration, std::string> parse_duration(std::string_view text);
/// The shortest form that `parse_duration` reads back to the same.
[[nodiscard]] std::string duration_text(Duration duration);

/// Reads "512", "16KiB", "1MiB"; the error is a sentence.
[[nodiscard]] Result<std::int64_t, std::string> parse_bytes(std::string_view text);
[[nodiscard]] std::string bytes_text(std::int64_t bytes);

/// A string in TOML's quotes.
[[nodiscard]] std::string toml_quoted(std::string_view text);
/// A value as TOML writes it.
[[nodiscard]] std::string toml_text(const ConfigValue& value);

/// The name nearest to `name` if it is near enough to be what was meant.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view name,
                                                      const std::vector<std::string>& names);

}  // namespace brusio::server
