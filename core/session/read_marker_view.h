#pragma once

#include <string_view>

#include "core/session/pair_book.h"
#include "core/session/stage.h"

namespace brusio::session {

/// What read markers call a room and somebody to talk to. A guest's room is its name: as a rule it
/// ends with its last member, and whoever comes back into it has not forgotten.
[[nodiscard]] Folded marker_target(const room::User& reader, const room::Room& room);
[[nodiscard]] Folded marker_target(const Party& party);

/// `MARKREAD <name> timestamp=...` or `*` into the replies: how far the user, by what is known, has
/// read.
void send_read_marker(Stage& stage, const room::User& user, const Folded& target,
                      std::string_view name);

/// The room was called `key_before`: the markers of the guests in it go along.
void follow_rename(ServerState& state, const room::Room& room, const Folded& key_before);

/// The same as `send_read_marker` for a room that the session's user has just entered, if the
/// session negotiated draft/read-marker. To be sent before the end of the names.
void show_read_marker(Stage& stage, const Session& session, const room::Room& room);

/// The same for all rooms of a user who has logged in after entering them, where something is
/// known.
void show_known_read_markers(Stage& stage, const Session& session, const room::User& user);

}  // namespace brusio::session
