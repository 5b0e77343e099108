#pragma once

#include <string_view>

#include "core/session/command.h"

namespace brusio::session {

// ACCOUNT ADD, SUSPEND, RESUME and INFO: what an operator with the privilege may do with the
// accounts of others (docs/protocol.md, Accounts).

/// True if the subcommand is one of these.
[[nodiscard]] bool is_account_control(std::string_view subcommand);

/// Carries it out; 481 or 723 for those who may not. Suspending ends the account's sessions with
/// the reason and keeps it out by every way to log in, until it is resumed. Each deed is in the
/// audit.
Outcome control_account(CommandContext& context);

}  // namespace brusio::session
