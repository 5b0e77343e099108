#pragma once

#include "core/room/room.h"
#include "core/session/command.h"

namespace brusio::session {

/// 324 and 329: the settings of a room as the asker may see them; the key is for members alone
/// (Modern IRC, MODE message).
void send_room_modes(CommandContext& context, const room::Room& room);

/// The entries of one list and its end, or 482: bans are shown to everybody who sees the room,
/// exceptions to those who may change them.
void send_mask_list(CommandContext& context, const room::Room& room, room::MaskList list);

}  // namespace brusio::session
