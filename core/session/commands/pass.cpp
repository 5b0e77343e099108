#include <string>

#include "core/session/commands/commands.h"

namespace brusio::session::commands {

Outcome pass(CommandContext& context) {
    if (context.session.phase == Phase::checking) return done;
    context.session.introduction->password = context.param(0);
    return done;
}

}  // namespace brusio::session::commands
