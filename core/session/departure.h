#pragma once

#include <string_view>

#include "core/session/stage.h"

namespace brusio::session {

/// Ends one session: its phase becomes `closed`, its link gets `ERROR :<reason>` if anybody still
/// reads there, and the engine closes it when the input is handled (until then its address is
/// valid). The user's last session takes the user along, unless it stays (accounts/staying.h):
/// neighbours see QUIT, MONITOR watchers are told, WHOWAS remembers. Ending an ended session does
/// nothing.
void end_session(Stage& stage, Session& session, CloseReason why, std::string_view reason);

/// The same when everybody goes at once: nobody is told of anybody.
void end_session_quietly(Stage& stage, Session& session, CloseReason why, std::string_view reason);

/// Ends every session of a user, and takes it out of its rooms (KILL).
void end_user(Stage& stage, room::User& user, CloseReason why, std::string_view reason);

/// The user gives up its nick: WHOWAS knows it from now on.
void remember_user(Stage& stage, const room::User& user);

/// Takes a user out of one room; an empty room is gone with it, and so is a user who has no session
/// and was in no other room. Telling is the caller's.
void leave_room(Stage& stage, room::Room& room, room::User& user);

/// PART: the members are told, then the user leaves. `reason` may be empty.
void part_room(Stage& stage, room::Room& room, room::User& user, std::string_view reason);

}  // namespace brusio::session
