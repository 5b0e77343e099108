#include "core/session/room_view.h"

#include <string>

#include "core/base/assert.h"
#include "core/session/aside.h"
#include "core/session/metadata_view.h"
#include "core/session/names_reply.h"
#include "core/session/read_marker_view.h"
#include "core/session/send_long.h"
#include "core/session/topic_reply.h"

namespace brusio::session {

namespace {

/// JOIN of a room, as the session would have seen it.
void show_join(Stage& stage, const Session& session, const room::User& user,
               const room::Room& room) {
    const std::string source = source_of(user);
    Draft join = from_user(user, source, "JOIN");
    join.kind = DraftKind::join;
    join.add(room.name());
    if (session.has(wire::Capability::extended_join)) {
        const std::string& account = user.profile.account;
        join.add(account.empty() ? std::string_view{"*"} : account).text(user.profile.realname);
    }
    stage.replies.add(join);
}

void show_part(Stage& stage, const room::User& user, const NameChange& change) {
    const std::string source = source_of(user);
    Draft part = from_user(user, source, "PART");
    part.kind = DraftKind::part;
    part.add(change.name_before);
    if (!change.reason.empty()) part.text(change.reason);
    stage.replies.add(part);
}

/// Calls `show` for each session of the user that speaks IRC, with the replies begun for it.
template <class Show>
void for_each_session(Stage& stage, const room::User& user, Show&& show) {
    for (const LinkId link : user.links()) {
        const Session* session = stage.state.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        if (session->info.kind != LinkKind::irc) continue;
        if (session == stage.replies.session()) {
            show(*session);
        } else {
            const Aside aside(stage, *session, user.nick());
            show(*session);
        }
    }
}

}  // namespace

void show_room(Stage& stage, const Session& session, const room::Room& room) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    if (!room.topic().text.empty()) send_topic(stage, room);
    show_read_marker(stage, session, room);
    // IRCv3 no-implicit-names: those who negotiated it ask when they want the list.
    if (!session.has(wire::Capability::no_implicit_names)) send_names(stage, session, room);
    show_metadata(stage, session, room);
}

void show_room_to_others(Stage& stage, const room::User& user, const room::Room& room) {
    const Session* acting = stage.replies.session();
    for_each_session(stage, user, [&](const Session& session) {
        if (&session != acting) show_room(stage, session, room);
    });
}

void show_renamed(Stage& stage, const room::User& user, const room::Room& room,
                  const NameChange& change) {
    for_each_session(stage, user, [&](const Session& session) {
        if (session.has(wire::Capability::room_rename)) return;
        show_part(stage, user, change);
        show_join(stage, session, user, room);
        show_room(stage, session, room);
    });
}

void show_rooms(Stage& stage, const Session& session, const room::User& user) {
    for (const RoomId id : user.rooms()) {
        const room::Room* room = stage.state.roster.find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        show_join(stage, session, user, *room);
        show_room(stage, session, *room);
    }
}

}  // namespace brusio::session
