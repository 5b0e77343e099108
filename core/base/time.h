#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace brusio {

/// A span of time in whole nanoseconds; `std::chrono` literals convert to it.
using Duration = std::chrono::nanoseconds;

/// A point on a clock that never goes back. Its origin means nothing; only differences do.
struct MonoTime {
    Duration since_origin{0};

    constexpr auto operator<=>(const MonoTime&) const = default;
    friend constexpr MonoTime operator+(MonoTime at, Duration by) {
        return MonoTime{at.since_origin + by};
    }
    friend constexpr Duration operator-(MonoTime a, MonoTime b) {
        return a.since_origin - b.since_origin;
    }
};

/// Wall time in milliseconds since 1970-01-01T00:00:00Z, for people's eyes and `server-time`;
/// it may step. Nothing is timed by it.
struct WallTime {
    std::int64_t unix_ms = 0;

    constexpr auto operator<=>(const WallTime&) const = default;
};

/// The one answer to "when is it?" that a driver hands to the core with every input.
struct Now {
    MonoTime mono;
    WallTime wall;
};

}  // namespace brusio
