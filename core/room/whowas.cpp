#include "core/room/whowas.h"

#include <utility>

#include "core/base/assert.h"

namespace brusio::room {

void Whowas::remember(PastUser user) {
    BRUSIO_ASSERT(!user.key.empty());
    if (ring_.size() < entries_max_) {
        ring_.push_back(std::move(user));
    } else if (entries_max_ != 0) {
        ring_[oldest_] = std::move(user);
        oldest_ = (oldest_ + 1) % entries_max_;
    }
}

std::vector<const PastUser*> Whowas::find(const Folded& key, std::size_t count_max) const {
    std::vector<const PastUser*> found;
    for (std::size_t age = 1; age <= ring_.size() && found.size() < count_max; ++age) {
        const PastUser& entry = ring_[(oldest_ + ring_.size() - age) % ring_.size()];
        if (entry.key == key) found.push_back(&entry);
    }
    BRUSIO_ASSERT(found.size() <= count_max);
    return found;
}

void Whowas::check_invariants() const {
    BRUSIO_ASSERT(ring_.size() <= entries_max_);
    BRUSIO_ASSERT(oldest_ == 0 || ring_.size() == entries_max_);
    BRUSIO_ASSERT(oldest_ == 0 || oldest_ < entries_max_);
}

}  // namespace brusio::room
