#include "core/client/sending.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/assert.h"
#include "core/client/keeping.h"
#include "core/client/message_lines.h"
#include "core/client/rows.h"
#include "core/client/text_split.h"
#include "core/client/writing.h"

namespace brusio::client {
namespace {

// A message to ourselves comes twice: as its echo (or ACK) and as its delivery. With a msgid the
// second one is recognised; without, this count tells how many deliveries of a text are to come.
void expect_copy(Brain& brain, const Message& settled) {
    constexpr std::size_t texts_max = 64;
    if (!brain.is_me(settled.target) || !settled.msgid.empty()) return;
    if (confirmation_of(brain) == Confirmation::none) return;
    auto& copies = brain.link.self_copies;
    if (copies.size() >= texts_max) copies.clear();
    if (++copies[settled.text] == 0) copies.erase(settled.text);
}

bool is_copy(Brain& brain, const Conversation& conversation, const Message& row) {
    if (!brain.is_me(row.target)) return false;
    const bool awaited = brain.outbox.awaits(conversation.id, row.kind, row.text);
    if (!row.msgid.empty()) return awaited;
    auto& copies = brain.link.self_copies;
    const auto expected = copies.find(row.text);
    const bool settled_before = expected != copies.end() && expected->second > 0;
    if (!settled_before && !awaited) return false;
    if (--copies[row.text] == 0) copies.erase(row.text);
    return true;
}

// The conversation and row of a message of ours, wherever it is; null if it was dropped.
std::pair<Conversation*, MessagePtr> find_row(Brain& brain, MessageId id) {
    for (auto& [conversation_id, conversation] : brain.conversations.all()) {
        if (MessagePtr row = conversation.timeline.find(id)) return {&conversation, std::move(row)};
    }
    return {nullptr, nullptr};
}

MessageId compose_one(Brain& brain, Conversation& conversation, Message message) {
    const bool full = brain.outbox.size() >= brain.config.limits.outbox_entries_max;
    message.state = full ? MessageState::failed : MessageState::queued;
    if (full) message.failure = MessageFailure::outbox_full;
    const MessagePtr row = add_row(brain, conversation, std::move(message));
    BRUSIO_ASSERT(row != nullptr);
    if (!full) brain.outbox.queue(OutboxEntry{conversation.id, row, {}, {}});
    return row->id;
}

// The server's answer was kept, and then the program ended before the outbox knew of it.
bool was_settled(const Conversation& conversation, const Message& left) {
    if (left.client_id.empty()) return false;
    const auto& rows = conversation.timeline.messages();
    return std::any_of(rows.begin(), rows.end(), [&left](const MessagePtr& row) {
        return row->client_id == left.client_id && is_settled(*row);
    });
}

void restore_one(Brain& brain, Conversation& conversation, const Message& left) {
    if (was_settled(conversation, left)) return;
    Message message;
    message.kind = left.kind;
    message.origin = MessageOrigin::own;
    message.time = left.time;
    message.sender = brain.me.nick;
    const std::string text = to_utf8(left.text);
    if (left.kind != MessageKind::action) message.text = with_plain_lines(text);
    if (message.text.empty()) message.text = one_line(text);
    message.target = left.target;
    message.client_id = left.client_id;
    const bool doubtful = left.state == MessageState::sending && left.client_id.empty();
    if (left.state != MessageState::failed && !doubtful) {
        // What waits for a room waits for us to be in it.
        if (conversation.membership == Membership::outside) {
            set_membership(brain, conversation, Membership::joining);
            if (brain.phase == Phase::online) brain.send(line_of("JOIN", {conversation.name}));
        }
        compose_one(brain, conversation, std::move(message));
        return;
    }
    message.state = MessageState::failed;
    message.failure = doubtful ? MessageFailure::unknown : left.failure;
    message.failure_text = doubtful ? "" : left.failure_text;
    if (message.failure == MessageFailure::none) message.failure = MessageFailure::unknown;
    add_row(brain, conversation, std::move(message));
}

// The message has a row already, out of the store or a page of the history.
bool is_twin(const Conversation& conversation, const Message& row) {
    const MessagePtr known = conversation.timeline.find_msgid(row.msgid);
    return known != nullptr && known->id != row.id;
}

bool is_target(std::string_view name) {
    constexpr std::size_t target_bytes_max = 200;  // so that there is always room for a text
    return is_middle_param(name) && name.size() <= target_bytes_max &&
           name.find(',') == std::string_view::npos;
}

}  // namespace

std::vector<MessageId> compose(Brain& brain, std::string_view target, std::string_view text,
                               MessageKind kind, Now now) {
    BRUSIO_ASSERT(is_speech(kind));
    std::vector<MessageId> made;
    if (!is_target(target)) return made;
    const auto texts = texts_of_messages(brain, target, text, kind);
    if (texts.empty()) return made;
    const std::string_view name = brain.isupport.without_status(target);
    const bool room = brain.isupport.is_room(name);
    Conversation& conversation =
        open_conversation(brain, room ? ConversationKind::room : ConversationKind::person, name);
    for (const std::string& one : texts) {
        Message message;
        message.kind = kind;
        message.origin = MessageOrigin::own;
        message.time = now.wall;
        message.sender = brain.me.nick;
        message.text = one;
        message.target = target;
        made.push_back(compose_one(brain, conversation, std::move(message)));
    }
    brain.link.answers.typing_told.reset();  // a message ends our typing for everybody
    return made;
}

void restore_unsent(Brain& brain, const std::vector<Message>& messages) {
    keep_restored(brain, messages);
    for (const Message& one : messages) {
        const std::string_view name = brain.isupport.without_status(one.target);
        if (!is_target(name) || !is_speech(one.kind)) continue;
        const bool room = brain.isupport.is_room(name);
        Conversation& conversation = open_conversation(
            brain, room ? ConversationKind::room : ConversationKind::person, name);
        restore_one(brain, conversation, one);
    }
}

bool retry_message(Brain& brain, MessageId message) {
    const auto [conversation, row] = find_row(brain, message);
    if (row == nullptr || row->state != MessageState::failed) return false;
    if (brain.outbox.size() >= brain.config.limits.outbox_entries_max) return false;
    const MessagePtr queued = with_state(*row, MessageState::queued);
    brain.outbox.queue(OutboxEntry{conversation->id, queued, {}, {}});
    change_row(brain, conversation->id, queued);
    return true;
}

bool cancel_message(Brain& brain, MessageId message) {
    const auto [conversation, row] = find_row(brain, message);
    if (row == nullptr) return false;
    if (row->state != MessageState::failed && !brain.outbox.take_queued(message)) return false;
    change_row(brain, conversation->id, with_state(*row, MessageState::cancelled));
    return true;
}

void flush_outbox(Brain& brain, Now now) {
    if (brain.phase != Phase::online || brain.outbox.queued() == 0) return;
    const auto may_speak = [&brain](ConversationId id) {
        const Conversation* conversation = brain.conversations.find(id);
        BRUSIO_ASSERT(conversation != nullptr);
        return conversation->membership != Membership::joining;
    };
    const Confirmation confirmation = confirmation_of(brain);
    while (auto entry =
               brain.outbox.take_ready(now, confirmation, brain.config.limits, may_speak)) {
        write_message(brain, std::move(*entry), now);
    }
}

void settle_written(Brain& brain, std::string_view why) {
    std::vector<OutboxEntry> again;
    for (OutboxEntry& entry : brain.outbox.take_written()) {
        if (brain.conversations.find(entry.conversation) == nullptr) continue;  // closed meanwhile
        if (entry.message->client_id.empty()) {
            fail(brain, entry, MessageFailure::unknown, why);
            continue;
        }
        entry.message = with_state(*entry.message, MessageState::queued);
        entry.label.clear();
        change_row(brain, entry.conversation, entry.message);
        again.push_back(std::move(entry));
    }
    brain.outbox.send_again(std::move(again));
}

void fail_overdue(Brain& brain, Now now) {
    for (const OutboxEntry& entry : brain.outbox.take_overdue(now.mono, brain.config.limits)) {
        fail(brain, entry, MessageFailure::unknown, "the server did not confirm it");
    }
}

void refuse_queued(Brain& brain, ConversationId room, std::string_view why) {
    for (const OutboxEntry& entry : brain.outbox.take_queued_of(room)) {
        fail(brain, entry, MessageFailure::refused, why);
    }
}

void move_queued(Brain& brain, ConversationId from, Conversation& to) {
    BRUSIO_ASSERT(to.id != from);
    for (const OutboxEntry& entry : brain.outbox.take_queued_of(from)) {
        compose_one(brain, to, *entry.message);
    }
}

void confirm_label(Brain& brain, std::string_view label) {
    const auto entry = brain.outbox.settle_label(label);
    if (!entry) return;
    expect_copy(brain, *entry->message);
    change_row(brain, entry->conversation, with_state(*entry->message, MessageState::sent));
}

bool settle_echo(Brain& brain, std::string_view label, Message row) {
    if (row.from_history) return false;
    const Conversation* conversation = brain.find(brain.isupport.without_status(row.target));
    std::optional<OutboxEntry> entry;
    if (!label.empty()) {
        entry = brain.outbox.settle_label(label);
    } else if (conversation != nullptr && !brain.has(wire::Capability::labeled_response)) {
        entry = brain.outbox.settle_text(conversation->id, row.kind, row.text);
    }
    if (!entry) return conversation != nullptr && is_copy(brain, *conversation, row);
    BRUSIO_ASSERT(entry->message->origin == MessageOrigin::own);
    row.id = entry->message->id;
    row.state = MessageState::sent;
    row.client_id = entry->message->client_id;
    expect_copy(brain, row);
    if (conversation != nullptr && is_twin(*conversation, row)) {
        change_row(brain, entry->conversation,
                   with_state(*entry->message, MessageState::cancelled));
        return true;
    }
    change_row(brain, entry->conversation, std::make_shared<const Message>(std::move(row)));
    return true;
}

bool refuse_label(Brain& brain, std::string_view label, std::string_view why) {
    const auto entry = brain.outbox.settle_label(label);
    if (!entry) return false;
    fail(brain, *entry, MessageFailure::refused, why);
    return true;
}

bool rename_and_resend(Brain& brain, std::string_view label) {
    constexpr unsigned changes_max = 8;
    auto entry = brain.outbox.settle_label(label);
    if (!entry) return false;
    const std::string& id = entry->message->client_id;
    // Somebody else counts under our device's name: a message that has another already goes along.
    const bool is_current = id.starts_with(brain.device() + "-");
    if (id.empty() || (is_current && brain.device_changes >= changes_max)) {
        fail(brain, *entry, MessageFailure::refused, "the server takes it for another message");
        return true;
    }
    if (is_current) ++brain.device_changes;
    Message again = *entry->message;
    again.client_id.clear();
    again.state = MessageState::queued;
    entry->message = std::make_shared<const Message>(std::move(again));
    entry->label.clear();
    change_row(brain, entry->conversation, entry->message);
    std::vector<OutboxEntry> entries;
    entries.push_back(*std::move(entry));
    brain.outbox.queue_first(std::move(entries));
    return true;
}

void refuse_target(Brain& brain, std::string_view target, std::string_view why) {
    Conversation* conversation = brain.find(brain.isupport.without_status(target));
    if (conversation == nullptr) return;
    if (const auto entry = brain.outbox.settle_oldest(conversation->id)) {
        fail(brain, *entry, MessageFailure::refused, why);
        return;
    }
    auto& believed = brain.link.believed;
    const auto newest = std::find_if(believed.rbegin(), believed.rend(), [&](const auto& written) {
        return written.first == conversation->id;
    });
    if (newest == believed.rend()) return;
    const MessagePtr row = conversation->timeline.find(newest->second);
    believed.erase(std::next(newest).base());
    if (row == nullptr || row->state != MessageState::sent) return;
    change_row(brain, conversation->id,
               with_state(*row, MessageState::failed, MessageFailure::refused, why));
}

}  // namespace brusio::client
