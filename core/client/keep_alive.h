#pragma once

#include "core/base/time.h"
#include "core/client/client_limits.h"

namespace brusio::client {

/// Finds the half-open link: after `ping_after` of silence a PING is due, after `drop_after` more
/// of it the link is dead. Any byte heard ends the silence.
class KeepAlive {
 public:
    enum class Due { nothing, ping, drop };

    void start(MonoTime now) { heard(now); }
    void heard(MonoTime now) {
        silent_since_ = now;
        pinged_ = false;
    }
    [[nodiscard]] MonoTime deadline(const ClientLimits& limits) const {
        return pinged_ ? pinged_at_ + limits.drop_after : silent_since_ + limits.ping_after;
    }
    /// What is due at `now`; a due PING is taken as sent.
    [[nodiscard]] Due check(MonoTime now, const ClientLimits& limits) {
        if (now < deadline(limits)) return Due::nothing;
        if (pinged_) return Due::drop;
        pinged_ = true;
        pinged_at_ = now;
        return Due::ping;
    }

 private:
    MonoTime silent_since_;
    MonoTime pinged_at_;
    bool pinged_ = false;
};

}  // namespace brusio::client
