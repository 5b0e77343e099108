#include "core/session/accounts/login.h"
#include "core/session/accounts/sasl.h"
#include "core/session/commands/commands.h"

namespace brusio::session::commands {

/// Also after registration, for guests (IRCv3 sasl-3.2, "SASL Reauthentication"): whoever is a user
/// of an account already stays that.
Outcome authenticate(CommandContext& context) {
    const std::string_view text = context.param(0);
    if (text == "*") {
        if (abort_sasl(context.stage, context.session)) return done;
        return Reply::of(wire::Numeric::err_saslaborted);
    }
    if (context.session.sasl != nullptr) return continue_sasl(context.stage, context.session, text);
    if (context.session.registered() && account_of(context.state(), context.session)) {
        return Reply::of(wire::Numeric::err_saslalready);
    }
    return begin_sasl(context.stage, context.session, text);
}

}  // namespace brusio::session::commands
