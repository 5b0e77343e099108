#include "core/session/accounts/verification.h"
#include "core/session/commands/commands.h"

namespace brusio::session::commands {

/// IRCv3 draft/account-registration, VERIFY.
Outcome verify(CommandContext& context) { return verify_account(context); }

}  // namespace brusio::session::commands
