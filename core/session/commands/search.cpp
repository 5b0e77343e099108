#include "core/session/search.h"

#include "core/session/commands/commands.h"

namespace brusio::session::commands {

Outcome search(CommandContext& context) { return ask_search(context, context.param(0)); }

}  // namespace brusio::session::commands
