#pragma once

#include <optional>
#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

/// IRCv3 client-tags/typing: who is writing, in which conversation.
void note_typing(Brain& brain, Conversation& conversation, std::string_view nick, TypingState state,
                 Now now);
/// They spoke, left, or changed their nick.
void end_typing(Brain& brain, Conversation& conversation, std::string_view nick);
/// The link is gone: nobody is known to be writing.
void forget_typists(Brain& brain);
void expire_typists(Brain& brain, Now now);
[[nodiscard]] std::optional<MonoTime> typing_deadline(const Brain& brain);

/// Tells `target` that we are writing, if the server carries it and it is time again.
void tell_typing(Brain& brain, std::string_view target, TypingState state, Now now);

}  // namespace brusio::client
