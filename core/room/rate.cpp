#include "core/room/rate.h"

#include "core/base/assert.h"

namespace brusio::room {

bool RateGate::set_rate(Rate rate) {
    BRUSIO_ASSERT(rate.is_set() == (rate.seconds != 0));
    if (rate_ == rate) return false;
    rate_ = rate;
    counted_ = 0;
    return true;
}

bool RateGate::has_passed(MonoTime now) const {
    return counted_ == 0 || now - window_began_ >= std::chrono::seconds{rate_.seconds};
}

bool RateGate::is_open(MonoTime now) const {
    return !rate_.is_set() || has_passed(now) || counted_ < rate_.count;
}

void RateGate::count(MonoTime now) {
    if (!rate_.is_set()) return;
    if (has_passed(now)) {
        window_began_ = now;
        counted_ = 0;
    }
    ++counted_;
    BRUSIO_ASSERT(counted_ != 0);
}

}  // namespace brusio::room
