#pragma once

#include "core/session/stage.h"

namespace brusio::session {

// An account has one user; these make a session one more of that user's.

/// The session speaks for `user` from now on, and is addressed by its nick.
void attach_session(Stage& stage, Session& session, room::User& user);
/// What a new session of a user is owed besides its nick: modes, away, rooms.
void show_own_user(Stage& stage, const Session& session, const room::User& user);

/// A guest has logged in to the account of `own`, which has other sessions: this session becomes
/// one of them. `own` comes into the guest's rooms with the guest's ranks, but not past a ban; the
/// guest goes with its last session.
void move_session(Stage& stage, Session& session, room::User& guest, room::User& own);

}  // namespace brusio::session
