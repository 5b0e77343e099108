#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace brusio::session {

/// How long something lasts, as operators write it: "90s", "30m", "1d12h" with the units s, m, h, d
/// and w; "0", "perm" or "forever" for good, which is a span of 0. A number alone counts
/// `bare_unit`. Nothing if it is none of these; what is longer than ten years lasts ten years.
[[nodiscard]] std::optional<Duration> read_span(std::string_view text, Duration bare_unit);

/// When something ends that begins at `now`; the time 0 if it never does.
[[nodiscard]] WallTime end_of_span(WallTime now, Duration span);

/// "until 2026-11-30T07:00:00.000Z", or "for good" for the time 0.
[[nodiscard]] std::string until_text(WallTime end);

}  // namespace brusio::session
