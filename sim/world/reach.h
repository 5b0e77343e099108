#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/weather/weather.h"

namespace brusio::sim {

/// What a run should get to. A probe that stays at zero shows what was not tried.
enum class Probe : std::uint8_t {
    registered,
    joined,
    spoke_in_room,
    spoke_in_private,
    heard,
    parted,
    renamed,
    kicked,
    topic_set,
    mode_set,
    went_away,
    dial_failed,
    line_reset,
    line_vanished,
    line_clogged,
    line_lost,
    reconnected,
    read_slowly,
    message_failed,
    error_told,
    disk_stalled,
    disk_full,
    refused_when_full,
    sync_failed,
    server_killed,
    crash_in_sync,
    batch_stayed,
    batch_lost,
    rooms_restored,
};
inline constexpr std::size_t probe_count = static_cast<std::size_t>(Probe::rooms_restored) + 1;

/// "spoke in room", as the summary prints it.
[[nodiscard]] std::string_view name_of(Probe probe);

/// False if nothing in this weather can bring a run there, so that it is not missed.
[[nodiscard]] bool is_reachable(Probe probe, const Weather& weather);

/// How often each probe was passed.
class Reach {
 public:
    void pass(Probe probe) { ++counts_[static_cast<std::size_t>(probe)]; }
    [[nodiscard]] std::uint64_t count(Probe probe) const {
        return counts_[static_cast<std::size_t>(probe)];
    }

 private:
    std::array<std::uint64_t, probe_count> counts_{};
};

}  // namespace brusio::sim
