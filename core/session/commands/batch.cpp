#include "core/session/commands/commands.h"
#include "core/session/multiline.h"

namespace brusio::session::commands {

Outcome batch(CommandContext& context) {
    const std::string_view reference = context.param(0);
    if (reference.starts_with('+')) return open_client_batch(context, reference.substr(1));
    if (reference.starts_with('-')) return close_client_batch(context, reference.substr(1));
    return Reply::need_more_params("BATCH");
}

}  // namespace brusio::session::commands
