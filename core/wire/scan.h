#pragma once

#include <cstddef>
#include <string_view>

namespace brusio::wire {

/// Where the first CR or LF of `text` at or after `from` stands; npos if there is none. Looks at
/// eight bytes at a time.
[[nodiscard]] std::size_t find_line_end(std::string_view text, std::size_t from = 0) noexcept;

/// Where the first byte stands that no part of a line may hold (NUL, CR, LF: Modern IRC "Message
/// Format"), at or after `from`; npos if there is none.
[[nodiscard]] std::size_t find_forbidden(std::string_view text, std::size_t from = 0) noexcept;

/// Where the first control character (below a space) of `text` stands; npos if there is none.
[[nodiscard]] std::size_t find_control(std::string_view text) noexcept;

/// Where the first byte stands that cannot be inside a word: what find_forbidden() finds, or a
/// space.
[[nodiscard]] std::size_t find_word_end(std::string_view text, std::size_t from = 0) noexcept;

}  // namespace brusio::wire
