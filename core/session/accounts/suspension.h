#pragma once

#include "core/session/stage.h"

namespace brusio::session {

// Suspensions that end by themselves (AccountRecord::suspended_until): nobody else needs to know
// more than whether an account is suspended.

/// Sets `suspensions_due` for the next one that ends. O(accounts).
void schedule_suspension_ends(Stage& stage);

/// Takes back what has ended, as deeds of the server; later while nothing can be stored.
void end_suspensions(Stage& stage);

}  // namespace brusio::session
