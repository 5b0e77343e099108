#pragma once

#include <optional>
#include <vector>

#include "core/base/time.h"
#include "core/session/hash_queue.h"
#include "core/session/pending_work.h"

namespace brusio::session {

struct Session;
struct ServerState;
struct Stage;

/// Gives the hasher something quick to do for a session. What the session says next waits for the
/// answer; the label of the running command waits with it.
void ask_hasher(Stage& stage, Session& session, HashWork work, WorkPurpose purpose);

/// The same for what takes time: it waits for its turn, see hash_queue.h.
void queue_for_hasher(Stage& stage, Session& session, HashWork work, WorkPurpose purpose);
/// The same for a try of a password: it waits also until it may be looked at, and is refused
/// without a look if too many were wrong, see accounts/login_guard.h.
void queue_for_hasher(Stage& stage, Session& session, HashWork work, WorkPurpose purpose,
                      LoginTry login);

/// Starts what may start of what waits, as far as the hasher has room for it; gives what has
/// waited for too long, or must not start any more. Whoever calls answers those.
[[nodiscard]] std::vector<RefusedWork> take_hash_turns(Stage& stage);
/// When to do so again although nothing came in; none: not by itself.
[[nodiscard]] std::optional<MonoTime> next_hash_turns(const ServerState& state);

}  // namespace brusio::session
