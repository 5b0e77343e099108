#pragma once

#include <cstddef>

#include "core/client/brain.h"

namespace brusio::client {

// What every question about the history (IRCv3 chathistory) has in common.

/// Whether the server offers a history: guests ask too, and hear what it says.
[[nodiscard]] bool keeps_history(const Brain& brain);
/// How many messages to ask for at once.
[[nodiscard]] std::size_t history_page_messages(const Brain& brain);
/// A question about this conversation was written; somebody gives up if it is not answered.
void history_asked(Brain& brain, const Conversation& conversation, Now now);

}  // namespace brusio::client
