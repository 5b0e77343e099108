#include "sim/world/reach.h"

#include "core/base/assert.h"

namespace brusio::sim {

std::string_view name_of(Probe probe) {
    constexpr std::array<std::string_view, probe_count> names{
        "registered",
        "joined",
        "spoke in room",
        "spoke in private",
        "heard",
        "parted",
        "renamed",
        "kicked",
        "topic set",
        "mode set",
        "went away",
        "dial failed",
        "line reset",
        "line vanished",
        "line clogged",
        "line lost",
        "reconnected",
        "read slowly",
        "message failed",
        "error told",
        "a sync stalled",
        "the disk was full",
        "a message was refused as the disk was full",
        "a sync failed",
        "the server was killed",
        "a crash hit a batch under way",
        "a batch under way was kept",
        "a batch under way was lost",
        "rooms came back after a start"};
    const auto index = static_cast<std::size_t>(probe);
    BRUSIO_ASSERT(index < names.size());
    return names[index];
}

bool is_reachable(Probe probe, const Weather& weather) {
    const ServerWeather& server = weather.server;
    switch (probe) {
        case Probe::dial_failed:
            return weather.refuse_per_mille > 0 || weather.dial_timeout_per_mille > 0 ||
                   !server.keeps_links();
        case Probe::line_clogged:
            return weather.clog_every.count() > 0;
        case Probe::disk_stalled:
            return server.stall_per_mille > 0;
        case Probe::disk_full:
        case Probe::refused_when_full:
            return server.full_every.count() > 0;
        case Probe::sync_failed:
            return server.fail_per_mille > 0;
        case Probe::server_killed:
        case Probe::crash_in_sync:
            return server.crash_every.count() > 0;
        case Probe::batch_stayed:
        case Probe::batch_lost:
        case Probe::rooms_restored:
            return !server.keeps_links();
        default:  // people also break lines themselves
            return true;
    }
}

}  // namespace brusio::sim
