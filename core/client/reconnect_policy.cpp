#include "core/client/reconnect_policy.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::client {

Duration ReconnectPolicy::lost(MonoTime now, const ClientLimits& limits) {
    BRUSIO_ASSERT(limits.reconnect_first > Duration{0});
    if (online_since_ && now - *online_since_ >= limits.reconnect_reset_after) attempt_ = 0;
    online_since_.reset();
    ++attempt_;
    Duration wait = limits.reconnect_first;
    for (unsigned doubled = 1; doubled < attempt_ && wait < limits.reconnect_max; ++doubled) {
        wait *= 2;
    }
    wait = std::min(wait, limits.reconnect_max);
    const auto quarter = static_cast<std::uint64_t>(wait.count()) / 4;
    const auto jitter = random_.below(quarter + 1, 0, "reconnect", draws_++);
    return wait - Duration{static_cast<Duration::rep>(jitter)};
}

}  // namespace brusio::client
