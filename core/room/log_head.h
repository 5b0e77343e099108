#pragma once

#include <algorithm>
#include <cstdint>

#include "core/base/assert.h"
#include "core/base/time.h"

namespace brusio::room {

/// The end of a conversation's log, where it goes on.
class LogHead {
 public:
    /// The number of the next entry, counted from 1 without holes.
    std::uint64_t take_seq() { return ++seq_; }
    /// The time of the next entry: now, or that of the entry before if the clock stepped back.
    WallTime take_time(WallTime now) { return time_ = std::max(time_, now); }
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
