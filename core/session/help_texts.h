#pragma once

#include <span>
#include <string_view>

namespace brusio::session {

/// What HELP says of one subject.
struct HelpText {
    std::string_view subject;  // the name of a command
    std::string_view usage;    // "KICK <channel> <nick>{,<nick>} [<reason>]"
    std::string_view text;     // one sentence or two
};

/// All of them, sorted by subject: one for each command of the table (command_table.h).
[[nodiscard]] std::span<const HelpText> help_texts();

}  // namespace brusio::session
