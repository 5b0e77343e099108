#pragma once

#include "core/session/pending_work.h"

namespace brusio::session {

struct Session;
struct Stage;

/// The hasher has answered: goes on where the work was asked for. The replies have been begun, and
/// the command's label is back. The session may have ended afterwards.
void finish_work(Stage& stage, Session& session, const PendingWork& work, const HashResult& result);

}  // namespace brusio::session
