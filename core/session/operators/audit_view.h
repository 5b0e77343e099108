#pragma once

#include "core/ports/store.h"
#include "core/session/stage.h"

namespace brusio::session {

/// The end of AUDIT, when the store has answered: a NOTE for each deed, oldest first.
void finish_audit(Stage& stage, const QueryAnswer& answer);

}  // namespace brusio::session
