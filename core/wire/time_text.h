#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time.h"

namespace brusio::wire {

/// The text of a point in time, held in place.
class TimeText {
 public:
    explicit TimeText(WallTime at);
    [[nodiscard]] std::string_view view() const { return {text_.data(), text_.size()}; }

 private:
    std::array<char, 24> text_{};
};

/// `2026-11-22T18:40:00.123Z`: UTC with milliseconds, as IRCv3 server-time writes the tag `time`.
/// Times outside the years 0 to 9999 are shown as the nearest within.
[[nodiscard]] inline TimeText time_text(WallTime at) { return TimeText{at}; }

enum class TimeError : std::uint8_t {
    malformed,  // not of this form
    no_such,    // a month, day, hour, minute or second that does not exist
};

/// Reads what time_text() writes. A missing fraction, or one with another number of digits, is
/// accepted (digits past the third are dropped); another time zone than Z is not. A leap second
/// counts as the second before it.
[[nodiscard]] Result<WallTime, TimeError> parse_time(std::string_view text);

/// `timestamp=` and such a text: how CHATHISTORY and MARKREAD name a time.
inline constexpr std::string_view timestamp_key = "timestamp=";
[[nodiscard]] std::string timestamp_param(WallTime at);
/// Nothing if `param` is anything else.
[[nodiscard]] std::optional<WallTime> parse_timestamp_param(std::string_view param);

}  // namespace brusio::wire
