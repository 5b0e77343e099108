#include "core/session/commands/commands.h"

namespace brusio::session::commands {

Outcome rehash(CommandContext& context) {
    if (!context.user().is(room::UserFlag::server_operator)) return Reply::not_operator();
    context.stage.effects.reload_requested = true;
    context.replies().numeric(wire::Numeric::rpl_rehashing, {"configuration"});
    return done;
}

}  // namespace brusio::session::commands
