#include <string>

#include "core/session/commands/commands.h"
#include "core/session/server_target.h"
#include "core/wire/time_text.h"

namespace brusio::session::commands {

Outcome info(CommandContext& context) {
    using wire::Numeric;
    if (Outcome refusal = check_server_target(context, 0)) return refusal;
    const ServerConfig& config = context.state().config;
    const std::string started{wire::time_text(context.state().started).view()};
    for (const std::string& line : {config.version + ", a chat server: the hum of many voices",
                                    config.description, "Running since " + started}) {
        if (!line.empty()) context.replies().numeric(Numeric::rpl_info, {}, line);
    }
    context.replies().numeric(Numeric::rpl_endofinfo);
    return done;
}

}  // namespace brusio::session::commands
