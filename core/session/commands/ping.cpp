#include <string>

#include "core/session/commands/commands.h"

namespace brusio::session::commands {

Outcome ping(CommandContext& context) {
    if (context.param(0).empty()) return Reply::of(wire::Numeric::err_noorigin);
    Draft pong = context.stage.from_server("PONG");
    context.replies().add(pong.add(context.stage.server_name()).text(context.param(0)));
    return done;
}

}  // namespace brusio::session::commands
