#include "core/session/throttle.h"

#include "core/base/assert.h"

namespace brusio::session {

namespace {

constexpr std::int64_t shares_per_token = 60'000;

}  // namespace

bool Throttle::ready(const TokenRate& rate, MonoTime now, std::uint32_t credit) {
    const std::int64_t per_millisecond = rate.per_minute;
    if (per_millisecond == 0) return true;
    const std::int64_t full = rate.burst * shares_per_token;
    if (!started_) {
        started_ = true;
        shares_ = full;
        filled_at_ = now;
    }
    BRUSIO_ASSERT(now >= filled_at_);
    // The rest of a millisecond is kept.
    const std::int64_t elapsed_ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(now - filled_at_).count();
    if (elapsed_ms >= (full - shares_) / per_millisecond + 1) {
        shares_ = full;
    } else {
        shares_ += elapsed_ms * per_millisecond;
    }
    filled_at_ = filled_at_ + std::chrono::milliseconds{elapsed_ms};
    return shares_ + credit * shares_per_token > 0;
}

void Throttle::charge(std::uint32_t tokens, const TokenRate& rate) {
    take(tokens * shares_per_token, rate);
}

void Throttle::charge_part(std::uint32_t parts, const TokenRate& rate) {
    BRUSIO_ASSERT(parts > 0);
    take(shares_per_token / parts, rate);
}

void Throttle::take(std::int64_t shares, const TokenRate& rate) {
    if (rate.per_minute == 0) return;
    BRUSIO_ASSERT(started_);
    shares_ -= shares;
}

MonoTime Throttle::ready_at(const TokenRate& rate) const {
    const std::int64_t per_millisecond = rate.per_minute;
    if (per_millisecond == 0 || shares_ > 0) return filled_at_;
    return filled_at_ +
           std::chrono::milliseconds{(1 - shares_ + per_millisecond - 1) / per_millisecond};
}

}  // namespace brusio::session
