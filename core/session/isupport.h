#pragma once

#include "core/session/stage.h"

namespace brusio::session {

/// The 005 lines into the replies; as a draft/isupport batch where that was negotiated.
void send_isupport(Stage& stage, const Session& session);

}  // namespace brusio::session
