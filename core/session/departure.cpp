#include "core/session/departure.h"

#include <string>

#include "core/base/assert.h"
#include "core/session/monitor_notify.h"

namespace brusio::session {

namespace {

/// Somebody may still read what is written to the link.
bool link_is_open(CloseReason why) {
    return why != CloseReason::peer_closed && why != CloseReason::reset &&
           why != CloseReason::send_queue_exceeded;
}

void say_goodbye(Stage& stage, const Session& session, std::string_view reason) {
    Draft error;
    error.command = "ERROR";
    error.text(reason);
    stage.fanout.to_link(session.link, error);
}

void remember(Stage& stage, const room::User& user) {
    stage.state.whowas.remember({user.key(), user.nick(), user.profile.username, user.profile.host,
                                 user.profile.realname, stage.now.wall});
}

/// Do those who share a room hear of it?
enum class Announce : std::uint8_t { no, yes };

void tell_quit(Stage& stage, const room::User& user, std::string_view reason) {
    const std::string source = source_of(user);
    Draft quit = from_user(user, source, "QUIT");
    quit.kind = DraftKind::quit;
    quit.text(reason);
    stage.fanout.to_neighbours(user, quit);
    tell_monitors(stage, user, Presence::offline);
    remember(stage, user);
}

void remove_user(Stage& stage, room::User& user, std::string_view reason, Announce announce) {
    if (announce == Announce::yes) tell_quit(stage, user, reason);
    for (const RoomId room : user.rooms()) {
        if (stage.state.roster.find_room(room)->size() == 1) stage.fanout.forget_room(room);
    }
    stage.state.roster.remove_user(user);
}

void end(Stage& stage, Session& session, Ending ending, std::string_view reason,
         Announce announce) {
    const CloseReason why = ending.why;
    if (session.phase == Phase::closed) return;
    if (link_is_open(why)) say_goodbye(stage, session, reason);
    stage.state.monitor.clear(session.link);
    if (session.user) {
        room::User* user = stage.state.roster.find_user(session.user);
        BRUSIO_ASSERT(user != nullptr);
        if (user->links().size() == 1) {
            remove_user(stage, *user, reason, announce);
        } else {
            stage.state.roster.detach(*user, session.link);
        }
    }
    session.user = {};
    session.phase = Phase::closed;
    stage.effects.endings.push_back(ending);
}

}  // namespace

void end_session(Stage& stage, Session& session, CloseReason why, std::string_view reason) {
    end(stage, session, {session.link, why}, reason, Announce::yes);
}

void end_session_quietly(Stage& stage, Session& session, CloseReason why, std::string_view reason) {
    end(stage, session, {session.link, why}, reason, Announce::no);
}

void end_user(Stage& stage, room::User& user, CloseReason why, std::string_view reason) {
    const std::vector<LinkId> links = user.links();  // a copy: the user goes with the last one
    BRUSIO_ASSERT(!links.empty());
    for (const LinkId link : links) {
        Session* session = stage.state.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        end_session(stage, *session, why, reason);
    }
}

void leave_room(Stage& stage, room::Room& room, room::User& user) {
    const RoomId id = room.id();
    if (stage.state.roster.part(user, room) == room::RoomFate::gone) stage.fanout.forget_room(id);
}

void part_room(Stage& stage, room::Room& room, room::User& user, std::string_view reason) {
    const std::string source = source_of(user);
    Draft part = from_user(user, source, "PART");
    part.kind = DraftKind::part;
    part.add(room.name());
    if (!reason.empty()) part.text(reason);
    stage.fanout.to_room(room, part, Echo::yes);
    leave_room(stage, room, user);
}

}  // namespace brusio::session
