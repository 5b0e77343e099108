#include "bench/load/stream_checker.h"

#include "core/base/assert.h"

namespace brusio::bench {

DeliveryFaults& DeliveryFaults::operator+=(const DeliveryFaults& other) {
    lost += other.lost;
    doubled += other.doubled;
    reordered += other.reordered;
    stray += other.stray;
    return *this;
}

void StreamChecker::forbid(std::size_t stream) {
    BRUSIO_ASSERT(stream < next_.size());
    next_[stream] = forbidden;
}

Delivery StreamChecker::arrived(std::size_t stream, std::uint32_t sequence) {
    BRUSIO_ASSERT(stream < next_.size());
    std::uint32_t& next = next_[stream];
    if (sequence == next) {
        ++next;
        return Delivery::in_order;
    }
    if (next == forbidden) {
        ++faults_.stray;
        return Delivery::stray;
    }
    if (sequence > next) {
        for (; next < sequence; ++next) missing_.emplace(stream, next);
        ++next;
        return Delivery::in_order;
    }
    if (missing_.erase({stream, sequence}) == 1) {
        ++faults_.reordered;
        return Delivery::late;
    }
    ++faults_.doubled;
    return Delivery::doubled;
}

void StreamChecker::finish(std::size_t stream, std::uint32_t sent) {
    BRUSIO_ASSERT(stream < next_.size());
    const std::uint32_t next = next_[stream];
    if (next == forbidden) return;
    const auto first = missing_.lower_bound({stream, 0});
    const auto last = missing_.lower_bound({stream + 1, 0});
    for (auto at = first; at != last; ++at) ++faults_.lost;
    if (next < sent) faults_.lost += sent - next;
}

}  // namespace brusio::bench
