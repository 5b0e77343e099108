#pragma once

#include <chrono>
#include <cstdint>

#include "core/base/assert.h"
#include "core/base/time.h"

namespace brusio::room {

/// The end of a conversation's log, where it goes on.
class LogHead {
 public:
    /// The number of the next entry, counted from 1 without holes.
    std::uint64_t take_seq() { return ++seq_; }
    /// The time of the next entry: now, or one millisecond after the entry before, so that clients
    /// can ask for what comes before or after a time. It runs no more than `ahead_max` ahead of the
    /// clock: beyond that, in long bursts or when the clock has stepped back, times stand still.
    WallTime take_time(WallTime now) {
        const WallTime next{time_.unix_ms + 1};
        if (now >= next) return time_ = now;
        const std::int64_t ahead_ms =
            std::chrono::duration_cast<std::chrono::milliseconds>(ahead_max).count();
        return next.unix_ms - now.unix_ms <= ahead_ms ? time_ = next : time_;
    }
    static constexpr Duration ahead_max = std::chrono::seconds{5};
    /// Goes on after entries that a store still holds. Only before the first entry.
    void resume(std::uint64_t seq, WallTime time) {
        BRUSIO_ASSERT(seq_ == 0);
        seq_ = seq;
        time_ = time;
    }
    /// Of the last entry; 0 if there is none.
    [[nodiscard]] std::uint64_t seq() const { return seq_; }
    [[nodiscard]] WallTime time() const { return time_; }

 private:
    std::uint64_t seq_ = 0;
    WallTime time_;
};

}  // namespace brusio::room
