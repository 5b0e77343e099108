#include "core/session/commands/commands.h"
#include "core/session/history.h"

namespace brusio::session::commands {

Outcome chathistory(CommandContext& context) {
    const auto request =
        read_history_request(context.line, context.state().config.limits.history_messages_max);
    if (!request.ok()) return request.error();
    if (request.value().command == HistoryCommand::targets) {
        return ask_targets(context, request.value());
    }
    return ask_history(context, request.value());
}

}  // namespace brusio::session::commands
