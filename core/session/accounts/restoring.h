#pragma once

#include "core/ports/records.h"
#include "core/session/server_state.h"

namespace brusio::session {

/// Brings back those who were in rooms when the server ended, as others saw them then
/// (presence.h). The rooms and what is kept of accounts are there already.
void restore_memberships(ServerState& state, const Kept& kept, Now now);

}  // namespace brusio::session
