#pragma once

#include "core/session/command.h"
#include "core/session/device_book.h"
#include "core/session/saying.h"

namespace brusio::session {

// What a client sends again after its link broke is kept once. The capability brusio/exactly-once;
// docs/protocol.md has its words.

/// The id with which the session asks for this message to be kept once: none unless it negotiated
/// that and is logged in, because only an account can show later that it is the same sender.
[[nodiscard]] Result<std::optional<ClientMessageId>, Reply> client_message_id(
    const CommandContext& context);

/// What to do with a message that has an id.
enum class OnceStep : std::uint8_t {
    go_on,   // nothing with this id was kept: say it
    waiting  // the store was asked; the line comes again, or was answered, when it has spoken
};
/// `saying.again` is the line that will say it then; empty: the line that is being carried out.
OnceStep begin_once(CommandContext& context, const ClientMessageId& id, const Saying& saying);

/// Takes the store's answer in. True if the line is to be run again; else finish_once answers it.
[[nodiscard]] bool runs_again(ServerState& state, const OnceAsked& asked,
                              const QueryAnswer& answer);

/// Answers the session that is being served with the message that was kept before, as if it had
/// been said now; or says that another message has that id (CID_TAKEN), or that nobody knows.
void finish_once(Stage& stage, const OnceAsked& asked, const QueryAnswer& answer);

}  // namespace brusio::session
