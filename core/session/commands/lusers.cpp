#include "core/session/commands/commands.h"
#include "core/session/server_texts.h"

namespace brusio::session::commands {

Outcome lusers(CommandContext& context) {
    send_lusers(context.stage);
    return done;
}

}  // namespace brusio::session::commands
