#pragma once

#include <string_view>

#include "core/room/room.h"
#include "core/room/user.h"
#include "core/session/server_state.h"

namespace brusio::session {

// Who may know of what. A room or a user that may not be seen is answered for exactly like one
// that is not there, so that nothing can be inferred.

/// Null if there is nobody of that nick.
[[nodiscard]] room::User* find_user(const ServerState& state, std::string_view nick);

/// Null unless somebody of that nick is there: has a session.
[[nodiscard]] room::User* find_online_user(const ServerState& state, std::string_view nick);

/// Secret rooms are seen by their members alone (Modern IRC, "Secret Channel Mode").
[[nodiscard]] bool may_see(const room::User& asker, const room::Room& room);

/// The room of that name, or null if there is none that the asker may see.
[[nodiscard]] room::Room* find_visible_room(const ServerState& state, const room::User& asker,
                                            std::string_view name);

/// The user's room whose log is that conversation; null if it is in none.
[[nodiscard]] const room::Room* own_room(const ServerState& state, const room::User& user,
                                         ConversationId conversation);

/// Invisible users are found by those alone who share a room with them (Modern IRC, "Invisible
/// User Mode"). Whoever knows the whole nick needs no finding.
[[nodiscard]] bool may_find(const ServerState& state, const room::User& asker,
                            const room::User& target);

/// May the asker know that `target` is in `room`, which it is?
[[nodiscard]] bool may_see_membership(const room::User& asker, const room::User& target,
                                      const room::Room& room);

/// May the asker know where the target really comes from? The target itself may, and operators
/// with that privilege.
[[nodiscard]] bool may_see_address(const ServerState& state, const room::User& asker,
                                   const room::User& target);

}  // namespace brusio::session
