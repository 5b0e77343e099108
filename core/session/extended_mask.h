#pragma once

#include <optional>
#include <string_view>

#include "core/room/room.h"

namespace brusio::session {

// Masks of lists as people write them (Modern IRC, "EXTBAN parameter"; IRCv3 account-extban):
// nick!user@host (also with a range of addresses: *!*@192.0.2.0/24), ~a:account, and before either
// of them ~m: for one that silences alone.

inline constexpr char extended_mask_prefix = '~';
inline constexpr char account_mask_letter = 'a';
inline constexpr char mute_mask_letter = 'm';

/// The entry for a mask, without who set it; none if it begins like an extended one and is none.
/// Reads what it has written as the same.
[[nodiscard]] std::optional<room::MaskEntry> read_mask(std::string_view text);

}  // namespace brusio::session
