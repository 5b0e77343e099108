#pragma once

#include <cstdint>

#include "core/base/limits.h"
#include "core/base/time.h"

namespace brusio::session {

/// A token bucket: commands cost tokens, time brings them back. Whoever runs out waits; nothing
/// is dropped and no thread sleeps.
class Throttle {
 public:
    /// Takes `cost` tokens if the bucket is not empty (the last command may overdraw it, so that
    /// a command dearer than the bucket is possible at all). False: not now.
    [[nodiscard]] bool take(std::uint32_t cost, const Limits& limits, MonoTime now);
    /// When `take` will succeed again.
    [[nodiscard]] MonoTime ready_at(const Limits& limits) const;

 private:
    void refill(const Limits& limits, MonoTime now);

    std::int64_t millitokens_ = 0;
    MonoTime filled_at_;
    bool started_ = false;
};

}  // namespace brusio::session
