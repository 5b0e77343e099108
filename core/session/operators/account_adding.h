#pragma once

#include <string>

#include "core/session/command.h"
#include "core/session/pending_work.h"

namespace brusio::session {

// ACCOUNT ADD <name> <password>: an operator with the privilege makes an account for somebody else,
// also where nobody may register. Nobody is logged in to it by that.

/// Checks what was given and asks the hasher for the keys.
Outcome add_account(CommandContext& context);
/// The account exists from here on: NOTE ACCOUNT ADDED leaves once it is durable.
void finish_added_account(Stage& stage, Session& session, const AccountOfOperator& work,
                          const WorkResult& result);

}  // namespace brusio::session
