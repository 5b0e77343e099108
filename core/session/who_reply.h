#pragma once

#include "core/session/stage.h"
#include "core/session/who_query.h"

namespace brusio::session {

/// One line of WHO about `target`: 352, or 354 with the fields that were asked for. `room` is the
/// room through which it was found; without one, a room is named that the asker may know of.
void send_who_reply(Stage& stage, const Session& session, const WhoQuery& query,
                    const room::User& target, const room::Room* room);

}  // namespace brusio::session
