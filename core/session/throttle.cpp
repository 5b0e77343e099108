#include "core/session/throttle.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

constexpr std::int64_t milli = 1000;

}  // namespace

bool Throttle::ready(const Limits& limits, MonoTime now) {
    const std::int64_t rate = limits.command_tokens_per_second;
    if (rate == 0) return true;
    const std::int64_t full = limits.command_burst_tokens * milli;
    if (!started_) {
        started_ = true;
        millitokens_ = full;
        filled_at_ = now;
    }
    BRUSIO_ASSERT(now >= filled_at_);
    // One token a second is one millitoken a millisecond; the rest of a millisecond is kept.
    const std::int64_t elapsed_ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(now - filled_at_).count();
    if (elapsed_ms >= (full - millitokens_) / rate + 1) {
        millitokens_ = full;
    } else {
        millitokens_ += elapsed_ms * rate;
    }
    filled_at_ = filled_at_ + std::chrono::milliseconds{elapsed_ms};
    return millitokens_ > 0;
}

void Throttle::charge(std::uint32_t tokens, const Limits& limits) {
    if (limits.command_tokens_per_second == 0) return;
    BRUSIO_ASSERT(started_);
    millitokens_ -= tokens * milli;
}

MonoTime Throttle::ready_at(const Limits& limits) const {
    const std::int64_t rate = limits.command_tokens_per_second;
    if (rate == 0 || millitokens_ > 0) return filled_at_;
    return filled_at_ + std::chrono::milliseconds{(1 - millitokens_ + rate - 1) / rate};
}

}  // namespace brusio::session
