#pragma once

#include <cstdint>
#include <optional>

#include "core/base/keyed_random.h"
#include "core/base/time.h"
#include "core/client/client_limits.h"

namespace brusio::client {

/// How long to wait before the next attempt: doubling from `reconnect_first` to `reconnect_max`,
/// each wait shortened by up to a quarter so that clients of a restarted server spread out.
class ReconnectPolicy {
 public:
    explicit ReconnectPolicy(KeyedRandom random) : random_(random) {}

    /// Failed attempts in a row, 0 after a stable connection or restart().
    [[nodiscard]] unsigned attempt() const { return attempt_; }

    void restart() { attempt_ = 0; }
    void went_online(MonoTime now) { online_since_ = now; }
    /// The link is gone (or never came). Counts the attempt and returns the wait before the next.
    [[nodiscard]] Duration lost(MonoTime now, const ClientLimits& limits);

 private:
    KeyedRandom random_;
    std::optional<MonoTime> online_since_;
    unsigned attempt_ = 0;
    std::uint64_t draws_ = 0;
};

}  // namespace brusio::client
