#pragma once

#include "core/room/admission.h"
#include "core/session/server_state.h"

namespace brusio::session {

// Whose word counts in a room before any rank: that of its founder, and in the rooms of the server
// that of the accounts which the configuration names.

/// The configuration says that the room of that key stays always.
[[nodiscard]] bool is_permanent(const ServerState& state, const Folded& key);

/// The configuration names the room of that key: it is permanent, or where plain users meet.
[[nodiscard]] bool belongs_to_server(const ServerState& state, const Folded& key);

[[nodiscard]] bool is_founder(const room::User& user, const room::Room& room);

/// The user is the room's founder, or an operator by configuration of a room of the server.
[[nodiscard]] bool is_in_charge(const ServerState& state, const room::User& user,
                                const room::Room& room);

[[nodiscard]] room::Standing standing_of(const ServerState& state, const room::User& user,
                                         const room::Room& room);

/// The ranks of an account in a room of the server. Nobody has one by arriving first, nor keeps one
/// that no operator gave.
[[nodiscard]] room::RankSet ranks_in_server_room(const ServerState& state, const room::User& user,
                                                 const room::Room& room);

/// In such a room a member that has just come, or was there before the start, gets these ranks and
/// no others.
void settle_ranks(const ServerState& state, const room::User& user, room::Room& room);

}  // namespace brusio::session
