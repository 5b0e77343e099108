#pragma once

#include <string_view>

#include "core/ports/hasher.h"
#include "core/session/command.h"
#include "core/session/pending_work.h"

namespace brusio::session {

// ACCOUNT <subcommand>: what somebody may do with the account that it is logged in to. No
// specification has this; docs/protocol.md describes it.

Outcome account_password(CommandContext& context, AccountRecord& account);
Outcome account_delete(CommandContext& context, AccountRecord& account);
Outcome account_sessions(CommandContext& context, const AccountRecord& account);
Outcome account_logout(CommandContext& context, const AccountRecord& account);

// What the hasher answered.
void finish_password_change(Stage& stage, Session& session, const PasswordChange& work,
                            const WorkResult& result);
void finish_new_password(Stage& stage, Session& session, const WorkResult& result);
void finish_account_removal(Stage& stage, Session& session, const WorkResult& result);

}  // namespace brusio::session
