#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace brusio::session {

/// One protocol line of a text that has several.
struct TextLine {
    std::string_view text;
    bool continues = false;  // it is the same line of the text as the one before

    bool operator==(const TextLine&) const = default;
};

/// The text that the lines make up: each begins after a line feed unless it continues the one
/// before (IRCv3 multiline, "Batch types").
[[nodiscard]] std::string joined(std::span<const TextLine> lines);

/// Appends one line, in pieces if it is too long, each cut behind a blank if there is one. They
/// point into `line`.
void append_pieces(const TextLine& line, std::vector<TextLine>& lines);

/// The lines to send a text in, each short enough. They point into `text`.
[[nodiscard]] std::vector<TextLine> lines_of(std::string_view text);

/// No piece is longer than this: whatever sender and target are called, it fits.
inline constexpr std::size_t text_line_bytes_max = 300;

}  // namespace brusio::session
