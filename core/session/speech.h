#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/session/command.h"
#include "core/session/device_book.h"
#include "core/session/text_lines.h"

namespace brusio::session {

/// What PRIVMSG, NOTICE and TAGMSG have in common: one saying for one or more targets.
struct Saying {
    RecordKind kind = RecordKind::message;
    std::string_view command;
    std::string_view text;                       // empty for TAGMSG
    std::string_view client_tags;                // escaped, as they are relayed
    const ClientMessageId* client_id = nullptr;  // it is to be kept once
    std::span<const TextLine> lines{};           // of the text, if it has several
    std::string_view again{};                    // the line that says it again; empty: the same
    std::string_view relayed_as{};  // nick!user@host of whoever a bridge speaks for; empty: itself
};

/// Says it to every target of the first parameter: rooms, members from a rank on ("@#room"), or
/// users by nick. A message to a room is in the journal before anybody sees it.
Outcome say(CommandContext& context, Saying saying);

/// Says it to one room on behalf of a user that may not speak IRC (core/plain).
Outcome say_to_room(Stage& stage, room::User& user, room::Room& room, const Saying& saying);

/// The client-only tags of a line that may be relayed: none unless the session negotiated
/// message-tags (IRCv3 message-tags, "Client-only tags").
[[nodiscard]] std::string relayed_tags(const CommandContext& context);

}  // namespace brusio::session
