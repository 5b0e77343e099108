#pragma once

#include <memory>

#include "core/session/long_reply.h"
#include "core/session/stage.h"

namespace brusio::session {

// Answers that may be longer than what a link's send queue holds leave in pieces, each when its
// reader has taken most of those before: no answer of ours closes the link that asked (Modern IRC,
// SAFELIST parameter). What the session says next waits until then; what others say does not.

/// True while the session that is being served has not been sent a whole piece since its queue was
/// last known to be short.
[[nodiscard]] bool may_send_more(const Stage& stage);

/// Answers the session that is being served, inside or outside of a command, with what there is to
/// say of `rest`: as much as may be sent now, and the others as its queue drains. What is said by
/// the same command afterwards may come before those.
void send_long(Stage& stage, std::unique_ptr<Rest> rest);

/// The command of the session that is being served is done with, but for what it has left to be
/// sent. To be called instead of `ReplyBuffer::end_command`.
void end_command(Stage& stage);

/// The queue of the session that is being served is short again: the next piece, if one waits.
void send_next_piece(Stage& stage, Session& session);

}  // namespace brusio::session
