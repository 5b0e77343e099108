#pragma once

#include <string_view>

#include "core/session/stage.h"

namespace brusio::session {

// AWAY belongs to a session: somebody is away when all of its sessions are.

/// What a session says at which nobody sits (IRCv3 draft/pre-away): it counts as if it were not
/// there.
inline constexpr std::string_view nobody_sits_here = "*";

/// Sets what the sessions say together, without telling anybody: the newest words if all are away;
/// if none counts, what was said before or that nobody is connected.
void take_away_of_sessions(const ServerState& state, room::User& user);

/// A session has come, gone or said something else: others are told if it makes a difference.
void settle_away(Stage& stage, room::User& user);

}  // namespace brusio::session
