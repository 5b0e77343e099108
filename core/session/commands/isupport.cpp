#include "core/session/isupport.h"

#include "core/session/commands/commands.h"

namespace brusio::session::commands {

Outcome isupport(CommandContext& context) {
    // IRCv3 draft/extended-isupport: before registration for those who negotiated it.
    if (!context.session.registered() &&
        !context.session.has(wire::Capability::extended_isupport)) {
        return Reply::of(wire::Numeric::err_notregistered);
    }
    send_isupport(context.stage, context.session);
    return done;
}

}  // namespace brusio::session::commands
