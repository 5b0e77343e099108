#pragma once

#include <string_view>

#include "core/session/command.h"
#include "core/session/room_standing.h"

namespace brusio::session {

// Whose room it is (docs/protocol.md, Rooms that stay): CHANNEL INFO, FOUNDER and DROP.

/// Says who the room's founder is, and whether the room stays without people.
void show_founder(CommandContext& context, const room::Room& room);

/// Makes the account of that name the founder. The founder may do so for somebody who is in the
/// room; a server operator for anybody, which the audit keeps. A founder who hands a room over
/// stays one of its operators.
Outcome hand_over_room(CommandContext& context, room::Room& room, std::string_view account);

/// The room is nobody's from now on; it ends if nobody is in it. For its founder and for server
/// operators. `room` may dangle afterwards.
Outcome give_up_room(CommandContext& context, room::Room& room);

}  // namespace brusio::session
