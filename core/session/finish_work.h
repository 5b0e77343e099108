#pragma once

#include "core/session/hash_queue.h"
#include "core/session/pending_work.h"

namespace brusio::session {

struct Session;
struct Stage;

/// The hasher has answered, whether the session is still there or not: the guard is told how the
/// try ended, and another job may have its turn. Before finish_work.
void settle_work(Stage& stage, const PendingWork& work, const WorkResult& result);

/// The hasher has answered: goes on where the work was asked for. The replies have been begun, and
/// the command's label is back. The session may have ended afterwards.
void finish_work(Stage& stage, Session& session, const PendingWork& work, const WorkResult& result);

/// The same for what the hasher was never given.
void refuse_work(Stage& stage, Session& session, const RefusedWork& refused);

}  // namespace brusio::session
