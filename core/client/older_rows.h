#pragma once

#include "core/client/brain.h"

namespace brusio::client {

// Scrolling back: what was said before the oldest row here, a page at a time, when somebody asks
// for it: out of the store as far as it goes, then of the server (IRCv3 chathistory, BEFORE), which
// is also asked to close the gaps on the way. One page of a conversation is on its way at most. A
// page that brings nothing new ends it: the conversation begins with its oldest row.

/// Client::load_older.
bool ask_for_older(Brain& brain, Conversation& conversation, Now now);

/// The page is complete: its rows are put before the others.
void older_page_done(Brain& brain, Conversation& conversation, std::vector<Message>&& rows);

}  // namespace brusio::client
