#include "core/session/commands/commands.h"
#include "core/session/isupport.h"
#include "core/session/server_target.h"

namespace brusio::session::commands {

Outcome version(CommandContext& context) {
    if (Outcome refusal = check_server_target(context, 0)) return refusal;
    const ServerConfig& config = context.state().config;
    context.replies().numeric(wire::Numeric::rpl_version, {config.version, config.name},
                              config.description);
    send_isupport(context.stage, context.session);
    return done;
}

}  // namespace brusio::session::commands
