#pragma once

#include "core/session/stage.h"

namespace brusio::session {

/// Goes on with what the session that is being served has asked the store for: as part of the
/// command that asked, or by running that command again.
void finish_question(Stage& stage, Session& session, const PendingQuestion& asked,
                     const QueryAnswer& answer);

}  // namespace brusio::session
