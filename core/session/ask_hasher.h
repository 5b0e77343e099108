#pragma once

#include "core/session/pending_work.h"

namespace brusio::session {

struct Session;
struct Stage;

/// Gives the hasher something to do for a session. What the session says next waits for the
/// answer; the label of the running command waits with it.
void ask_hasher(Stage& stage, Session& session, HashWork work, WorkPurpose purpose);

}  // namespace brusio::session
