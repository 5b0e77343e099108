#include "core/session/departure.h"

#include <string>

#include "core/base/assert.h"
#include "core/session/accounts/presence.h"
#include "core/session/accounts/staying.h"
#include "core/session/away.h"
#include "core/session/journal.h"
#include "core/session/monitor_notify.h"
#include "core/session/operators/server_notices.h"
#include "core/session/room_keeping.h"

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

/// Do those who share a room hear of it?
enum class Announce : std::uint8_t { no, yes };

void tell_quit(Stage& stage, const room::User& user, std::string_view reason) {
    const std::string source = source_of(user);
    Draft quit = from_user(user, source, "QUIT");
    quit.kind = DraftKind::quit;
    quit.text(reason);
    stage.fanout.to_neighbours(user, quit);
    note_event_everywhere(stage, user, {RecordKind::quit, {}, reason, {}});
    tell_monitors(stage, user, Presence::offline);
    remember_user(stage, user);
}

/// The user is about to leave the room.
void forget_stay(Stage& stage, const room::User& user, const room::Room& room) {
    forget_membership(stage, user, room);
    const room::RoomFate fate = stage.state.roster.fate_without(user, room);
    if (fate == room::RoomFate::gone) forget_room(stage, room);
}

/// Nobody is told and nothing is forgotten when everybody goes at once: then the server ends, and
/// its rooms with their people are to be there at the next start.
void remove_user(Stage& stage, room::User& user, std::string_view reason, Announce announce) {
    if (announce == Announce::yes) {
        tell_quit(stage, user, reason);
        for (const RoomId id : user.rooms()) {
            forget_stay(stage, user, *stage.state.roster.find_room(id));
        }
    }
    set_account(stage.state, user, nullptr);
    stage.state.contacts.forget(user.id());
    stage.state.read_markers.forget(MarkerOwner::of(user));
    stage.state.roster.remove_user(user);
}

/// The session no longer speaks for its user, who may go with it.
void leave_user(Stage& stage, const Session& session, std::string_view reason, Announce announce) {
    room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    const bool is_last = user->links().size() == 1;
    if (is_last) save_absence(stage, *user);
    // Without a session and a room one is nowhere.
    const bool is_somewhere = stays(stage.state, *user) && !user->rooms().empty();
    if (is_last && !is_somewhere) return remove_user(stage, *user, reason, announce);
    stage.state.roster.detach(*user, session.link);
    if (announce == Announce::no) return;
    if (is_last) {
        go_offline(stage, *user);
    } else {
        settle_away(stage, *user);
    }
}

void end(Stage& stage, Session& session, Ending ending, std::string_view reason,
         Announce announce) {
    const CloseReason why = ending.why;
    if (session.phase == Phase::closed) return;
    if (link_is_open(why)) say_goodbye(stage, session, reason);
    stage.state.monitor.clear(session.link);
    if (announce == Announce::yes) note_departure(stage, session, reason);
    if (session.user) leave_user(stage, session, reason, announce);
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
    const UserId id = user.id();
    const std::vector<LinkId> links = user.links();  // a copy: the user goes with the last one
    for (const LinkId link : links) {
        Session* session = stage.state.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        end_session(stage, *session, why, reason);
    }
    room::User* left = stage.state.roster.find_user(id);
    if (left != nullptr) remove_user(stage, *left, reason, Announce::yes);
}

void remember_user(Stage& stage, const room::User& user) {
    const room::Profile& profile = user.profile;
    const Session* session =
        user.links().empty() ? nullptr : stage.state.sessions.find(user.links().front());
    stage.state.whowas.remember({user.key(), user.nick(), profile.username, profile.host,
                                 profile.realname, stage.now.wall, profile.account,
                                 session == nullptr ? std::string{} : session->info.peer_address});
}

void leave_room(Stage& stage, room::Room& room, room::User& user) {
    forget_stay(stage, user, room);
    stage.state.roster.part(user, room);
    if (!user.links().empty() || !user.rooms().empty()) return;
    remember_user(stage, user);
    remove_user(stage, user, {}, Announce::no);
}

void part_room(Stage& stage, room::Room& room, room::User& user, std::string_view reason) {
    const std::string source = source_of(user);
    Draft part = from_user(user, source, "PART");
    part.kind = DraftKind::part;
    const Noted noted = note_event(stage, user, room, {RecordKind::part, {}, reason, {}});
    mark_as(noted, part);
    part.add(room.name());
    if (!reason.empty()) part.text(reason);
    stage.fanout.to_room(room, part, stage.fanout.echo_to_member(room));
    leave_room(stage, room, user);
}

}  // namespace brusio::session
