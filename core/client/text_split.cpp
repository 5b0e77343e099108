#include "core/client/text_split.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/wire/scan.h"
#include "core/wire/utf8.h"

namespace brusio::client {
namespace {

constexpr char32_t zero_width_joiner = 0x200D;

// Signs that belong to the character before them: accents, variation selectors, skin tones.
bool combines(char32_t point) {
    return (point >= 0x0300 && point <= 0x036F) || (point >= 0xFE00 && point <= 0xFE0F) ||
           (point >= 0x1F3FB && point <= 0x1F3FF) || point == zero_width_joiner;
}

bool ends_with_joiner(std::string_view text) { return text.ends_with("\xE2\x80\x8D"); }

// Where a piece may end at the latest: between two characters as people see them.
std::size_t character_cut(std::string_view line, std::size_t bytes_max) {
    const std::size_t plain = wire::utf8_cut(line, bytes_max);
    std::size_t cut = plain;
    while (cut > 0 && (combines(wire::decode_utf8(line.substr(cut)).value) ||
                       ends_with_joiner(line.substr(0, cut)))) {
        cut = wire::utf8_cut(line, cut - 1);
    }
    return cut > 0 ? cut : plain;  // a heap of combining signs is cut anywhere
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    lines.push_back(text);
    return lines;
}

void split_line(std::string_view line, std::size_t bytes_max, std::vector<std::string>& pieces) {
    while (line.size() > bytes_max) {
        const std::size_t space = line.substr(0, bytes_max).rfind(' ');
        const std::size_t cut = space != std::string_view::npos && space > bytes_max / 2
                                    ? space + 1
                                    : character_cut(line, bytes_max);
        BRUSIO_ASSERT(cut > 0 && cut <= bytes_max);
        pieces.emplace_back(line.substr(0, cut));
        line.remove_prefix(cut);
    }
    if (!line.empty()) pieces.emplace_back(line);
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

std::vector<TextPiece> split_lines(std::string_view text, std::size_t piece_bytes_max) {
    BRUSIO_ASSERT(piece_bytes_max >= 8);
    std::vector<TextPiece> pieces;
    for (const std::string_view line : lines_of(text)) {
        std::vector<std::string> cut;
        split_line(line, piece_bytes_max, cut);
        if (cut.empty()) cut.emplace_back();
        for (std::string& piece : cut) {
            const bool is_first = &piece == &cut.front();
            pieces.push_back(TextPiece{std::move(piece), !is_first});
        }
    }
    return pieces;
}

std::string with_plain_lines(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool of_pair = text[at] == '\r' && text.substr(at + 1, 1) == "\n";
        if (text[at] == '\0' || of_pair) continue;
        plain += text[at] == '\r' ? '\n' : text[at];
    }
    std::vector<std::string_view> lines = lines_of(plain);
    while (!lines.empty() && is_blank(lines.back())) lines.pop_back();
    const auto first = std::find_if_not(lines.begin(), lines.end(), is_blank);
    std::string kept;
    for (auto line = first; line != lines.end(); ++line) {
        if (line != first) kept += '\n';
        kept += *line;
    }
    return kept;
}

std::vector<std::string> split_text(std::string_view text, std::size_t piece_bytes_max) {
    BRUSIO_ASSERT(piece_bytes_max >= 8);
    std::vector<std::string> pieces;
    if (wire::find_forbidden(text) == std::string_view::npos) {
        split_line(text, piece_bytes_max, pieces);
        return pieces;
    }
    std::string line;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            split_line(line, piece_bytes_max, pieces);
            line.clear();
        } else if (c != '\0') {
            line += c;
        }
    }
    split_line(line, piece_bytes_max, pieces);
    return pieces;
}

}  // namespace brusio::client
