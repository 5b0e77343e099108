#include "core/session/read_marker_view.h"

#include <optional>
#include <string>

#include "core/base/assert.h"
#include "core/wire/time_text.h"

namespace brusio::session {

Folded marker_target(const room::Room& room) {
    BRUSIO_ASSERT(room.conversation());
    return Folded{"room:" + std::to_string(room.conversation().value)};
}

Folded marker_target(const Party& party) { return Folded{party.key()}; }

void send_read_marker(Stage& stage, const room::User& user, const Folded& target,
                      std::string_view name) {
    const auto read_up_to = stage.state.read_markers.find(user.profile.account_id, target);
    std::string text = "*";
    if (read_up_to) text = wire::timestamp_param(*read_up_to);
    stage.replies.add(stage.from_server("MARKREAD").with({name, text}));
}

void show_read_marker(Stage& stage, const Session& session, const room::Room& room) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    if (!session.has(wire::Capability::read_marker)) return;
    const room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    send_read_marker(stage, *user, marker_target(room), room.name());
}

void show_known_read_markers(Stage& stage, const Session& session, const room::User& user) {
    const AccountId account = user.profile.account_id;
    for (const RoomId id : user.rooms()) {
        const room::Room* room = stage.state.roster.find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        if (!stage.state.read_markers.find(account, marker_target(*room))) continue;
        show_read_marker(stage, session, *room);
    }
}

}  // namespace brusio::session
