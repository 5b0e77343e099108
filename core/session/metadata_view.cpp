#include "core/session/metadata_view.h"

#include <set>
#include <vector>

#include "core/base/assert.h"
#include "core/session/line_budget.h"
#include "core/session/numeric_draft.h"

namespace brusio::session {

namespace {

using wire::Numeric;
using Items = std::vector<MetadataItem>;

const MetadataKeys no_keys;

bool speaks_third(const Session& session) {
    return metadata_dialect(session) == MetadataDialect::third;
}

void gather(std::string_view name, const Metadata& metadata, const MetadataKeys& keys,
            Items& items) {
    if (metadata.empty()) return;
    for (const std::string& key : keys) {
        const auto found = metadata.find(key);
        if (found != metadata.end()) items.push_back({name, found->first, &found->second});
    }
}

void gather(const ServerState& state, const room::User& user, const MetadataKeys& keys,
            Items& items) {
    gather(user.nick(), metadata_of(state, user), keys, items);
}

Items items_of(const ServerState& state, const room::Room& room, const MetadataKeys& keys) {
    Items items;
    if (keys.empty()) return items;
    gather(room.name(), room.metadata(), keys, items);
    for (const room::Member& member : room.members()) {
        gather(state, state.roster.user_of(member), keys, items);
    }
    return items;
}

/// False if not all of them found room.
bool send_items(Stage& stage, const Session& session, const Items& items) {
    for (const MetadataItem& item : items) {
        if (!may_list_more(stage)) return false;
        if (speaks_third(session)) {
            stage.replies.add(metadata_numeric(stage, stage.replies.nick(), item));
        } else {
            Draft line = stage.from_server("METADATA");
            stage.replies.add(line.with({item.target, item.key, "*"}).text(*item.value));
        }
    }
    return true;
}

void send_batch(Stage& stage, const Session& session, std::string_view target, const Items& items) {
    stage.replies.open_batch("metadata", target);
    const bool whole = send_items(stage, session, items);
    stage.replies.close_batch();
    if (!whole) stage.replies.reply(list_was_cut("METADATA"));
}

bool is_large(const Stage& stage, const room::Room& room) {
    return room.size() > stage.state.config.limits.metadata_sync_members_max;
}

/// Everybody and everything of which the session is told, once; `large` gets the rooms that are
/// left out.
Items items_of_all(const Stage& stage, const Session& session, const room::User& user,
                   std::vector<const room::Room*>& large) {
    const ServerState& state = stage.state;
    const MetadataKeys& keys = subscriptions_of(session);
    Items items;
    if (keys.empty()) return items;
    std::set<UserId> seen{user.id()};
    gather(state, user, keys, items);
    for (const RoomId id : user.rooms()) {
        const room::Room& room = *state.roster.find_room(id);
        if (is_large(stage, room)) {
            large.push_back(&room);
            continue;
        }
        gather(room.name(), room.metadata(), keys, items);
        for (const room::Member& member : room.members()) {
            const room::User& other = state.roster.user_of(member);
            if (seen.insert(other.id()).second) gather(state, other, keys, items);
        }
    }
    for (const room::Interest& interest : state.monitor.interests(session.link)) {
        const room::User* watched = state.roster.find_user(interest.key);
        if (watched == nullptr || !seen.insert(watched->id()).second) continue;
        gather(state, *watched, keys, items);
    }
    return items;
}

}  // namespace

const MetadataKeys& subscriptions_of(const Session& session) {
    const bool reads = reads_metadata(session) && session.metadata_keys != nullptr;
    return reads ? *session.metadata_keys : no_keys;
}

Draft metadata_numeric(const Stage& stage, std::string_view nick, const MetadataItem& item) {
    const Numeric numeric = item.value == nullptr ? Numeric::rpl_keynotset : Numeric::rpl_keyvalue;
    Draft draft = stage.from_server(wire::numeric_code(numeric));
    draft.with({nick, item.target, item.key});
    if (item.value == nullptr) return draft.text(wire::numeric_text(numeric));
    return draft.add("*").text(*item.value);
}

void tell_to_sync_later(Stage& stage, const Session& session, std::string_view target) {
    Draft later = numeric_draft(stage, Numeric::rpl_metadatasynclater);
    later.add(target);
    // draft/metadata-3, "Replies": with the seconds until then and a sentence.
    if (speaks_third(session)) later.add("0").text("Ask with METADATA SYNC when you want them");
    stage.replies.add(later);
}

void show_metadata(Stage& stage, const Session& session, const room::Room& room) {
    show_metadata(stage, session, room, subscriptions_of(session));
}

void show_metadata(Stage& stage, const Session& session, const room::Room& room,
                   const MetadataKeys& keys) {
    if (!reads_metadata(session)) return;
    const Items items = items_of(stage.state, room, keys);
    // draft/metadata-3, "Automatic synchronization": an answer in any case.
    const bool is_answered = !items.empty() || speaks_third(session);
    if (!is_answered) return;
    if (!items.empty() && is_large(stage, room)) {
        return tell_to_sync_later(stage, session, room.name());
    }
    send_batch(stage, session, room.name(), items);
}

void show_metadata(Stage& stage, const Session& session, const room::User& user) {
    show_metadata(stage, session, user, subscriptions_of(session));
}

void show_metadata(Stage& stage, const Session& session, const room::User& user,
                   const MetadataKeys& keys) {
    if (!reads_metadata(session)) return;
    Items items;
    gather(stage.state, user, keys, items);
    if (!speaks_third(session)) {
        send_items(stage, session, items);
    } else if (may_list_more(stage)) {
        send_batch(stage, session, user.nick(), items);
    } else {
        tell_to_sync_later(stage, session, user.nick());
    }
}

void show_own_metadata(Stage& stage, const Session& session, const room::User& user) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    if (!reads_metadata(session)) return;
    Items items;
    for (const auto& [key, value] : metadata_of(stage.state, user)) {
        items.push_back({user.nick(), key, &value});
    }
    send_batch(stage, session, user.nick(), items);
}

void send_metadata_sync(Stage& stage, const Session& session, const MetadataTarget& target) {
    const MetadataKeys& keys = subscriptions_of(session);
    const Metadata own = target.newcomer == nullptr ? Metadata{} : metadata_of(stage.state, target);
    Items items;
    if (target.room != nullptr) {
        items = items_of(stage.state, *target.room, keys);
    } else if (target.user != nullptr) {
        gather(stage.state, *target.user, keys, items);
    } else {
        gather(target.name(), own, keys, items);
    }
    stage.replies.open_answer_batch("metadata", target.name());
    const bool whole = send_items(stage, session, items);
    stage.replies.close_batch();
    if (!whole) stage.replies.reply(list_was_cut("METADATA"));
}

void send_metadata_sync_of_all(Stage& stage, const Session& session, const room::User& user) {
    BRUSIO_ASSERT(speaks_third(session));
    std::vector<const room::Room*> large;
    send_batch(stage, session, all_metadata_targets, items_of_all(stage, session, user, large));
    for (const room::Room* room : large) tell_to_sync_later(stage, session, room->name());
}

}  // namespace brusio::session
