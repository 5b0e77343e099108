#pragma once

#include <vector>

#include "core/client/brain.h"

namespace brusio::client {

// Somebody scrolls back to a gap (gap_marks.h): the server is asked for what was said before the
// row behind it, until a page reaches the message before the gap.

/// True if the oldest row here comes after a gap that the server was not yet found unable to close.
[[nodiscard]] bool can_close_gap(const Conversation& conversation);
/// A page of what was said before that row: what of it belongs into the gap is placed there.
void gap_page_done(Brain& brain, Conversation& conversation, std::vector<Message>&& page);

}  // namespace brusio::client
