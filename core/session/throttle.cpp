#include "core/session/throttle.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

constexpr std::int64_t milli = 1000;

}  // namespace

void Throttle::refill(const Limits& limits, MonoTime now) {
    const std::int64_t full = limits.command_burst_tokens * milli;
    if (!started_) {
        started_ = true;
        millitokens_ = full;
        filled_at_ = now;
        return;
    }
    BRUSIO_ASSERT(now >= filled_at_);
    const std::int64_t elapsed_ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(now - filled_at_).count();
    // One token a second is one millitoken a millisecond. The rest of a millisecond is kept.
    millitokens_ = std::min(full, millitokens_ + elapsed_ms * limits.command_tokens_per_second);
    filled_at_ = filled_at_ + std::chrono::milliseconds{elapsed_ms};
}

bool Throttle::take(std::uint32_t cost, const Limits& limits, MonoTime now) {
    if (limits.command_tokens_per_second == 0) return true;
    refill(limits, now);
    if (millitokens_ <= 0) return false;
    millitokens_ -= cost * milli;
    return true;
}

MonoTime Throttle::ready_at(const Limits& limits) const {
    if (millitokens_ > 0 || limits.command_tokens_per_second == 0) return filled_at_;
    const std::int64_t missing = 1 - millitokens_;
    const std::int64_t rate = limits.command_tokens_per_second;
    return filled_at_ + std::chrono::milliseconds{(missing + rate - 1) / rate};
}

}  // namespace brusio::session
