#include "core/session/text_lines.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/wire/utf8.h"

namespace brusio::session {

namespace {

/// Where to cut a line that is too long: behind the last blank, else between two characters.
std::size_t cut_of(std::string_view line) {
    const std::size_t cut = wire::utf8_cut(line, text_line_bytes_max);
    const std::size_t blank = line.substr(0, cut).rfind(' ');
    return blank == std::string_view::npos || blank == 0 ? cut : blank + 1;
}

}  // namespace

std::string joined(std::span<const TextLine> lines) {
    std::string text;
    bool first = true;
    for (const TextLine& line : lines) {
        if (!first && !line.continues) text += '\n';
        text += line.text;
        first = false;
    }
    return text;
}

void append_pieces(const TextLine& line, std::vector<TextLine>& lines) {
    TextLine rest = line;
    while (rest.text.size() > text_line_bytes_max) {
        const std::size_t cut = cut_of(rest.text);
        BRUSIO_ASSERT(cut > 0);
        lines.push_back({rest.text.substr(0, cut), rest.continues});
        rest = {rest.text.substr(cut), true};
    }
    lines.push_back(rest);
}

std::vector<TextLine> lines_of(std::string_view text) {
    std::vector<TextLine> lines;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        append_pieces({text.substr(0, end)}, lines);
        if (end == text.size()) return lines;
        text.remove_prefix(end + 1);
    }
}

}  // namespace brusio::session
