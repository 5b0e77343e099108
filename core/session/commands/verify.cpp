#include <string>

#include "core/session/accounts/login.h"
#include "core/session/commands/commands.h"

namespace brusio::session::commands {

/// No account of this server waits for a code (IRCv3 draft/account-registration, "VERIFY").
Outcome verify(CommandContext& context) {
    const bool logged_in = static_cast<bool>(account_of(context.state(), context.session));
    return Reply::specified_fail(
        "VERIFY", logged_in ? "ALREADY_AUTHENTICATED" : "INVALID_CODE",
        {std::string{context.param(0)}},
        logged_in ? "You are logged in already" : "Accounts of this server need no code");
}

}  // namespace brusio::session::commands
