#pragma once

#include <span>
#include <string>

#include "core/session/stage.h"

namespace brusio::session {

/// The 005 lines into the replies; as a draft/isupport batch where that was negotiated.
void send_isupport(Stage& stage, const Session& session);
/// The same with these tokens alone; not none.
void send_isupport(Stage& stage, const Session& session, std::span<const std::string> tokens);

}  // namespace brusio::session
