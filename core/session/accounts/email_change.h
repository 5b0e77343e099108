#pragma once

#include "core/session/command.h"
#include "core/session/pending_work.h"

namespace brusio::session {

/// ACCOUNT EMAIL <password> <address|*>: a mail with a token to the new address; with * the account
/// has none from now on.
Outcome account_email(CommandContext& context, AccountRecord& account);
/// ACCOUNT CONFIRM <token>: the new address is the account's; the old one is told.
Outcome account_confirm(CommandContext& context, AccountRecord& account);

// What the hasher answered.
void finish_email_change(Stage& stage, Session& session, const EmailChange& work,
                         const WorkResult& result);

}  // namespace brusio::session
