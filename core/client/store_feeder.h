#pragma once

#include <cstddef>
#include <vector>

#include "core/client/client_store.h"

namespace brusio::client {

/// Hands writes to a store in their order and without a hole: what the store did not take is tried
/// again before what follows, so that it always holds the beginning of all there was. Who falls too
/// far behind writes no more until the next start; the server fills what is missing then.
class StoreFeeder {
 public:
    enum class State {
        keeps,     ///< everything so far is kept
        behind,    ///< some writes wait in memory for the disk
        given_up,  ///< too many did
    };

    /// Writes that wait at most.
    static constexpr std::size_t waiting_max = 20'000;

    /// `writes` may be empty: then what waits is tried.
    void feed(ClientStore& store, std::vector<StoreWrite>&& writes);
    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

 private:
    std::vector<StoreWrite> waiting_;
    std::size_t try_at_ = 0;  // how many have to wait before it is tried again
    State state_ = State::keeps;
};

}  // namespace brusio::client
