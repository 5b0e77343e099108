#pragma once

#include "core/session/stage.h"

namespace brusio::session {

/// 251 to 255, 265 and 266 into the replies (Modern IRC, "LUSERS message").
void send_lusers(Stage& stage);
/// 375, 372 and 376, or 422 if there is none (Modern IRC, "MOTD message").
void send_motd(Stage& stage);

}  // namespace brusio::session
