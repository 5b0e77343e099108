#include "core/session/operators/room_override.h"

#include <string>

#include "core/base/assert.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/privileges.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

std::string with_detail(std::string_view action, std::string_view detail) {
    std::string text{action};
    if (!detail.empty()) text.append(" ").append(detail);
    return text;
}

}  // namespace

bool may_override(const ServerState& state, const room::User& user) {
    return may(state, user, Privilege::override_rooms);
}

room::Room* find_room_to_govern(const ServerState& state, const room::User& user,
                                std::string_view name) {
    room::Room* room = state.roster.find_room(wire::fold(name));
    const bool sees = room != nullptr && (may_see(user, *room) || may_override(state, user));
    return sees ? room : nullptr;
}

void tell_override(Stage& stage, const room::User& user, const room::Room& room,
                   std::string_view action, std::string_view detail) {
    BRUSIO_ASSERT(may_override(stage.state, user) || may(stage.state, user, Privilege::force));
    const std::string deed = with_detail(action, detail);
    tell_room_of_power(stage, user, room, deed);
    record_deed(stage, user, {"override", room.name(), deed});
    HostEvent event{HostEventKind::override_used};
    event.subject = room.name();
    event.reason = deed;
    const Session* session = stage.replies.session();
    BRUSIO_ASSERT(session != nullptr);
    tell_host(stage, *session, std::move(event));
}

void tell_room_of_power(Stage& stage, const room::User& user, const room::Room& room,
                        std::string_view deed) {
    const std::string text =
        user.nick() + " used the power of a server operator here: " + std::string{deed};
    Draft notice = stage.from_server("NOTICE");
    notice.kind = DraftKind::notice;
    notice.add(room.name()).text(text);
    stage.fanout.to_room(room, notice, Echo::yes);
}

void tell_look(Stage& stage, const room::User& user, const room::Room& room,
               std::string_view action) {
    if (!may_see(user, room)) tell_override(stage, user, room, action);
}

}  // namespace brusio::session
