#include "core/client/conversations.h"

#include <utility>

#include "core/base/assert.h"

namespace brusio::client {

bool GapFill::hold_back(const Message& row) {
    if (step == Step::none || row.from_history) return false;
    if (row.state != MessageState::received && row.state != MessageState::sent) return false;
    held.push_back(std::make_shared<const Message>(row));
    return true;
}

Conversation* Conversations::find(ConversationId id) {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &found->second;
}

const Conversation* Conversations::find(ConversationId id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &found->second;
}

Conversation* Conversations::find(const Folded& key) {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : found->second;
}

const Conversation* Conversations::find(const Folded& key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : found->second;
}

Conversation& Conversations::open(ConversationKind kind, std::string name, Folded key,
                                  std::size_t messages_max) {
    BRUSIO_ASSERT(!key.empty() && !by_key_.contains(key));
    const ConversationId id{++ids_given_};
    Conversation& made =
        by_id_.try_emplace(id, id, kind, std::move(name), messages_max).first->second;
    made.key = key;
    if (kind == ConversationKind::person) made.membership = Membership::inside;
    by_key_.emplace(std::move(key), &made);
    return made;
}

void Conversations::close(ConversationId id) {
    const auto found = by_id_.find(id);
    BRUSIO_ASSERT(found != by_id_.end());
    give_up_name(found->second);
    by_id_.erase(found);
}

bool Conversations::rename(Conversation& conversation, std::string name, Folded key) {
    BRUSIO_ASSERT(!key.empty());
    const auto taken = by_key_.find(key);
    if (taken != by_key_.end() && taken->second != &conversation) return false;
    give_up_name(conversation);
    by_key_.insert_or_assign(key, &conversation);
    conversation.name = std::move(name);
    conversation.key = std::move(key);
    return true;
}

// Another one whose name has become the same gets it.
void Conversations::give_up_name(const Conversation& conversation) {
    const auto name = by_key_.find(conversation.key);
    if (name == by_key_.end() || name->second != &conversation) return;
    by_key_.erase(name);
    for (auto& [id, other] : by_id_) {
        if (&other == &conversation || other.key != conversation.key) continue;
        by_key_.emplace(other.key, &other);
        return;
    }
}

void Conversations::refold(CaseMapping mapping) {
    by_key_.clear();
    for (auto& [id, conversation] : by_id_) {
        conversation.key = fold_name(mapping, conversation.name);
        by_key_.emplace(conversation.key, &conversation);
        MemberList members;
        for (const auto& [key, member] : conversation.members.by_nick()) {
            members.add(fold_name(mapping, member.nick), member);
        }
        conversation.members = std::move(members);
    }
}

void Conversations::check_invariants() const {
    BRUSIO_ASSERT(by_key_.size() <= by_id_.size());
    for (const auto& [key, conversation] : by_key_) {
        BRUSIO_ASSERT(conversation == find(conversation->id) && conversation->key == key);
    }
    for (const auto& [id, conversation] : by_id_) {
        BRUSIO_ASSERT(conversation.id == id && by_key_.contains(conversation.key));
        BRUSIO_ASSERT(conversation.mentions <= conversation.unread);
        conversation.timeline.check_invariants();
    }
}

}  // namespace brusio::client
