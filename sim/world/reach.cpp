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

}  // namespace brusio::sim
