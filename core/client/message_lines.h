#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/client/brain.h"

namespace brusio::client {

// How what the user wrote becomes messages, and a message lines of the protocol.

/// The texts of the messages that say `text`: one for all of its lines if the server takes that, as
/// far as is known (IRCv3 multiline), else one for each line; too long ones are cut between words.
[[nodiscard]] std::vector<std::string> texts_of_messages(const Brain& brain,
                                                         std::string_view target,
                                                         std::string_view text, MessageKind kind);

/// The texts of several messages that say one that the server does not take as a whole.
[[nodiscard]] std::vector<std::string> texts_of_lines(const Brain& brain, const Message& message);

/// The lines that say the message; tags that are about it belong on the first. Empty if the server
/// does not take so many lines in one message.
[[nodiscard]] std::vector<std::string> protocol_lines(Brain& brain, const Message& message);

}  // namespace brusio::client
