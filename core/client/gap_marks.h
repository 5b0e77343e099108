#pragma once

#include <string>

#include "core/client/brain.h"

namespace brusio::client {

// A gap is a place in a conversation where something may have been said that is not here: while a
// guest was away, or because the server did not give all that was missed. The first row behind it
// says so (Message::after_gap); gap_closing.h takes the mark away again.

/// What comes next may not follow what is here; `from` is the msgid of the last message before, ""
/// if that is not known. Nothing if nothing of the server is here.
void expect_gap(Conversation& conversation, std::string from);
/// What comes next follows.
void expect_no_gap(Conversation& conversation);
/// There is no history to be asked for: whatever was said since the newest row is not known.
void note_absence(Conversation& conversation);
/// A settled row is about to be added behind the others: if a gap is expected it is the first
/// behind it. Ids are left free before it for what may be found.
void mark_gap(Brain& brain, Conversation& conversation, Message& row);

}  // namespace brusio::client
