#pragma once

#include <string>
#include <vector>

#include "core/client/conversation.h"

namespace brusio::client {

// Which rows of a conversation are here already, by the msgids that the server gave them.

/// The rows of `page` that are not here yet; each once.
[[nodiscard]] std::vector<Message> without_known(const Conversation& conversation,
                                                 std::vector<Message>&& page);
/// The msgid of the newest message that the server can find again; "" if there is none.
[[nodiscard]] std::string newest_msgid(const Conversation& conversation);
/// Whether anything of the server is here.
[[nodiscard]] bool has_rows_of_server(const Conversation& conversation);

}  // namespace brusio::client
