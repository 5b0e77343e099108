#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/text.h"

namespace brusio::wire {

/// The value of the ISUPPORT token CASEMAPPING that the functions below implement.
inline constexpr std::string_view case_mapping_name = "ascii";

/// `c` in lower case if it is one of A to Z, else `c`.
[[nodiscard]] constexpr char fold_char(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The name under which `name` is kept and found (Modern IRC "CASEMAPPING Parameter": ascii).
[[nodiscard]] Folded fold(std::string_view name);

/// True if both names fold to the same one. Allocates nothing.
[[nodiscard]] bool names_equal(std::string_view a, std::string_view b) noexcept;

/// Stands in the names of people behind a bridge, and in no nick (IRCv3 draft/relaymsg).
inline constexpr char relayed_name_separator = '/';

/// True if a user may be called so: 1 to `bytes_max` bytes of UTF-8 without what Modern IRC
/// "Clients" forbids (space , * ? ! @ and a leading $ : # & ~ % + or @), without '.' (that is how
/// servers are called) and '/' (that is how people behind a bridge are), not starting with a digit
/// or '-', and without characters nobody can see.
[[nodiscard]] bool valid_nick(std::string_view nick, std::size_t bytes_max) noexcept;

/// True if a room may be called so: '#' and at most `bytes_max` bytes in all, UTF-8 without space,
/// comma, BEL (Modern IRC "Channels") and all else that nobody can see. '#' alone is a name.
[[nodiscard]] bool valid_room_name(std::string_view name, std::size_t bytes_max) noexcept;

/// True if `user` may stand between '!' and '@' of a source: 1 to `bytes_max` visible ASCII bytes
/// without ! @ * ? , : and space.
[[nodiscard]] bool valid_user(std::string_view user, std::size_t bytes_max) noexcept;

/// True if `text`, a target of a command, names a room rather than a user.
[[nodiscard]] constexpr bool is_room_name(std::string_view text) noexcept {
    return !text.empty() && text.front() == '#';
}

}  // namespace brusio::wire
