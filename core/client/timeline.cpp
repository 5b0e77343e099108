#include "core/client/timeline.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/assert.h"

namespace brusio::client {
namespace {

// A row of numbers is searched faster than a tree of texts that all begin alike; two texts with
// one key are told apart by the texts themselves.
std::uint64_t key_of(std::string_view msgid) {
    std::uint64_t key = msgid.size();
    std::array<char, 8> end{};
    for (std::size_t at = 0; at < msgid.size(); at += end.size()) {
        const std::string_view part = msgid.substr(at, end.size());
        std::uint64_t word = 0;
        if (part.size() == sizeof word) {
            std::memcpy(&word, part.data(), sizeof word);
        } else {
            std::copy(part.begin(), part.end(), end.begin());
            std::memcpy(&word, end.data(), sizeof word);
        }
        key = (key ^ word) * 0x9FB21C651E98DF25U;
        key ^= key >> 29U;
    }
    return msgid.empty() ? 0 : key | 1U;
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
    const std::uint64_t key = key_of(msgid);
    if (key == 0) return nullptr;
    for (auto found = msgid_keys_.begin();
         (found = std::find(found, msgid_keys_.end(), key)) != msgid_keys_.end(); ++found) {
        const MessagePtr& message =
            messages_[static_cast<std::size_t>(found - msgid_keys_.begin())];
        if (message->msgid == msgid) return message;
    }
    return nullptr;
}

MessagePtr Timeline::newest() const { return messages_.empty() ? nullptr : messages_.back(); }

MessageId Timeline::add(MessagePtr message) {
    BRUSIO_ASSERT(message != nullptr && message->id);
    BRUSIO_ASSERT(messages_.empty() || messages_.back()->id < message->id);
    const MessageId dropped = messages_.size() >= messages_max_ ? drop_oldest() : MessageId{};
    msgid_keys_.push_back(key_of(message->msgid));
    messages_.push_back(std::move(message));
    return dropped;
}

void Timeline::prepend(const std::vector<MessagePtr>& older) {
    for (auto row = older.rbegin(); row != older.rend(); ++row) {
        BRUSIO_ASSERT(*row != nullptr && (*row)->id);
        BRUSIO_ASSERT(messages_.empty() || (*row)->id < messages_.front()->id);
        msgid_keys_.push_front(key_of((*row)->msgid));
        messages_.push_front(*row);
    }
    messages_max_ = std::max(messages_max_, messages_.size());
}

void Timeline::replace(MessagePtr message) {
    BRUSIO_ASSERT(message != nullptr);
    const std::size_t at = position_of(message->id);
    if (at == messages_.size()) return;
    msgid_keys_[at] = key_of(message->msgid);
    messages_[at] = std::move(message);
}

std::size_t Timeline::position_of(MessageId id) const {
    const auto found = std::lower_bound(
        messages_.begin(), messages_.end(), id,
        [](const MessagePtr& message, MessageId wanted) { return message->id < wanted; });
    if (found == messages_.end() || (*found)->id != id) return messages_.size();
    return static_cast<std::size_t>(found - messages_.begin());
}

MessageId Timeline::drop_oldest() {
    const MessageId front = messages_.front()->id;
    if (!is_unsent(*messages_.front())) {
        messages_.pop_front();
        msgid_keys_.pop_front();
        return front;
    }
    // What the user wrote and nobody has seen is not dropped: the row is the only trace of it.
    const auto oldest =
        std::find_if(messages_.begin(), messages_.end(),
                     [](const MessagePtr& message) { return !is_unsent(*message); });
    if (oldest == messages_.end()) return {};
    const MessageId dropped = (*oldest)->id;
    msgid_keys_.erase(msgid_keys_.begin() + (oldest - messages_.begin()));
    messages_.erase(oldest);
    return dropped;
}

void Timeline::check_invariants() const {
    BRUSIO_ASSERT(msgid_keys_.size() == messages_.size());
    MessageId previous;
    for (const MessagePtr& message : messages_) {
        BRUSIO_ASSERT(message != nullptr && previous < message->id);
        BRUSIO_ASSERT((message->failure != MessageFailure::none) ==
                      (message->state == MessageState::failed));
        BRUSIO_ASSERT((message->origin == MessageOrigin::own) || !is_unsent(*message));
        previous = message->id;
    }
    for (std::size_t at = 0; at < messages_.size(); ++at) {
        BRUSIO_ASSERT(msgid_keys_[at] == key_of(messages_[at]->msgid));
    }
}

}  // namespace brusio::client
