#pragma once

#include "core/session/stage.h"

namespace brusio::session {

/// 332 and 333 into the replies, or 331 if the room has no topic (Modern IRC, TOPIC message).
void send_topic(Stage& stage, const room::Room& room);

}  // namespace brusio::session
