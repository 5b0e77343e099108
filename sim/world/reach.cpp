#include "sim/world/reach.h"

#include "core/base/assert.h"

namespace brusio::sim {

std::string_view name_of(Probe probe) {
    constexpr std::array<std::string_view, probe_count> names{
        "registered", "joined",      "spoke in room", "spoke in private", "heard",
        "parted",     "renamed",     "kicked",        "topic set",        "mode set",
        "went away",  "dial failed", "line reset",    "line vanished",    "line clogged",
        "line lost",  "reconnected", "read slowly",   "message failed",   "error told"};
    const auto index = static_cast<std::size_t>(probe);
    BRUSIO_ASSERT(index < names.size());
    return names[index];
}

bool is_reachable(Probe probe, const Weather& weather) {
    switch (probe) {
        case Probe::dial_failed:
            return weather.refuse_per_mille > 0 || weather.dial_timeout_per_mille > 0;
        case Probe::line_clogged:
            return weather.clog_every.count() > 0;
        default:  // people also break lines themselves
            return true;
    }
}

}  // namespace brusio::sim
