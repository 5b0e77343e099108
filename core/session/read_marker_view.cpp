#include "core/session/read_marker_view.h"

#include <optional>
#include <string>

#include "core/base/assert.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

Folded target_of_name(const Folded& key) { return Folded{"name:" + key.text}; }

}  // namespace

Folded marker_target(const room::User& reader, const room::Room& room) {
    if (!reader.profile.account_id) return target_of_name(room.key());
    BRUSIO_ASSERT(room.conversation());
    return Folded{"room:" + std::to_string(room.conversation().value)};
}

Folded marker_target(const Party& party) { return Folded{party.key()}; }

void send_read_marker(Stage& stage, const room::User& user, const Folded& target,
                      std::string_view name) {
    const auto read_up_to = stage.state.read_markers.find(MarkerOwner::of(user), target);
    std::string text = "*";
    if (read_up_to) text = wire::timestamp_param(*read_up_to);
    stage.replies.add(stage.from_server("MARKREAD").with({name, text}));
}

void follow_rename(ServerState& state, const room::Room& room, const Folded& key_before) {
    for (const room::Member& member : room.members()) {
        const MarkerOwner owner = MarkerOwner::of(state.roster.user_of(member));
        if (owner.account) continue;
        state.read_markers.rename(owner, target_of_name(key_before), target_of_name(room.key()));
    }
}

void show_read_marker(Stage& stage, const Session& session, const room::Room& room) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    if (!session.has(wire::Capability::read_marker)) return;
    const room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    send_read_marker(stage, *user, marker_target(*user, room), room.name());
}

void show_known_read_markers(Stage& stage, const Session& session, const room::User& user) {
    const MarkerOwner owner = MarkerOwner::of(user);
    for (const RoomId id : user.rooms()) {
        const room::Room* room = stage.state.roster.find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        if (!stage.state.read_markers.find(owner, marker_target(user, *room))) continue;
        show_read_marker(stage, session, *room);
    }
}

}  // namespace brusio::session
