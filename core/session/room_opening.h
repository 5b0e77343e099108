#pragma once

#include <string>

#include "core/session/command.h"

namespace brusio::session {

// Rooms that nobody can enter and nobody can open: what an older version, or a rash operator, may
// have left in a store.

/// The settings that keep a stranger from coming in or from speaking ("+ik, a ban on everybody");
/// empty: none does.
[[nodiscard]] std::string what_shuts(const room::Room& room);

/// Tells the host of each room that stays, is shut, and has nobody who could open it.
void report_shut_rooms(Stage& stage);

/// CHANNEL OPEN, for server operators: takes away whatever keeps people out or silent, all bans
/// with it, which the audit keeps.
Outcome open_room(CommandContext& context, room::Room& room);

}  // namespace brusio::session
