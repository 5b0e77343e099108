#include "core/session/commands/commands.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/privileges.h"

namespace brusio::session::commands {

Outcome rehash(CommandContext& context) {
    const room::User& user = context.user();
    if (Outcome refusal = refusal_without(context.state(), user, Privilege::rehash)) return refusal;
    record_deed(context.stage, user, {"rehash", {}, {}});
    tell_host(context.stage, context.session, {.kind = HostEventKind::rehash});
    context.stage.effects.reload_requested = true;
    context.replies().numeric(wire::Numeric::rpl_rehashing, {"configuration"});
    return done;
}

}  // namespace brusio::session::commands
