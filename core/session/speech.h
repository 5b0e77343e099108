#pragma once

#include <string>

#include "core/session/command.h"
#include "core/session/saying.h"

namespace brusio::session {

/// Says it to every target of the first parameter: rooms, members from a rank on ("@#room"), or
/// users by nick. A message to a room is in the journal before anybody sees it.
Outcome say(CommandContext& context, Saying saying);

/// Says it to one room on behalf of a user that may not speak IRC (core/plain).
Outcome say_to_room(Stage& stage, room::User& user, room::Room& room, const Saying& saying);

/// The client-only tags of a line that may be relayed: none unless the session negotiated
/// message-tags (IRCv3 message-tags, "Client-only tags").
[[nodiscard]] std::string relayed_tags(const CommandContext& context);

}  // namespace brusio::session
