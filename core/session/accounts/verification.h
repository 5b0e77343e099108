#pragma once

#include <string_view>

#include "core/ports/hasher.h"
#include "core/session/command.h"
#include "core/session/pending_work.h"

namespace brusio::session {

// An account with an e-mail address is not there before somebody who reads its mail has said the
// token (IRCv3 draft/account-registration, REGISTER VERIFICATION_REQUIRED and VERIFY). Until then
// its name is kept for it, for as long as the token lives.

/// True if the name, or one like it, waits for a mail to be answered that was asked for from
/// elsewhere. Who comes from there again may ask anew.
[[nodiscard]] bool waits_for_somebody_else(const Stage& stage, const Session& session,
                                           std::string_view name);

/// May the session have another mail sent to an address of its choice? Counts it if so.
[[nodiscard]] bool may_ask_for_verification(Stage& stage, const Session& session,
                                            std::string_view name, std::string_view email);

/// The account waits from here on, and the mail is on its way once that is durable.
void begin_verification(Stage& stage, Session& session, const NewAccount& work,
                        const Credentials& credentials);

/// VERIFY <account> <code>: the account exists from here on and the session is logged in to it.
Outcome verify_account(CommandContext& context);

}  // namespace brusio::session
