#include "core/client/store_feeder.h"

#include <iterator>
#include <utility>

#include "core/base/assert.h"

namespace brusio::client {

void StoreFeeder::feed(ClientStore& store, std::vector<StoreWrite>&& writes) {
    if (state_ == State::given_up) return;
    const bool asked = writes.empty();
    waiting_.insert(waiting_.end(), std::make_move_iterator(writes.begin()),
                    std::make_move_iterator(writes.end()));
    if (waiting_.empty() || (!asked && waiting_.size() < try_at_)) return;
    if (store.write(waiting_)) {
        waiting_.clear();
        try_at_ = 0;
        state_ = State::keeps;
        return;
    }
    state_ = State::behind;
    // The more there is to write the less often it is tried: the work stays in proportion.
    try_at_ = waiting_.size() + waiting_.size() / 4 + 1;
    if (waiting_.size() <= waiting_max) return;
    state_ = State::given_up;
    waiting_ = {};
}

}  // namespace brusio::client
