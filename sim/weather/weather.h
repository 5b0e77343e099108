#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/time.h"
#include "sim/time/distribution.h"
#include "sim/weather/server_weather.h"

namespace brusio::sim {

/// What the bytes of one person's links go through, how often things break, and how the server's
/// machine fares. A plain value: a test takes a profile and changes what it is about.
struct Weather {
    std::string_view name = "calm";
    std::string_view summary;

    // The way of a byte, each direction for itself.
    Delay latency;
    std::uint64_t bytes_per_second = 0;  // 0: no limit
    std::size_t window_bytes = 64 * 1024;

    // What one write becomes.
    std::uint32_t fragment_per_mille = 0;     // it arrives in a few pieces, cut anywhere
    std::uint32_t dribble_per_mille = 0;      // it arrives byte by byte
    Duration fragment_gap{0};                 // at most this long between two pieces
    std::size_t cut_every_bytes = 0;          // it is cut after each so many bytes; 0: not
    std::uint32_t short_write_per_mille = 0;  // the stream takes only a part for now
    Duration short_write_pause = std::chrono::milliseconds{2};  // at most
    std::uint32_t hold_per_mille = 0;  // it is held back, so that several arrive in one read
    Duration hold_for{0};              // at most

    // Connecting.
    std::uint32_t refuse_per_mille = 0;
    std::uint32_t dial_timeout_per_mille = 0;
    Duration dial_timeout = std::chrono::seconds{20};

    // Faults: the mean time between two of a kind on one line; 0: never.
    Duration reset_every{0};   // both ends see it; bytes on their way are lost
    Duration vanish_every{0};  // the wire is cut and neither end is told
    Duration clog_every{0};    // one direction stands still, then all arrives at once
    Duration clog_for{0};      // mean

    ServerWeather server{};  // that of the world counts; a line has no use for it

    friend bool operator==(const Weather&, const Weather&) = default;

    /// True if nothing in it may cost anybody a link or a message.
    [[nodiscard]] bool keeps_links() const {
        return refuse_per_mille == 0 && dial_timeout_per_mille == 0 && reset_every.count() == 0 &&
               vanish_every.count() == 0 && server.keeps_links();
    }
};

/// All profiles, from the mildest to the worst.
[[nodiscard]] std::span<const Weather> weather_profiles();
/// None if no profile has that name.
[[nodiscard]] std::optional<Weather> weather_named(std::string_view name);

}  // namespace brusio::sim
