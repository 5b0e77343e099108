#pragma once

#include <cstdint>

#include "core/base/time.h"
#include "sim/time/distribution.h"

namespace brusio::sim {

/// What the server's machine goes through: its disk, and the life of the program. A plain value,
/// part of a Weather.
struct ServerWeather {
    // What one sync takes; all that comes in meanwhile waits for the next one. Nothing: what is
    // submitted is durable at once.
    Delay sync{};
    std::uint32_t stall_per_mille = 0;  // a sync stands still for a while
    Duration stall_for{0};              // mean
    std::uint32_t fail_per_mille = 0;   // a sync fails; then the server stops and starts again
    Duration full_every{0};             // mean time between two fillings of the disk; 0: never
    Duration full_for{0};               // mean

    // The program is killed and starts again from what is on the disk.
    Duration crash_every{0};                    // mean; 0: never
    std::uint32_t crash_in_sync_per_mille = 0;  // of crashes: waits for a sync and falls into it
    Delay down{Delay::Shape::uniform, std::chrono::milliseconds{500}, std::chrono::seconds{4}};

    friend bool operator==(const ServerWeather&, const ServerWeather&) = default;

    /// True if nothing in it may cost anybody a link.
    [[nodiscard]] bool keeps_links() const {
        return fail_per_mille == 0 && crash_every.count() == 0;
    }
};

}  // namespace brusio::sim
