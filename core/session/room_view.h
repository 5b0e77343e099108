#pragma once

#include "core/session/stage.h"

namespace brusio::session {

/// What a session is shown of a room that its user has entered: topic, read marker and names
/// (Modern IRC, JOIN message; IRCv3 read-marker). Names only to those who did not negotiate
/// no-implicit-names. The replies have been begun for `session`.
void show_room(Stage& stage, const Session& session, const room::Room& room);

/// The same for all other sessions of a user who has entered by one of them; those have seen the
/// JOIN already.
void show_room_to_others(Stage& stage, const room::User& user, const room::Room& room);

/// Every room of a user for a session that has just become its: JOIN as if it had entered, topic
/// and names.
void show_rooms(Stage& stage, const Session& session, const room::User& user);

}  // namespace brusio::session
