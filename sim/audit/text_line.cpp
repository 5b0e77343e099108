#include "sim/audit/text_line.h"

#include "core/base/assert.h"

namespace brusio::sim {

namespace {

std::string_view take_word(std::string_view& rest) {
    const std::size_t space = rest.find(' ');
    const std::string_view word = rest.substr(0, space);
    rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space);
    const std::size_t next = rest.find_first_not_of(' ');
    rest = next == std::string_view::npos ? std::string_view{} : rest.substr(next);
    return word;
}

}  // namespace

std::string_view TextLine::nick() const { return source.substr(0, source.find('!')); }

TextLine read_line(std::string_view line) {
    TextLine read;
    if (line.starts_with('@')) read.tags = take_word(line).substr(1);
    if (line.starts_with(':')) read.source = take_word(line).substr(1);
    read.command = take_word(line);
    while (!line.empty() && read.param_count < TextLine::params_max) {
        if (line.front() == ':') {
            read.params[read.param_count++] = line.substr(1);
            break;
        }
        read.params[read.param_count++] = take_word(line);
    }
    return read;
}

std::string_view tag_value(std::string_view tags, std::string_view key) {
    BRUSIO_ASSERT(!key.empty());
    while (!tags.empty()) {
        const std::size_t end = tags.find(';');
        const std::string_view tag = tags.substr(0, end);
        if (tag.size() > key.size() && tag[key.size()] == '=' && tag.starts_with(key)) {
            return tag.substr(key.size() + 1);
        }
        if (end == std::string_view::npos) break;
        tags.remove_prefix(end + 1);
    }
    return {};
}

std::string folded(std::string_view name) {
    std::string out{name};
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

}  // namespace brusio::sim
