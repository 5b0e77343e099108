#include "core/client/text_split.h"

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

}  // namespace

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
