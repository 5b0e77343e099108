#pragma once

#include <string_view>

namespace brusio::bench {

/// The parts of a line that the load looks at; views into the line. The benchmark reads lines
/// without the server's own parser, so that it cannot share a fault with it.
struct LineParts {
    std::string_view nick;  // of the sender, empty if there is none
    std::string_view command;
    std::string_view params;  // all that follows the command
};

/// Cuts tags, source and command off `line`; missing parts are empty.
LineParts split_line(std::string_view line);

/// The value of the tag `name` of `line` as it stands there; empty if the line has none.
std::string_view tag_value(std::string_view line, std::string_view name);

/// Cuts the first parameter off `params`: up to a space, or all of it after a leading ':'.
std::string_view next_param(std::string_view& params);

}  // namespace brusio::bench
