#include "core/session/operators/span_text.h"

#include <algorithm>
#include <cstdint>

#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr Duration span_max = hours{24 * 3652};

std::optional<Duration> unit_of(char letter) {
    switch (letter) {
        case 's':
            return seconds{1};
        case 'm':
            return seconds{60};
        case 'h':
            return hours{1};
        case 'd':
            return hours{24};
        case 'w':
            return hours{24 * 7};
        default:
            return std::nullopt;
    }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes the digits that `text` begins with; larger numbers than any span are all alike.
std::int64_t take_number(std::string_view& text) {
    constexpr std::int64_t number_max = 1'000'000'000;
    std::int64_t number = 0;
    while (!text.empty() && is_digit(text.front())) {
        number = std::min(number_max, number * 10 + (text.front() - '0'));
        text.remove_prefix(1);
    }
    return number;
}

/// `number` units, but no more than the longest span.
Duration times(std::int64_t number, Duration unit) {
    return number >= span_max / unit ? span_max : unit * number;
}

}  // namespace

std::optional<Duration> read_span(std::string_view text, Duration bare_unit) {
    for (const std::string_view word : {"perm", "permanent", "forever"}) {
        if (wire::names_equal(text, word)) return Duration{0};
    }
    Duration span{0};
    if (text.empty()) return std::nullopt;
    while (!text.empty()) {
        if (!is_digit(text.front())) return std::nullopt;
        const std::int64_t number = take_number(text);
        std::optional<Duration> unit = bare_unit;
        if (!text.empty()) {
            unit = unit_of(text.front());
            text.remove_prefix(1);
        }
        if (!unit) return std::nullopt;
        span = std::min(span_max, span + times(number, *unit));
    }
    return span;
}

WallTime end_of_span(WallTime now, Duration span) {
    if (span == Duration{0}) return WallTime{};
    return WallTime{now.unix_ms +
                    std::chrono::duration_cast<std::chrono::milliseconds>(span).count()};
}

std::string until_text(WallTime end) {
    if (end == WallTime{}) return "for good";
    return "until " + std::string{wire::time_text(end).view()};
}

}  // namespace brusio::session
