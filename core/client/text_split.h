#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace brusio::client {

/// The lines of `text` (LF, CR LF or CR end one; empty ones and NULs are left out), each cut into
/// pieces of at most `piece_bytes_max` bytes (at least 8): after the last space that fits, else
/// between two characters, never inside one nor before a sign that combines with it. The pieces of
/// a line joined are the line. `text` is valid UTF-8.
[[nodiscard]] std::vector<std::string> split_text(std::string_view text,
                                                  std::size_t piece_bytes_max);

/// A piece of a text, as one line of the protocol says it.
struct TextPiece {
    std::string text;
    bool continues = false;  ///< it is the same line of the text as the one before
};

/// All lines of `text`, the empty ones too, cut in the same way. LF alone ends a line here.
[[nodiscard]] std::vector<TextPiece> split_lines(std::string_view text,
                                                 std::size_t piece_bytes_max);

/// The text with LF between its lines, whatever ended them, without NULs, and without the blank
/// lines at its beginning and end.
[[nodiscard]] std::string with_plain_lines(std::string_view text);

}  // namespace brusio::client
