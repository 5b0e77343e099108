#include <string>

#include "core/room/mask.h"
#include "core/session/commands/commands.h"
#include "core/session/server_target.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

/// LINKS [[<server>] <mask>]: this server is the only one there is.
Outcome links(CommandContext& context) {
    const bool names_server = context.param_count() > 1;
    if (names_server) {
        if (Outcome refusal = check_server_target(context, 0)) return refusal;
    }
    std::string_view mask = context.param(names_server ? 1 : 0);
    if (mask.empty()) mask = "*";
    const std::string_view server = context.stage.server_name();
    if (room::glob_match(wire::fold(mask).text, wire::fold(server).text)) {
        context.replies().numeric(wire::Numeric::rpl_links, {server, server},
                                  "0 " + context.state().config.description);
    }
    context.replies().numeric(wire::Numeric::rpl_endoflinks, {mask});
    return done;
}

}  // namespace brusio::session::commands
