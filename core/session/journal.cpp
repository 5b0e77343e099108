#include "core/session/journal.h"

#include <utility>

#include "core/base/assert.h"
#include "core/session/retention.h"

namespace brusio::session {

namespace {

Noted append(Stage& stage, ConversationId conversation, room::LogHead& log, const room::User& user,
             const Entry& entry) {
    BRUSIO_ASSERT(conversation);
    MessageRecord record;
    record.id = stage.state.message_ids.next();
    record.seq = log.take_seq();
    record.time = log.take_time(stage.now.wall);
    record.kind = entry.kind;
    record.sender = source_of(user);
    record.account = user.profile.account_id;
    record.account_name = user.profile.account;
    if (!entry.sender.empty()) {
        record.sender = entry.sender;
        record.account_name.clear();  // shown as the speaker's; who may redact goes by `account`
    }
    record.target = entry.target;
    record.text = entry.text;
    record.client_tags = entry.client_tags;
    if (entry.client_id != nullptr) {
        record.client_id = entry.client_id->key();
        stage.state.devices.take(record.account, *entry.client_id);
    }
    record.from_bot = user.is(room::UserFlag::bot);
    Noted noted{record.id, std::nullopt, place_text(conversation, record.seq)};
    // The clock may have stepped back: the log's time does not, and all see the log's.
    if (record.time != stage.now.wall) noted.time = wire::time_text(record.time);
    stage.effects.writes.push_back(AppendMessage{conversation, std::move(record)});
    trim_grown_log(stage, conversation, log);
    return noted;
}

/// Nobody will ever read of what ends the room, and its log.
bool ends_with(const ServerState& state, const room::User& user, const room::Room& room,
               RecordKind kind) {
    const bool is_departure = kind == RecordKind::part || kind == RecordKind::quit;
    return is_departure && state.roster.fate_without(user, room) == room::RoomFate::gone;
}

}  // namespace

std::string place_text(ConversationId log, std::uint64_t seq) {
    return std::to_string(log.value) + "." + std::to_string(seq);
}

void mark_as(const Noted& noted, Draft& draft) {
    draft.message_id = noted.id;
    draft.time = noted.time_text();
    draft.place = noted.place;
}

Noted note_in_room(Stage& stage, const room::User& user, room::Room& room, const Entry& entry) {
    return append(stage, room.conversation(), room.log(), user, entry);
}

Noted note_in_pair(Stage& stage, const room::User& user, const Party& other, const Entry& entry) {
    const Party own = Party::of(user);
    if (!own.account && !other.account) return {stage.state.message_ids.next(), std::nullopt, {}};
    const std::string own_key = own.key();
    const std::string other_key = other.key();
    Pair* pair = stage.state.pairs.find(own_key, other_key);
    if (pair == nullptr) {
        const ConversationId id{++stage.state.conversations_made};
        pair = &stage.state.pairs.add(id, own_key, other_key);
        stage.effects.writes.emplace_back(SavePair{pair->record});
    }
    return append(stage, pair->record.id, pair->log, user, entry);
}

Noted note_event(Stage& stage, const room::User& user, room::Room& room, const Entry& entry) {
    BRUSIO_ASSERT(!is_said(entry.kind));
    if (ends_with(stage.state, user, room, entry.kind)) return {};
    if (stage.state.store_health != StoreHealth::accepting) return {};
    return append(stage, room.conversation(), room.log(), user, entry);
}

void note_event_everywhere(Stage& stage, const room::User& user, const Entry& entry) {
    for (const RoomId id : user.rooms()) {
        note_event(stage, user, *stage.state.roster.find_room(id), entry);
    }
}

}  // namespace brusio::session
