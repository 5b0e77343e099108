#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace brusio::wire {

/// RPL_ISUPPORT carries so many tokens at most: fifteen parameters less the client's name and the
/// sentence (Modern IRC "RPL_ISUPPORT").
inline constexpr std::size_t isupport_tokens_per_line_max = 13;

/// Groups `tokens` in their order, each group for one line: at most 13 tokens, and together with
/// a space before each at most `bytes_max` bytes, which is the line's room less its source, number,
/// client name and sentence. A token that alone passes `bytes_max` gets a group of its own. The
/// groups are views into `tokens`.
[[nodiscard]] std::vector<std::span<const std::string>> pack_isupport(
    std::span<const std::string> tokens, std::size_t bytes_max);

/// `value` with space, backslash and '=' written as \x20, \x5C, \x3D.
[[nodiscard]] std::string escape_isupport_value(std::string_view value);
/// The other way round, for any byte; what is no such escape stays as it is.
[[nodiscard]] std::string unescape_isupport_value(std::string_view escaped);

}  // namespace brusio::wire
