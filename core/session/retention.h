#pragma once

#include "core/session/stage.h"

namespace brusio::session {

// What people said is kept for ever unless the server's limits say otherwise; then the oldest goes,
// a little at a time, so that nobody waits for it.

/// Call after the entry was written down. Now and then it trims the log.
void trim_grown_log(Stage& stage, ConversationId conversation, const room::LogHead& log);

/// Trims the next few of all logs, also of those to which nobody writes any more, and says in
/// `ServerState::retention` when to go on. Nothing happens if everything is kept.
void trim_next_logs(Stage& stage);

/// Call when the server starts and when its limits have changed.
void begin_retention(ServerState& state, MonoTime now);

}  // namespace brusio::session
