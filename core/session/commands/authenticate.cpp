#include "core/session/accounts/sasl.h"
#include "core/session/commands/commands.h"

namespace brusio::session::commands {

/// Also after registration (IRCv3 sasl-3.2, "SASL Reauthentication").
Outcome authenticate(CommandContext& context) {
    const std::string_view text = context.param(0);
    if (text == "*") {
        if (abort_sasl(context.stage, context.session)) return done;
        return Reply::of(wire::Numeric::err_saslaborted);
    }
    if (context.session.sasl != nullptr) return continue_sasl(context.stage, context.session, text);
    return begin_sasl(context.stage, context.session, text);
}

}  // namespace brusio::session::commands
