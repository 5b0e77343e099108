#include "core/session/commands/commands.h"
#include "core/session/server_target.h"
#include "core/session/server_texts.h"

namespace brusio::session::commands {

Outcome motd(CommandContext& context) {
    if (Outcome refusal = check_server_target(context, 0)) return refusal;
    send_motd(context.stage);
    return done;
}

}  // namespace brusio::session::commands
