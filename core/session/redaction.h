#pragma once

#include "core/ports/store.h"
#include "core/session/command.h"

namespace brusio::session {

// IRCv3 draft/message-redaction: a message is taken back. It stays in its log, without text and
// tags, and CHATHISTORY passes it over.

/// What is to be taken back.
struct Redaction {
    std::string_view target;  // a room or a nick
    std::string_view message_id;
    std::string_view reason;  // may be empty
};

/// Asks the store for the message. Nobody learns of messages that it could not read: those and such
/// as do not exist are answered alike.
Outcome ask_redaction(CommandContext& context, const Redaction& redaction);

/// Takes the message back if the session that is being served may do so, and tells everybody who
/// has got it.
void finish_redaction(Stage& stage, const RedactionAsked& asked, const QueryAnswer& answer);

}  // namespace brusio::session
