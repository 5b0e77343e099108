#include <array>
#include <string>
#include <string_view>

#include "sim/world/run.h"

namespace brusio::sim {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t ns;
};

// From the longest; "m" is tried after "ms" could have been.
constexpr std::array units{Unit{"h", 3'600'000'000'000}, Unit{"m", 60'000'000'000},
                           Unit{"s", 1'000'000'000}, Unit{"ms", 1'000'000}};
constexpr std::int64_t amount_max = 1'000'000;

}  // namespace

std::optional<Duration> duration_from(std::string_view text) {
    std::int64_t total = 0;
    if (text.empty()) return std::nullopt;
    while (!text.empty()) {
        std::int64_t amount = 0;
        std::size_t digits = 0;
        for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
            amount = amount * 10 + (text[digits] - '0');
            if (amount > amount_max) return std::nullopt;
        }
        if (digits == 0) return std::nullopt;
        text.remove_prefix(digits);
        const std::string_view name =
            text.substr(0, std::min(text.find_first_of("0123456789"), text.size()));
        const Unit* found = nullptr;
        for (const Unit& unit : units) {
            if (unit.name == name) found = &unit;
        }
        if (found == nullptr) return std::nullopt;
        total += amount * found->ns;
        text.remove_prefix(name.size());
    }
    if (total <= 0) return std::nullopt;
    return Duration{total};
}

std::string duration_text(Duration span) {
    std::string text;
    std::int64_t left = span.count();
    for (const Unit& unit : units) {
        const std::int64_t amount = left / unit.ns;
        if (amount == 0) continue;
        text += std::to_string(amount);
        text += unit.name;
        left %= unit.ns;
    }
    return text.empty() ? "0s" : text;
}

}  // namespace brusio::sim
