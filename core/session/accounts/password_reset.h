#pragma once

#include "core/session/command.h"
#include "core/session/pending_work.h"

namespace brusio::session {

/// ACCOUNT RESET <account>: a mail with a token for whoever reads the account's mail. The answer,
/// and what is written for it, are the same whether there is such an account, has a verified
/// address, and has had its share of mails, or not.
/// ACCOUNT RESET <account> <token> <password>: the account has another password, and no session.
Outcome account_reset(CommandContext& context);

// What the hasher answered.
void finish_password_reset(Stage& stage, Session& session, const PasswordReset& work,
                           const WorkResult& result);

}  // namespace brusio::session
