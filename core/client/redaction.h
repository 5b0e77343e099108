#pragma once

#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

// Messages that are taken back (IRCv3 draft/message-redaction). The row stays where it is and says
// so; its text is gone.

/// Whether the server can be asked to take this row back: an own one that it has, or had, said by
/// our account or in a room whose operator we are (docs/protocol.md, REDACT).
[[nodiscard]] bool can_redact(const Brain& brain, const Conversation& conversation,
                              const Message& row);
/// Client::redact.
bool ask_to_redact(Brain& brain, const Conversation& conversation, MessageId message,
                   std::string_view reason);

}  // namespace brusio::client
