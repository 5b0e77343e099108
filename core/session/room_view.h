#pragma once

#include <string_view>

#include "core/session/stage.h"

namespace brusio::session {

/// What a session is shown of a room that its user has entered: topic, read marker, names and
/// metadata (Modern IRC, JOIN message; IRCv3 read-marker and metadata). Names only to those who did
/// not negotiate no-implicit-names. The replies have been begun for `session`.
void show_room(Stage& stage, const Session& session, const room::Room& room);

/// The same for all other sessions of a user who has entered by one of them; those have seen the
/// JOIN already.
void show_room_to_others(Stage& stage, const room::User& user, const room::Room& room);

/// How a room got the name that it has.
struct NameChange {
    std::string_view name_before;
    std::string_view reason;  // may be empty
};

/// For those sessions of a member that do not know RENAME: PART from the name before, then JOIN,
/// topic and names of the room as it is called now (IRCv3 channel-rename, "Fallback").
void show_renamed(Stage& stage, const room::User& user, const room::Room& room,
                  const NameChange& change);

/// Every room of a user for a session that has just become its: JOIN as if it had entered, topic
/// and names.
void show_rooms(Stage& stage, const Session& session, const room::User& user);

}  // namespace brusio::session
