#pragma once

#include <string_view>

#include "core/session/stage.h"

namespace brusio::session {

// Server operators see rooms that are hidden from them, and act upon rooms without a rank there
// (Privilege::override_rooms): JOIN, MODE, KICK, TOPIC, INVITE, NAMES, WHO, LIST and CHANNEL OPEN.
// It opens no log, no search and nothing private. Each use is told to the room and kept in the
// audit.

[[nodiscard]] bool may_override(const ServerState& state, const room::User& user);

/// The room of that name if the user may see it, be it as a server operator; else null.
[[nodiscard]] room::Room* find_room_to_govern(const ServerState& state, const room::User& user,
                                              std::string_view name);

/// The user has done `action`, one word of the protocol, to the room by that power, or by
/// Privilege::force.
void tell_override(Stage& stage, const room::User& user, const room::Room& room,
                   std::string_view action, std::string_view detail = {});

/// Tells the members that the user used that power, and no more.
void tell_room_of_power(Stage& stage, const room::User& user, const room::Room& room,
                        std::string_view deed);

/// The same for a look at a room: nothing happens if the user may see it anyway.
void tell_look(Stage& stage, const room::User& user, const room::Room& room,
               std::string_view action);

}  // namespace brusio::session
