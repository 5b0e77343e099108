#pragma once

#include <cstddef>
#include <string_view>

namespace brusio::wire {

/// True if `text` is UTF-8 as RFC 3629 section 4 has it: no overlong forms, no surrogates, nothing
/// above U+10FFFF. Empty text is valid. Used for UTF8ONLY (IRCv3 utf8-only).
[[nodiscard]] bool valid_utf8(std::string_view text) noexcept;

/// One character of a text.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;  // 1 to 4; 0 if there is no valid character here
};

/// The character that starts at the front of `text`; `bytes` is 0 if `text` is empty or does not
/// start with a valid one.
[[nodiscard]] CodePoint decode_utf8(std::string_view text) noexcept;

/// The length, at most `bytes_max`, of the longest prefix of `text` that does not end inside a
/// character. Where `text` is not UTF-8 at that place, the cut is at `bytes_max` itself.
[[nodiscard]] std::size_t utf8_cut(std::string_view text, std::size_t bytes_max) noexcept;

/// How many bytes at the end of `text` (0 to 3) begin a character that is not complete yet.
[[nodiscard]] std::size_t utf8_unfinished(std::string_view text) noexcept;

/// True for characters that a name must not hold because nobody can see them: control and format
/// characters, every space, line separators, bidirectional marks, fillers, variation selectors,
/// tag characters, private use and non-characters.
[[nodiscard]] bool is_invisible(char32_t c) noexcept;

}  // namespace brusio::wire
