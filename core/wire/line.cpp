#include "core/wire/line.h"

#include <optional>
#include <utility>

#include "core/base/assert.h"
#include "core/wire/case_mapping.h"

namespace brusio::wire {
namespace {

void skip_spaces(std::string_view& rest) {
    const char* at = rest.data();
    const char* const end = at + rest.size();
    while (at != end && *at == ' ') ++at;
    rest.remove_prefix(static_cast<std::size_t>(at - rest.data()));
}

/// Takes the `end` bytes at the front off `rest`, and the spaces behind with them.
std::string_view take_bytes(std::string_view& rest, std::size_t end) {
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(word.size());
    skip_spaces(rest);
    return word;
}

/// Takes the bytes before the next space. Words are short: a loop beats a call of find().
std::string_view take_word(std::string_view& rest) {
    const char* at = rest.data();
    const char* const end = at + rest.size();
    while (at != end && *at != ' ') ++at;
    return take_bytes(rest, static_cast<std::size_t>(at - rest.data()));
}

/// The same for tags, which may be long.
std::string_view take_tags(std::string_view& rest) { return take_bytes(rest, rest.find(' ')); }

void parse_params(Line& line, std::string_view rest) {
    while (!rest.empty()) {
        BRUSIO_ASSERT(line.params_count < Limits::params_max);
        const bool is_last = line.params_count + 1 == Limits::params_max;
        std::string_view& param = line.params_held[line.params_count++];
        if (rest.front() == ':') {
            param = rest.substr(1);
            return;
        }
        if (is_last) {
            param = rest;
            return;
        }
        param = take_word(rest);
    }
}

std::optional<LineError> take_apart(std::string_view text, Line& line) {
    skip_spaces(text);
    if (text.empty()) return LineError::empty;
    if (text.front() == '@') line.tags = take_tags(text).substr(1);
    if (!text.empty() && text.front() == ':') line.source = take_word(text).substr(1);
    if (text.empty()) return LineError::no_command;
    line.command = take_word(text);
    BRUSIO_ASSERT(!line.command.empty());
    parse_params(line, text);
    return std::nullopt;
}

}  // namespace

Result<Line, LineError> parse_line(std::string_view text) {
    // One object for every way out: a line is too big to be copied for nothing.
    Result<Line, LineError> parsed{std::in_place};
    if (const auto error = take_apart(text, parsed.value())) parsed = Err{*error};
    return parsed;
}

bool equals_command(std::string_view command, std::string_view upper) noexcept {
    return names_equal(command, upper);
}

}  // namespace brusio::wire
