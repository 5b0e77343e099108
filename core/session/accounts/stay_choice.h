#pragma once

#include <span>

#include "core/ports/records.h"
#include "core/session/command.h"
#include "core/session/server_config.h"

namespace brusio::session {

// IRCv3 draft/persistence (pull request 503): an account's owner chooses whether its user stays in
// its rooms while none of its sessions is there (staying.h). The choice is kept also where the
// server lets nobody choose; what is told is what holds.

/// PERSISTENCE GET and SET: the answer, and for SET the news to the user's other sessions.
[[nodiscard]] Outcome tell_stay_choice(CommandContext& context);
[[nodiscard]] Outcome change_stay_choice(CommandContext& context, StayChoice choice);

/// After a reload; until then `before` held. Who stays no longer and is not there leaves its rooms.
void follow_stay_rules(Stage& stage, const AccountsConfig& before);

/// At the start: what was kept of memberships of those who stay no longer is forgotten.
void drop_former_memberships(Stage& stage, std::span<const MembershipRecord> kept);

}  // namespace brusio::session
