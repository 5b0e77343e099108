#pragma once

#include <span>
#include <string_view>

#include "core/ports/records.h"
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

}  // namespace brusio::session
