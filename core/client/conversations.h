#pragma once

#include <map>
#include <string>

#include "core/base/text.h"
#include "core/client/conversation.h"
#include "core/client/names.h"

namespace brusio::client {

/// All open conversations, by id and by folded name.
class Conversations {
 public:
    [[nodiscard]] Conversation* find(ConversationId id);
    [[nodiscard]] const Conversation* find(ConversationId id) const;
    [[nodiscard]] Conversation* find(const Folded& key);
    [[nodiscard]] const Conversation* find(const Folded& key) const;

    Conversations() = default;
    Conversations(const Conversations&) = delete;
    Conversations& operator=(const Conversations&) = delete;

    /// Makes one; `key` must be free. The reference lives until it is closed.
    Conversation& open(ConversationKind kind, std::string name, Folded key,
                       std::size_t messages_max);
    void close(ConversationId id);
    /// A room or a person has another name now. False, and nothing changes, if another one has it.
    bool rename(Conversation& conversation, std::string name, Folded key);
    /// The server told its case mapping: folds every name and member anew. Of two names that have
    /// become one the older keeps it.
    void refold(CaseMapping mapping);

    /// By rising id, which is the order of opening.
    [[nodiscard]] std::map<ConversationId, Conversation>& all() { return by_id_; }
    [[nodiscard]] const std::map<ConversationId, Conversation>& all() const { return by_id_; }
    void check_invariants() const;

 private:
    void give_up_name(const Conversation& conversation);

    std::map<ConversationId, Conversation> by_id_;
    std::map<Folded, Conversation*> by_key_;  // in by_id_, whose nodes stay where they are
    std::uint64_t ids_given_ = 0;
};

}  // namespace brusio::client
