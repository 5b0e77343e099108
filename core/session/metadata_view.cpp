#include "core/session/metadata_view.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/names_reply.h"
#include "core/session/numeric_draft.h"
#include "core/session/send_long.h"

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

bool has_items(const ServerState& state, const room::Room& room, const MetadataKeys& keys) {
    const auto holds = [&](const Metadata& metadata) {
        return std::any_of(metadata.begin(), metadata.end(),
                           [&](const auto& item) { return keys.contains(item.first); });
    };
    if (keys.empty()) return false;
    return holds(room.metadata()) ||
           std::any_of(room.members().begin(), room.members().end(), [&](const auto& member) {
               return holds(metadata_of(state, state.roster.user_of(member)));
           });
}

void send_items(Stage& stage, const Session& session, const Items& items) {
    for (const MetadataItem& item : items) {
        if (speaks_third(session)) {
            stage.replies.add(metadata_numeric(stage, stage.replies.nick(), item));
        } else {
            Draft line = stage.from_server("METADATA");
            stage.replies.add(line.with({item.target, item.key, "*"}).text(*item.value));
        }
    }
}

/// All that is noted of a room and its members under some keys, as one batch.
class RoomRest final : public Rest {
 public:
    /// Is the batch the whole answer to a command, or part of one?
    enum class Batch : std::uint8_t { is_answer, inside };

    RoomRest(const room::Room& room, const MetadataKeys& keys, Batch batch, Metadata notes = {})
        : room_(room.id()),
          name_(room.name()),
          keys_(keys),
          notes_(std::move(notes)),
          members_(member_ids(room)),
          batch_(batch) {}

    bool go_on(Stage& stage, const Session& session) override {
        const room::Room* room = stage.state.roster.find_room(room_);
        if (std::exchange(begun_, true)) {
            stage.replies.enter_batch(std::move(batch_tag_));
        } else {
            begin(stage, session, room);
        }
        for (; next_ < members_.size(); ++next_) {
            const room::User* user = stage.state.roster.find_user(members_[next_]);
            if (room == nullptr || user == nullptr || !room->has_member(user->id())) continue;
            if (!may_send_more(stage)) {
                batch_tag_ = stage.replies.leave_batch();
                return false;
            }
            Items items;
            gather(stage.state, *user, keys_, items);
            send_items(stage, session, items);
        }
        stage.replies.close_batch();
        return true;
    }

 private:
    void begin(Stage& stage, const Session& session, const room::Room* room) {
        if (batch_ == Batch::is_answer) {
            stage.replies.open_answer_batch("metadata", name_);
        } else {
            stage.replies.open_batch("metadata", name_);
        }
        Items items;
        if (room != nullptr) {
            gather(room->name(), room->metadata(), keys_, items);
            gather(room->name(), notes_, keys_, items);
        }
        send_items(stage, session, items);
    }

    RoomId room_;
    std::string name_;  // at first
    MetadataKeys keys_;
    Metadata notes_;  // about the room, of whoever asks
    std::vector<UserId> members_;
    Batch batch_;
    bool begun_ = false;
    std::string batch_tag_;  // once it is begun
    std::size_t next_ = 0;
};

void send_batch(Stage& stage, const Session& session, std::string_view target, const Items& items) {
    stage.replies.open_batch("metadata", target);
    send_items(stage, session, items);
    stage.replies.close_batch();
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
    const bool is_empty = !has_items(stage.state, room, keys);
    // draft/metadata-3, "Automatic synchronization": an answer in any case.
    if (is_empty && !speaks_third(session)) return;
    if (!is_empty && is_large(stage, room)) {
        return tell_to_sync_later(stage, session, room.name());
    }
    send_long(stage, std::make_unique<RoomRest>(room, keys, RoomRest::Batch::inside));
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
    } else if (may_send_more(stage)) {
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

void send_metadata_sync(Stage& stage, const Session& session, const MetadataTarget& target,
                        const Metadata& notes) {
    const MetadataKeys& keys = subscriptions_of(session);
    const Metadata own = target.newcomer == nullptr ? Metadata{} : metadata_of(stage.state, target);
    if (target.room != nullptr) {
        return send_long(stage, std::make_unique<RoomRest>(*target.room, keys,
                                                           RoomRest::Batch::is_answer, notes));
    }
    Items items;
    if (target.user != nullptr) {
        gather(stage.state, *target.user, keys, items);
    } else {
        gather(target.name(), own, keys, items);
    }
    gather(target.name(), notes, keys, items);
    stage.replies.open_answer_batch("metadata", target.name());
    send_items(stage, session, items);
    stage.replies.close_batch();
}

void send_metadata_sync_of_all(Stage& stage, const Session& session, const room::User& user) {
    BRUSIO_ASSERT(speaks_third(session));
    std::vector<const room::Room*> large;
    stage.replies.let_wait();
    send_batch(stage, session, all_metadata_targets, items_of_all(stage, session, user, large));
    for (const room::Room* room : large) tell_to_sync_later(stage, session, room->name());
}

}  // namespace brusio::session
