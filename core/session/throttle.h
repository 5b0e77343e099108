#pragma once

#include <cstdint>

#include "core/base/limits.h"
#include "core/base/time.h"

namespace brusio::session {

/// A token bucket: commands cost tokens, time brings them back. Whoever runs out waits; nothing
/// is dropped and no thread sleeps. `Limits::command_tokens_per_second` of 0 switches it off.
class Throttle {
 public:
    /// May the next command run? A bucket that is not empty lets any command through, which may
    /// overdraw it: so a command dearer than the bucket is possible at all.
    [[nodiscard]] bool ready(const Limits& limits, MonoTime now);
    /// Pays for a command that `ready` let through.
    void charge(std::uint32_t tokens, const Limits& limits);
    /// When `ready` will say yes; in the past if it does already.
    [[nodiscard]] MonoTime ready_at(const Limits& limits) const;

 private:
    std::int64_t millitokens_ = 0;
    MonoTime filled_at_;
    bool started_ = false;
};

}  // namespace brusio::session
