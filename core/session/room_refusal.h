#pragma once

#include "core/room/admission.h"
#include "core/session/reply.h"

namespace brusio::session {

/// What somebody is told who may not do a thing in a room that it may see: 442 or 482; nothing if
/// it may.
[[nodiscard]] Outcome refusal_of(room::Permission permission, const room::Room& room);

}  // namespace brusio::session
