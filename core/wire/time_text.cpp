#include "core/wire/time_text.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "core/base/assert.h"

namespace brusio::wire {
namespace {

using std::chrono::milliseconds;
using std::chrono::sys_days;

constexpr std::int64_t day_ms = 86'400'000;
constexpr sys_days first_day{std::chrono::year{0} / 1 / 1};
constexpr sys_days last_day{std::chrono::year{9999} / 12 / 31};
constexpr std::int64_t first_ms = first_day.time_since_epoch().count() * day_ms;
constexpr std::int64_t last_ms = (last_day.time_since_epoch().count() + 1) * day_ms - 1;

template <std::size_t Size>
void put_number(std::array<char, Size>& text, std::size_t at, std::size_t digits,
                std::int64_t number) {
    for (std::size_t i = digits; i > 0; --i, number /= 10) {
        text.at(at + i - 1) = static_cast<char>('0' + number % 10);
    }
    BRUSIO_ASSERT(number == 0);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number in the two digits at `text`; -1'000'000 if they are not digits. Every message has a
/// time, so the places are fixed and nothing is cut off.
int two_digits(const char* text) {
    const unsigned tens = static_cast<unsigned char>(text[0]) - unsigned{'0'};
    const unsigned ones = static_cast<unsigned char>(text[1]) - unsigned{'0'};
    return tens <= 9 && ones <= 9 ? static_cast<int>(tens * 10 + ones) : -1'000'000;
}

/// "0000-00-00T00:00:00", whatever the digits are.
bool has_separators(std::string_view text) {
    return text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' &&
           text[16] == ':';
}

/// Takes `[.digits]Z`, all that is left; -1 if that is not what is left.
int take_fraction(std::string_view text) {
    if (!text.ends_with('Z')) return -1;
    text.remove_suffix(1);
    if (text.empty()) return 0;
    if (text.front() != '.' || text.size() == 1) return -1;
    int ms = 0;
    int weight = 100;
    for (const char c : text.substr(1)) {
        if (!is_digit(c)) return -1;
        ms += (c - '0') * weight;
        weight /= 10;
    }
    return ms;
}

}  // namespace

TimeText::TimeText(WallTime at) {
    const std::int64_t unix_ms = std::clamp(at.unix_ms, first_ms, last_ms);
    const auto point = std::chrono::sys_time<milliseconds>{milliseconds{unix_ms}};
    const auto day = std::chrono::floor<std::chrono::days>(point);
    const std::chrono::year_month_day date{day};
    const std::int64_t of_day = (point - day).count();
    constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
    std::copy(form.begin(), form.end(), text_.begin());
    put_number(text_, 0, 4, static_cast<int>(date.year()));
    put_number(text_, 5, 2, static_cast<unsigned>(date.month()));
    put_number(text_, 8, 2, static_cast<unsigned>(date.day()));
    put_number(text_, 11, 2, of_day / 3'600'000);
    put_number(text_, 14, 2, of_day / 60'000 % 60);
    put_number(text_, 17, 2, of_day / 1000 % 60);
    put_number(text_, 20, 3, of_day % 1000);
}

Result<WallTime, TimeError> parse_time(std::string_view text) {
    constexpr std::size_t whole_seconds_bytes = 19;
    if (text.size() < whole_seconds_bytes || !has_separators(text)) {
        return Err{TimeError::malformed};
    }
    const int year = two_digits(text.data()) * 100 + two_digits(text.data() + 2);
    const int month = two_digits(text.data() + 5);
    const int day = two_digits(text.data() + 8);
    const int hour = two_digits(text.data() + 11);
    const int minute = two_digits(text.data() + 14);
    const int second = two_digits(text.data() + 17);
    const int ms = take_fraction(text.substr(whole_seconds_bytes));
    if (std::min({year, month, day, hour, minute, second, ms}) < 0) {
        return Err{TimeError::malformed};
    }
    const auto date = std::chrono::year{year} / month / day;
    if (!date.ok() || hour > 23 || minute > 59 || second > 60) return Err{TimeError::no_such};
    const std::int64_t seconds = hour * 3600 + minute * 60 + std::min(second, 59);
    const std::int64_t days = sys_days{date}.time_since_epoch().count();
    return WallTime{days * day_ms + seconds * 1000 + ms};
}

std::string timestamp_param(WallTime at) {
    return std::string{timestamp_key}.append(time_text(at).view());
}

std::optional<WallTime> parse_timestamp_param(std::string_view param) {
    if (!param.starts_with(timestamp_key)) return std::nullopt;
    const auto time = parse_time(param.substr(timestamp_key.size()));
    return time.ok() ? std::optional{time.value()} : std::nullopt;
}

}  // namespace brusio::wire
