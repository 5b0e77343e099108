#include <string>

#include "core/session/accounts/account_certificates.h"
#include "core/session/accounts/account_command.h"
#include "core/session/accounts/email_change.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/password_reset.h"
#include "core/session/commands/commands.h"
#include "core/session/operators/account_control.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

Outcome account(CommandContext& context) {
    // Who has lost a password comes back by this alone, where nobody is let in without one.
    if (wire::names_equal(context.param(0), "RESET")) return account_reset(context);
    if (!context.session.registered()) return Reply::of(wire::Numeric::err_notregistered);
    if (is_account_control(context.param(0))) return control_account(context);
    AccountRecord* own =
        context.state().accounts.find(account_of(context.state(), context.session));
    if (own == nullptr) {
        return Reply::fail("ACCOUNT", "ACCOUNT_REQUIRED", {}, "Log in first; see HELP REGISTER");
    }
    const std::string_view subcommand = context.param(0);
    if (wire::names_equal(subcommand, "PASSWORD")) return account_password(context, *own);
    if (wire::names_equal(subcommand, "DELETE")) return account_delete(context, *own);
    if (wire::names_equal(subcommand, "SESSIONS")) return account_sessions(context, *own);
    if (wire::names_equal(subcommand, "LOGOUT")) return account_logout(context, *own);
    if (wire::names_equal(subcommand, "CERT")) return account_certificates(context, *own);
    if (wire::names_equal(subcommand, "EMAIL")) return account_email(context, *own);
    if (wire::names_equal(subcommand, "CONFIRM")) return account_confirm(context, *own);
    return Reply::fail("ACCOUNT", "UNKNOWN_SUBCOMMAND", {std::string{subcommand}},
                       "ACCOUNT knows PASSWORD, DELETE, SESSIONS, LOGOUT, CERT, EMAIL, CONFIRM and "
                       "RESET; operators also ADD, SUSPEND, RESUME and INFO");
}

}  // namespace brusio::session::commands
