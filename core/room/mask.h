#pragma once

#include <string>
#include <string_view>

namespace brusio::room {

/// Does `text` match `pattern` as a whole? `*` stands for any characters or none, `?` for exactly
/// one character (a whole UTF-8 sequence), a backslash takes the next character as it is. Both
/// sides are compared byte by byte, so fold them alike first. No allocation; at most
/// |pattern| * |text| steps, whatever the pattern (Modern IRC, "Wildcard Expressions").
[[nodiscard]] bool glob_match(std::string_view pattern, std::string_view text);

/// Fills in what a person left out of a `nick!user@host` mask: "eve" is "eve!*@*", "u@h" is
/// "*!u@h", "n!u" is "n!u@*"; an empty part becomes "*".
[[nodiscard]] std::string complete_mask(std::string_view mask);

}  // namespace brusio::room
