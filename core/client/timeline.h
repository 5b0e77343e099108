#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/client/message.h"

namespace brusio::client {

/// The newest rows of one conversation, oldest first, bounded: adding to a full one drops the
/// oldest row that is not an unsent own message. Older rows that somebody went back to read widen
/// the bound. Ids grow from front to back.
class Timeline {
 public:
    explicit Timeline(std::size_t messages_max);

    [[nodiscard]] const std::deque<MessagePtr>& messages() const { return messages_; }
    /// Null if the row is unknown or was dropped.
    [[nodiscard]] MessagePtr find(MessageId id) const;
    [[nodiscard]] MessagePtr find_msgid(std::string_view msgid) const;
    /// The newest row, null if there is none.
    [[nodiscard]] MessagePtr newest() const;

    /// The brain's: appends; `message->id` is greater than every id here. Returns the row that had
    /// to leave; 0 if none.
    MessageId add(MessagePtr message);
    /// The brain's: puts rows, oldest first, before all others; their ids are smaller than every id
    /// here.
    void prepend(const std::vector<MessagePtr>& older);
    /// The brain's: puts `message` in the place of the row with its id, if that is still here.
    void replace(MessagePtr message);
    void check_invariants() const;

 private:
    [[nodiscard]] std::size_t position_of(MessageId id) const;
    MessageId drop_oldest();

    std::size_t messages_max_;
    std::deque<MessagePtr> messages_;
    std::deque<std::uint64_t> msgid_keys_;  // of each message; 0 if it has no msgid
};

}  // namespace brusio::client
