#include "core/session/accounts/account_making.h"
#include "core/session/commands/commands.h"

namespace brusio::session::commands {

Outcome register_account(CommandContext& context) {
    return begin_new_account(context.stage, context.session, context.param(0), context.param(1),
                             context.param(2));
}

}  // namespace brusio::session::commands
