#pragma once

#include <string_view>

#include "core/ports/hasher.h"
#include "core/session/command.h"
#include "core/session/pending_work.h"

namespace brusio::session {

// ACCOUNT <subcommand>: what somebody may do with the account that it is logged in to. No
// specification has this; docs/protocol.md describes it.

/// FAIL ACCOUNT <code> [name]: the sentence says what to do.
[[nodiscard]] Reply account_refused(std::string_view code, std::string_view text);
[[nodiscard]] Reply account_refused(std::string_view code, std::string_view name,
                                    std::string_view text);
/// Neither the hasher nor the store takes anything more at the moment.
[[nodiscard]] Reply account_busy();

Outcome account_password(CommandContext& context, AccountRecord& account);
Outcome account_delete(CommandContext& context, AccountRecord& account);
Outcome account_sessions(CommandContext& context, const AccountRecord& account);
Outcome account_logout(CommandContext& context, const AccountRecord& account);

/// Whoever sits at an open window must not take the account along: the password, which is the first
/// parameter after the subcommand, is asked for again. Counts as a try to log in.
Outcome check_own_password(CommandContext& context, const AccountRecord& account,
                           WorkPurpose purpose);
/// Says what was wrong with it, if anything.
[[nodiscard]] Outcome judge_own_password(const WorkResult& result);

// What the hasher answered.
void finish_password_change(Stage& stage, Session& session, const PasswordChange& work,
                            const WorkResult& result);
void finish_new_password(Stage& stage, Session& session, const WorkResult& result);
void finish_account_removal(Stage& stage, Session& session, const WorkResult& result);

}  // namespace brusio::session
