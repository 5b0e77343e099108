#include "bench/load/irc_text.h"

#include <algorithm>
#include <utility>

#include "core/wire/tags.h"

namespace brusio::bench {
namespace {

std::string_view next_word(std::string_view& rest) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

}  // namespace

LineParts split_line(std::string_view line) {
    LineParts parts;
    if (line.starts_with('@')) next_word(line);
    if (line.starts_with(':')) {
        const std::string_view source = next_word(line).substr(1);
        parts.nick = source.substr(0, source.find('!'));
    }
    parts.command = next_word(line);
    parts.params = line;
    return parts;
}

std::string_view tag_value(std::string_view line, std::string_view name) {
    if (!line.starts_with('@')) return {};
    return wire::find_tag(next_word(line).substr(1), name).value_or("");
}

std::string_view next_param(std::string_view& params) {
    if (params.starts_with(':')) return std::exchange(params, {}).substr(1);
    return next_word(params);
}

}  // namespace brusio::bench
