#pragma once

#include "core/client/brain.h"

namespace brusio::client {

// Scrolling back: what was said before the oldest row here, a page at a time, when somebody asks
// for it (IRCv3 chathistory, BEFORE). One page of a conversation is on its way at most. A page that
// brings nothing new ends it: the conversation begins with its oldest row.

/// Client::load_older.
bool ask_for_older(Brain& brain, Conversation& conversation, Now now);

/// The page is complete: its rows are put before the others.
void older_page_done(Brain& brain, Conversation& conversation, std::vector<Message>&& rows);

/// The rows of `page` that are not here yet, by their msgids; each once.
[[nodiscard]] std::vector<Message> without_known(const Conversation& conversation,
                                                 std::vector<Message>&& page);

}  // namespace brusio::client
