#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "core/base/time.h"

namespace brusio::server {

/// What the machine's clocks say.
[[nodiscard]] Now clocks();
/// What a start calls itself: the time in microseconds.
[[nodiscard]] std::uint64_t epoch_now();

/// Wakes the one thread that awaits it. Any thread may ring.
class Bell {
 public:
    void ring();
    /// Returns once it has rung since the last time.
    void await();

 private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool has_rung_ = false;
};

}  // namespace brusio::server
