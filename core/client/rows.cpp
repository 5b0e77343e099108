#include "core/client/rows.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/client/gap_marks.h"
#include "core/client/keeping.h"

namespace brusio::client {
namespace {

// The person's conversation that is missed least, so that strangers cannot fill the memory: one
// with nothing unread if there is any, then the one quiet for longest. Unsent messages stay.
ConversationId quietest_person(const Brain& brain) {
    ConversationId quietest;
    std::pair<bool, MessageId> least;
    for (const auto& [id, conversation] : brain.conversations.all()) {
        if (conversation.kind != ConversationKind::person || brain.outbox.holds(id)) continue;
        const MessagePtr newest = conversation.timeline.newest();
        const std::pair missed{conversation.unread > 0, newest ? newest->id : MessageId{}};
        if (quietest && !(missed < least)) continue;
        quietest = id;
        least = missed;
    }
    return quietest;
}

void count_as_unread(Conversation& conversation, const Message& row) {
    ++conversation.unread;
    if (row.mentions_me) ++conversation.mentions;
}

// What was dropped can be had again, from the store or the server.
void note_dropped(Brain& brain, Conversation& conversation, MessageId dropped) {
    conversation.kept.more = brain.config.stored.has_value();
    if (conversation.older == OlderRows::none) set_older(brain, conversation, OlderRows::unknown);
    brain.tell(MessageDropped{conversation.id, dropped});
}

}  // namespace

Conversation& open_conversation(Brain& brain, ConversationKind kind, std::string_view name) {
    BRUSIO_ASSERT(!name.empty());
    Folded key = brain.fold(name);
    if (Conversation* known = brain.conversations.find(key)) return *known;
    if (brain.conversations.all().size() >= brain.config.limits.conversations_max) {
        if (const ConversationId quietest = quietest_person(brain)) {
            close_conversation(brain, quietest);
        }
    }
    Conversation& made = brain.conversations.open(
        kind, std::string(name), std::move(key), brain.config.limits.messages_per_conversation_max);
    brain.tell(ConversationOpened{made.id});
    ask_for_stored(brain, made);
    return made;
}

void close_conversation(Brain& brain, ConversationId id) {
    const Conversation* closing = brain.conversations.find(id);
    BRUSIO_ASSERT(closing != nullptr);
    brain.typists -= closing->typists.size();
    if (closing->gap_fill.step == GapFill::Step::wanted) --brain.gaps;
    for (const OutboxEntry& entry : brain.outbox.take_queued_of(id)) {
        change_row(brain, id, with_state(*entry.message, MessageState::cancelled));
    }
    brain.link.history_asked.erase(id);
    brain.unmarked.erase(id);
    keep_closed(brain, *closing);
    brain.conversations.close(id);
    brain.tell(ConversationClosed{id});
}

void set_membership(Brain& brain, Conversation& conversation, Membership membership) {
    if (conversation.membership == membership) return;
    BRUSIO_ASSERT(conversation.kind == ConversationKind::room);
    conversation.membership = membership;
    brain.tell(MembershipChanged{conversation.id, membership});
}

void set_older(Brain& brain, Conversation& conversation, OlderRows older) {
    if (conversation.older == older) return;
    conversation.older = older;
    brain.tell(OlderChanged{conversation.id});
}

MessagePtr add_row(Brain& brain, Conversation& conversation, Message&& row) {
    if (!row.msgid.empty() && conversation.timeline.find_msgid(row.msgid)) {
        expect_no_gap(conversation);  // a page that reaches what is here
        return nullptr;
    }
    if (conversation.gap_fill.hold_back(row)) return nullptr;
    if (is_settled(row)) mark_gap(brain, conversation, row);
    if (!row.from_history && is_from_server(row)) {
        brain.heard_until = std::max(brain.heard_until, row.time);
    }
    row.id = MessageId{++brain.messages_made};
    const auto added = std::make_shared<const Message>(std::move(row));
    const MessageId dropped = conversation.timeline.add(added);
    brain.tell(MessageAdded{conversation.id, added});
    keep_row(brain, conversation, *added);
    if (dropped) note_dropped(brain, conversation, dropped);
    if (is_news(*added)) {
        count_as_unread(conversation, *added);
        brain.tell(UnreadChanged{conversation.id, conversation.unread, conversation.mentions});
    }
    return added;
}

void add_older_rows(Brain& brain, Conversation& conversation, std::vector<Message>&& rows) {
    place_before(brain, conversation, std::move(rows), brain.older_messages_made);
}

void place_before(Brain& brain, Conversation& conversation, std::vector<Message>&& rows,
                  std::uint64_t& before) {
    std::vector<MessagePtr> added;
    const std::size_t unread_before = conversation.unread;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        row->id = MessageId{--before};
        if (row->id > conversation.read_up_to && is_news(*row)) {
            count_as_unread(conversation, *row);
        }
        added.push_back(std::make_shared<const Message>(std::move(*row)));
    }
    if (added.empty()) return;
    std::reverse(added.begin(), added.end());
    for (const MessagePtr& row : added) keep_row(brain, conversation, *row);
    conversation.timeline.prepend(added);
    brain.tell(OlderAdded{conversation.id, std::move(added)});
    if (conversation.unread == unread_before) return;
    brain.tell(UnreadChanged{conversation.id, conversation.unread, conversation.mentions});
}

void change_row(Brain& brain, ConversationId conversation, MessagePtr row) {
    BRUSIO_ASSERT(row != nullptr && row->id);
    if (is_from_server(*row)) brain.heard_until = std::max(brain.heard_until, row->time);
    Conversation* found = brain.conversations.find(conversation);
    if (found == nullptr) return;
    keep_change(brain, *found, found->timeline.find(row->id), *row);
    found->timeline.replace(row);
    brain.tell(MessageChanged{conversation, std::move(row)});
}

MessagePtr with_state(const Message& message, MessageState state, MessageFailure failure,
                      std::string_view failure_text) {
    BRUSIO_ASSERT((state == MessageState::failed) == (failure != MessageFailure::none));
    Message changed = message;
    changed.state = state;
    changed.failure = failure;
    changed.failure_text = failure_text;
    return std::make_shared<const Message>(std::move(changed));
}

void mark_read_up_to(Brain& brain, Conversation& conversation, MessageId message) {
    if (message <= conversation.read_up_to) return;
    conversation.read_up_to = message;
    keep_place(brain, conversation);
    std::size_t unread = 0;
    std::size_t mentions = 0;
    for (const MessagePtr& row : conversation.timeline.messages()) {
        if (row->id <= message || !is_news(*row)) continue;
        ++unread;
        if (row->mentions_me) ++mentions;
    }
    if (unread == conversation.unread && mentions == conversation.mentions) return;
    conversation.unread = unread;
    conversation.mentions = mentions;
    brain.tell(UnreadChanged{conversation.id, unread, mentions});
}

}  // namespace brusio::client
