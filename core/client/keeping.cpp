#include "core/client/keeping.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/client/known_rows.h"

namespace brusio::client {
namespace {

bool keeps(const Brain& brain) { return brain.config.stored.has_value(); }

StoredPlace place_of(const Conversation& conversation) {
    StoredPlace place;
    place.key = store_key(conversation.name);
    place.name = conversation.name;
    place.kind = conversation.kind;
    place.read_up_to = conversation.read_up_to;
    place.read = conversation.marker.read;
    place.told = conversation.marker.told;
    // Before we are in, nobody has told whether there is one.
    const bool told =
        conversation.membership == Membership::inside || !conversation.topic.text.empty();
    if (told) place.topic = conversation.topic.text;
    return place;
}

void ask(Brain& brain, Conversation& conversation, MessageId before) {
    const ClientLimits& limits = brain.config.limits;
    conversation.kept.asked = true;
    brain.emitter.read(ReadRows{conversation.id, store_key(conversation.name), before,
                                limits.stored_page_messages, limits.stored_page_rows_max});
}

void take_place(Brain& brain, Conversation& conversation, const StoredPlace& place) {
    ReadMarker& marker = conversation.marker;
    conversation.read_up_to = std::max(conversation.read_up_to, place.read_up_to);
    marker.read = std::max(marker.read, place.read);
    marker.told = std::max(marker.told, place.told);
    if (marker.read > std::max(marker.told, marker.sent)) brain.unmarked.insert(conversation.id);
    if (!place.topic || place.topic->empty() || !conversation.topic.text.empty()) return;
    conversation.topic.text = *place.topic;
    brain.tell(TopicChanged{conversation.id});
}

}  // namespace

void begin_keeping(Brain& brain, Now now) {
    if (!keeps(brain)) return;
    const StoredBounds bounds = *brain.config.stored;
    if (bounds.newest) {
        brain.messages_made = std::max(brain.messages_made, bounds.newest.value);
        brain.older_messages_made = std::min(brain.older_messages_made, bounds.oldest.value);
    }
    brain.rows_kept = brain.config.limits.stored_trim_interval_rows;
    trim_stored(brain, now);
}

void ask_for_stored(Brain& brain, Conversation& conversation) {
    if (!keeps(brain)) return;
    brain.changed_places.insert(conversation.id);
    ask(brain, conversation, MessageId{});
}

bool ask_for_stored_older(Brain& brain, Conversation& conversation) {
    const auto& rows = conversation.timeline.messages();
    if (!keeps(brain) || !conversation.kept.more || conversation.kept.asked || rows.empty()) {
        return false;
    }
    ask(brain, conversation, rows.front()->id);
    return true;
}

void take_stored(Brain& brain, StoredRows&& answer) {
    Conversation* conversation = brain.conversations.find(answer.conversation);
    if (conversation == nullptr || !conversation->kept.asked) return;
    conversation->kept.asked = false;
    conversation->kept.more = answer.more;
    if (answer.place) take_place(brain, *conversation, *answer.place);
    const auto& here = conversation->timeline.messages();
    const MessageId front = here.empty() ? MessageId{} : here.front()->id;
    std::vector<MessagePtr> rows;
    std::size_t unread = 0;
    std::size_t mentions = 0;
    for (Message& row : without_known(*conversation, std::move(answer.rows))) {
        const bool fits = row.id && (rows.empty() || rows.back()->id < row.id) &&
                          (!front || row.id < front) && is_settled(row);
        if (!fits) continue;  // the store holds what we never wrote
        if (row.id > conversation->read_up_to && is_news(row)) {
            ++unread;
            if (row.mentions_me) ++mentions;
        }
        rows.push_back(std::make_shared<const Message>(std::move(row)));
    }
    if (rows.empty()) return;
    conversation->kept.gap_stays = false;
    conversation->timeline.prepend(rows);
    brain.tell(OlderAdded{conversation->id, std::move(rows)});
    if (unread == 0) return;
    conversation->unread += unread;
    conversation->mentions += mentions;
    brain.tell(UnreadChanged{conversation->id, conversation->unread, conversation->mentions});
}

void keep_row(Brain& brain, const Conversation& conversation, const Message& row) {
    if (!keeps(brain)) return;
    if (is_unsent(row)) brain.writes.emplace_back(KeepUnsent{row});
    if (!is_settled(row)) return;
    ++brain.rows_kept;
    brain.writes.emplace_back(KeepRow{store_key(conversation.name), row});
}

void keep_change(Brain& brain, const Conversation& conversation, const MessagePtr& before,
                 const Message& now) {
    if (!keeps(brain)) return;
    keep_row(brain, conversation, now);
    const bool was_unsent = before == nullptr || is_unsent(*before);
    if (now.origin == MessageOrigin::own && was_unsent && !is_unsent(now)) {
        brain.writes.emplace_back(DropUnsent{now.id});
    }
    if (is_settled(now) || before == nullptr || !is_settled(*before)) return;
    brain.writes.emplace_back(DropRow{store_key(conversation.name), now.id});
}

void keep_restored(Brain& brain, const std::vector<Message>& unsent) {
    if (!keeps(brain)) return;
    for (const Message& one : unsent) brain.writes.emplace_back(DropUnsent{one.id});
}

void keep_place(Brain& brain, const Conversation& conversation) {
    if (keeps(brain)) brain.changed_places.insert(conversation.id);
}

void keep_closed(Brain& brain, const Conversation& conversation) {
    if (!keeps(brain)) return;
    for (const MessagePtr& row : conversation.timeline.messages()) {
        if (is_unsent(*row)) brain.writes.emplace_back(DropUnsent{row->id});
    }
    if (brain.changed_places.erase(conversation.id) == 0) return;
    brain.writes.emplace_back(KeepPlace{place_of(conversation)});
}

void keep_redaction(Brain& brain, std::string_view name, std::string_view msgid,
                    std::string_view by, std::string_view reason) {
    if (!keeps(brain) || msgid.empty()) return;
    brain.writes.emplace_back(
        RedactRow{store_key(name), std::string(msgid), std::string(by), std::string(reason)});
}

bool rename_conversation(Brain& brain, Conversation& conversation, std::string name, Folded key) {
    const std::string from = store_key(conversation.name);
    if (!brain.conversations.rename(conversation, std::move(name), std::move(key))) return false;
    const std::string to = store_key(conversation.name);
    if (keeps(brain)) brain.writes.emplace_back(RenamePlace{from, to, conversation.name});
    return true;
}

void trim_stored(Brain& brain, Now now) {
    const ClientLimits& limits = brain.config.limits;
    if (!keeps(brain) || brain.rows_kept < limits.stored_trim_interval_rows) return;
    brain.rows_kept = 0;
    const std::int64_t age_ms = limits.stored_age_max / std::chrono::milliseconds{1};
    brain.writes.emplace_back(TrimRows{WallTime{now.wall.unix_ms - age_ms},
                                       limits.stored_rows_of_conversation_max,
                                       limits.stored_rows_max});
}

std::vector<StoreWrite> take_store_writes(Brain& brain) {
    std::vector<StoreWrite> writes = std::exchange(brain.writes, {});
    for (const ConversationId id : std::exchange(brain.changed_places, {})) {
        const Conversation* conversation = std::as_const(brain.conversations).find(id);
        BRUSIO_ASSERT(conversation != nullptr);
        writes.emplace_back(KeepPlace{place_of(*conversation)});
    }
    return writes;
}

}  // namespace brusio::client
