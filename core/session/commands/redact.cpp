#include "core/session/commands/commands.h"
#include "core/session/redaction.h"

namespace brusio::session::commands {

Outcome redact(CommandContext& context) {
    return ask_redaction(context, {context.param(0), context.param(1), context.param(2)});
}

}  // namespace brusio::session::commands
