#pragma once

#include <cstdint>
#include <string>

#include "core/session/stage.h"

namespace brusio::session {

/// The member's prefix characters for a reader with these capabilities: all ranks, highest first,
/// with multi-prefix; else the highest alone (IRCv3 multi-prefix; Modern IRC, RPL_NAMREPLY).
[[nodiscard]] std::string prefix_of(const room::Member& member, wire::CapabilitySet reader);

/// Who of a room is named to somebody outside: those who are visible, or by a server operator's
/// power everybody.
enum class Sight : std::uint8_t { from_where_it_stands, by_override };

/// The 353 lines for `room` alone; none if the reader may see nobody there.
void send_name_lines(Stage& stage, const Session& reader, const room::Room& room,
                     Sight sight = Sight::from_where_it_stands);

/// 353 lines for `room` and one 366, as `reader` may see them: invisible users only from inside,
/// a secret room as if it were empty from outside. Lines are packed up to 512 bytes.
void send_names(Stage& stage, const Session& reader, const room::Room& room);

}  // namespace brusio::session
