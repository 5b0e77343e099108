#pragma once

#include <cstdint>

#include "core/base/time.h"

namespace brusio::session {

/// How many tokens a bucket holds, and how fast they come back. 0 a minute: without any limit.
struct TokenRate {
    std::uint32_t burst = 0;
    std::uint32_t per_minute = 0;
};

/// A token bucket: commands cost tokens, time brings them back. Whoever runs out waits; nothing
/// is dropped and no thread sleeps.
class Throttle {
 public:
    /// May the next command run? A bucket that is not empty lets any command through, which may
    /// overdraw it: so a command dearer than the bucket is possible at all. With `credit` tokens
    /// it does so while it owes less than that.
    [[nodiscard]] bool ready(const TokenRate& rate, MonoTime now, std::uint32_t credit = 0);
    /// Pays for a command that `ready` let through.
    void charge(std::uint32_t tokens, const TokenRate& rate);
    /// Pays for one of `parts` that cost a token together; there is at least one.
    void charge_part(std::uint32_t parts, const TokenRate& rate);
    /// When `ready` will say yes without credit; in the past if it does already.
    [[nodiscard]] MonoTime ready_at(const TokenRate& rate) const;

 private:
    void take(std::int64_t shares, const TokenRate& rate);

    std::int64_t shares_ = 0;  // 60,000 make a token: as many a millisecond as tokens a minute
    MonoTime filled_at_;
    bool started_ = false;
};

}  // namespace brusio::session
