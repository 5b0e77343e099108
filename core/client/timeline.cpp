#include "core/client/timeline.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::client {
namespace {

bool is_unsent(const Message& message) {
    return message.state == MessageState::queued || message.state == MessageState::sending ||
           message.state == MessageState::failed;
}

}  // namespace

Timeline::Timeline(std::size_t messages_max) : messages_max_(messages_max) {
    BRUSIO_ASSERT(messages_max_ > 0);
}

MessagePtr Timeline::find(MessageId id) const {
    const std::size_t at = position_of(id);
    return at < messages_.size() ? messages_[at] : nullptr;
}

MessagePtr Timeline::find_msgid(std::string_view msgid) const {
    const auto found = by_msgid_.find(msgid);
    return found == by_msgid_.end() ? nullptr : find(found->second);
}

MessagePtr Timeline::newest() const { return messages_.empty() ? nullptr : messages_.back(); }

void Timeline::add(MessagePtr message) {
    BRUSIO_ASSERT(message != nullptr && message->id);
    BRUSIO_ASSERT(messages_.empty() || messages_.back()->id < message->id);
    if (messages_.size() >= messages_max_) drop_oldest();
    if (!message->msgid.empty()) by_msgid_.emplace(message->msgid, message->id);
    messages_.push_back(std::move(message));
}

void Timeline::replace(MessagePtr message) {
    BRUSIO_ASSERT(message != nullptr);
    const std::size_t at = position_of(message->id);
    if (at == messages_.size()) return;
    if (const auto old = by_msgid_.find(messages_[at]->msgid);
        old != by_msgid_.end() && old->second == message->id) {
        by_msgid_.erase(old);
    }
    if (!message->msgid.empty()) by_msgid_.emplace(message->msgid, message->id);
    messages_[at] = std::move(message);
}

std::size_t Timeline::position_of(MessageId id) const {
    const auto found = std::lower_bound(
        messages_.begin(), messages_.end(), id,
        [](const MessagePtr& message, MessageId wanted) { return message->id < wanted; });
    if (found == messages_.end() || (*found)->id != id) return messages_.size();
    return static_cast<std::size_t>(found - messages_.begin());
}

void Timeline::drop_oldest() {
    // What the user wrote and nobody has seen is not dropped: the row is the only trace of it.
    const auto oldest =
        std::find_if(messages_.begin(), messages_.end(),
                     [](const MessagePtr& message) { return !is_unsent(*message); });
    if (oldest == messages_.end()) return;
    if (const auto known = by_msgid_.find((*oldest)->msgid);
        known != by_msgid_.end() && known->second == (*oldest)->id) {
        by_msgid_.erase(known);
    }
    messages_.erase(oldest);
}

void Timeline::check_invariants() const {
    BRUSIO_ASSERT(by_msgid_.size() <= messages_.size());
    MessageId previous;
    for (const MessagePtr& message : messages_) {
        BRUSIO_ASSERT(message != nullptr && previous < message->id);
        BRUSIO_ASSERT((message->failure != MessageFailure::none) ==
                      (message->state == MessageState::failed));
        BRUSIO_ASSERT((message->origin == MessageOrigin::own) || !is_unsent(*message));
        previous = message->id;
    }
    for (const auto& [msgid, id] : by_msgid_) {
        const MessagePtr message = find(id);
        BRUSIO_ASSERT(message != nullptr && message->msgid == msgid);
    }
}

}  // namespace brusio::client
