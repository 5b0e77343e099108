#include "core/client/writing.h"

#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/client/message_lines.h"
#include "core/client/rows.h"

namespace brusio::client {
namespace {

// To ourselves the delivery is the echo, also where the server echoes nothing.
bool is_confirmed(const Brain& brain, const Message& message) {
    return brain.has(wire::Capability::echo_message) ||
           brain.has(wire::Capability::labeled_response) || brain.is_me(message.target);
}

// Nobody will say whether it arrived, but an error may still come (refuse_target).
void believe(Brain& brain, const OutboxEntry& entry) {
    constexpr std::size_t believed_max = 64;
    auto& believed = brain.link.believed;
    if (believed.size() >= believed_max) believed.pop_front();
    believed.emplace_back(entry.conversation, entry.message->id);
}

std::string client_id_for(Brain& brain, const Message& queued) {
    if (!queued.client_id.empty()) return queued.client_id;
    return brain.device() + "-" + std::to_string(++brain.client_ids_made);
}

// The server does not take all its lines in one message: the first stays in the row, the others get
// rows of their own. What was written here later gets new rows behind them, in the order in which
// everybody will see it.
void split_queued(Brain& brain, const OutboxEntry& entry) {
    Conversation* conversation = brain.conversations.find(entry.conversation);
    BRUSIO_ASSERT(conversation != nullptr);
    std::vector<OutboxEntry> entries;
    for (std::string& text : texts_of_lines(brain, *entry.message)) {
        Message one = *entry.message;
        one.text = std::move(text);
        MessagePtr row;
        if (entries.empty()) {
            row = std::make_shared<const Message>(std::move(one));
            change_row(brain, entry.conversation, row);
        } else {
            row = add_row(brain, *conversation, std::move(one));
        }
        BRUSIO_ASSERT(row != nullptr);
        entries.push_back(OutboxEntry{entry.conversation, std::move(row), {}, {}});
    }
    for (const OutboxEntry& later : brain.outbox.take_queued_of(entry.conversation)) {
        change_row(brain, entry.conversation, with_state(*later.message, MessageState::cancelled));
        const MessagePtr row = add_row(brain, *conversation, Message{*later.message});
        entries.push_back(OutboxEntry{entry.conversation, row, {}, {}});
    }
    brain.outbox.queue_first(std::move(entries));
}

// The tags that say which message it is, now and when it is sent again.
std::string tags_for(Brain& brain, OutboxEntry& entry, Message& written) {
    entry.label.clear();
    if (!brain.has(wire::Capability::labeled_response)) return {};
    entry.label = "b" + std::to_string(++brain.labels_made);
    if (!brain.resends()) return "label=" + entry.label;
    written.client_id = client_id_for(brain, written);
    return "label=" + entry.label + ";brusio/cid=" + written.client_id;
}

// Its room or person may be called something else by now.
std::string target_of(const Brain& brain, const OutboxEntry& entry) {
    const std::string& target = entry.message->target;
    const std::string_view name = brain.isupport.without_status(target);
    const Conversation* conversation = brain.conversations.find(entry.conversation);
    if (conversation == nullptr || brain.fold(name) == conversation->key) return target;
    return target.substr(0, target.size() - name.size()) + conversation->name;
}

}  // namespace

Confirmation confirmation_of(const Brain& brain) {
    return brain.has(wire::Capability::echo_message) ||
                   brain.has(wire::Capability::labeled_response)
               ? Confirmation::expected
               : Confirmation::none;
}

void write_message(Brain& brain, OutboxEntry entry, Now now) {
    BRUSIO_ASSERT(brain.phase == Phase::online);
    const bool in_doubt = !entry.message->client_id.empty();
    if (in_doubt && !brain.resends()) {  // it would be said twice
        return fail(brain, entry, MessageFailure::unknown, "the server cannot tell if it arrived");
    }
    Message written = *entry.message;
    written.target = target_of(brain, entry);
    std::vector<std::string> lines = protocol_lines(brain, written);
    if (lines.empty() && in_doubt) {
        return fail(brain, entry, MessageFailure::unknown, "the server takes single lines only");
    }
    if (lines.empty()) {
        entry.message = std::make_shared<const Message>(std::move(written));
        return split_queued(brain, entry);
    }
    const std::string tags = tags_for(brain, entry, written);
    if (!tags.empty()) lines.front().insert(0, "@" + tags + " ");
    for (const std::string& line : lines) brain.send(line);
    const bool confirmed = is_confirmed(brain, written);
    written.state = confirmed ? MessageState::sending : MessageState::sent;
    written.time = now.wall;
    written.sender = brain.me.nick;
    entry.message = std::make_shared<const Message>(std::move(written));
    entry.written_at = now.mono;
    change_row(brain, entry.conversation, entry.message);
    if (confirmed) {
        brain.outbox.written(std::move(entry));
    } else {
        believe(brain, entry);
    }
}

void fail(Brain& brain, const OutboxEntry& entry, MessageFailure failure, std::string_view why) {
    change_row(brain, entry.conversation,
               with_state(*entry.message, MessageState::failed, failure, why));
}

}  // namespace brusio::client
