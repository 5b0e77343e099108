#include "server-app/config_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

namespace brusio::server {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t size;
};
// The biggest first.
constexpr std::array<Unit, 4> time_units{
    {{"h", 3'600'000'000'000}, {"m", 60'000'000'000}, {"s", 1'000'000'000}, {"ms", 1'000'000}}};
constexpr std::array<Unit, 3> byte_units{{{"MiB", 1'048'576}, {"KiB", 1'024}, {"", 1}}};

template <std::size_t Count>
std::optional<std::int64_t> parse_with_unit(std::string_view text,
                                            const std::array<Unit, Count>& units) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || number < 0) return std::nullopt;
    const std::string_view name = text.substr(static_cast<std::size_t>(stop - text.data()));
    for (const Unit& unit : units) {
        if (unit.name != name) continue;
        if (number > std::numeric_limits<std::int64_t>::max() / unit.size) return std::nullopt;
        return number * unit.size;
    }
    return std::nullopt;
}

template <std::size_t Count>
std::string text_with_unit(std::int64_t value, const std::array<Unit, Count>& units) {
    for (const Unit& unit : units) {
        if (value % unit.size == 0 && (value != 0 || &unit == &units.back())) {
            return std::to_string(value / unit.size) + std::string{unit.name};
        }
    }
    return std::to_string(value / units.back().size) + std::string{units.back().name};
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

}  // namespace

Result<Duration, std::string> parse_duration(std::string_view text) {
    const std::optional<std::int64_t> ns = parse_with_unit(text, time_units);
    if (ns) return Duration{*ns};
    return Err{"'" + std::string{text} + "' is no span of time: write it as 500ms, 90s, 10m or 2h"};
}

std::string duration_text(Duration duration) {
    return text_with_unit(duration.count(), time_units);
}

Result<std::int64_t, std::string> parse_bytes(std::string_view text) {
    const std::optional<std::int64_t> bytes = parse_with_unit(text, byte_units);
    if (bytes) return *bytes;
    return Err{"'" + std::string{text} + "' is no number of bytes: write it as 512, 16KiB or 1MiB"};
}

std::string bytes_text(std::int64_t bytes) { return text_with_unit(bytes, byte_units); }

std::string toml_quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            std::array<char, 8> buffer{};
            std::snprintf(buffer.data(), buffer.size(), "\\u%04X", static_cast<unsigned>(byte));
            result += buffer.data();
        } else {
            result += c;
        }
    }
    return result + '"';
}

std::string toml_text(const ConfigValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&value)) return toml_quoted(*text);
    std::string result = "[";
    for (const std::string& item : std::get<std::vector<std::string>>(value)) {
        if (result.size() > 1) result += ", ";
        result += toml_quoted(item);
    }
    return result + ']';
}

std::optional<std::string> nearest_name(std::string_view name,
                                        const std::vector<std::string>& names) {
    std::optional<std::string> nearest;
    std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const std::string& candidate : names) {
        const std::size_t distance = edit_distance(name, candidate);
        if (distance >= least) continue;
        least = distance;
        nearest = candidate;
    }
    return nearest;
}

}  // namespace brusio::server
