#pragma once

#include <cstddef>
#include <deque>
#include <list>
#include <map>
#include <string>
#include <vector>

#include "core/ports/store.h"

namespace brusio {

/// A store that forgets everything when the program ends: for tests, the simulator and throw-away
/// servers. A batch is durable as soon as it is submitted, in the sense this store can give.
///
/// Bounded twice: each room keeps its newest messages, and when all rooms together pass the total,
/// the room that was written to longest ago is forgotten whole.
class MemoryStore final : public Store {
 public:
    struct Options {
        std::size_t recent_messages_per_room_max = 1'000;
        std::size_t messages_max = 500'000;
    };

    /// Neither number of `options` may be 0.
    explicit MemoryStore(Options options);

    void submit(BatchId batch, std::span<const Write> writes) override;
    void collect(std::vector<Commit>& ended) override;

    /// The newest `count_max` messages of `room`, oldest first; empty if none is kept.
    [[nodiscard]] std::vector<MessageRecord> recent(const Folded& room,
                                                    std::size_t count_max) const;
    [[nodiscard]] std::size_t messages_kept() const { return messages_kept_; }

 private:
    struct RoomLog {
        std::deque<MessageRecord> messages;
        std::list<Folded>::iterator place;  // in by_age_
    };

    void append(const AppendMessage& write);
    RoomLog& log_of(const Folded& room);
    void forget_oldest_room();

    Options options_;
    std::map<Folded, RoomLog> rooms_;
    std::list<Folded> by_age_;  // least recently written first
    std::size_t messages_kept_ = 0;
    std::vector<Commit> ended_;
};

}  // namespace brusio
