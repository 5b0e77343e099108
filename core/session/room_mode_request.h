#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/room/flags.h"

namespace brusio::session {

/// What kind of thing a mode letter of a room changes (the types of CHANMODES, and PREFIX).
enum class RoomModeKind : std::uint8_t {
    list,         // type A
    password,     // type B
    members_max,  // type C
    flag,         // type D
    rank,
};

/// Nothing if no mode has that letter.
[[nodiscard]] std::optional<RoomModeKind> room_mode_kind(char letter);

/// One change that a client asks for.
struct RoomModeRequest {
    RoomModeKind kind = RoomModeKind::flag;
    room::Turn turn = room::Turn::on;
    char letter = ' ';
    std::string_view param;  // empty where the mode takes none; the client may send an empty one
};

/// A mode string taken apart.
struct RoomModeRequests {
    std::vector<RoomModeRequest> changes;  // in the order of the letters
    std::string queries;                   // letters of lists to be shown, each once
    std::string unknown;                   // letters that no mode has, each once
};

/// `params` are the mode string and the arguments behind it. Letters that need an argument and
/// have none are passed over, and so are those with one beyond `with_param_max` (Modern IRC, MODE
/// message; MODES parameter).
[[nodiscard]] RoomModeRequests parse_room_modes(std::span<const std::string_view> params,
                                                std::size_t with_param_max);

}  // namespace brusio::session
