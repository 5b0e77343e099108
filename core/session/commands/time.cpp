#include <string>

#include "core/session/commands/commands.h"
#include "core/session/server_target.h"
#include "core/wire/time_text.h"

namespace brusio::session::commands {

Outcome time(CommandContext& context) {
    if (Outcome refusal = check_server_target(context, 0)) return refusal;
    const WallTime now = context.stage.now.wall;
    const std::string seconds = std::to_string(now.unix_ms / 1000);
    // "2024-02-03T10:11:12.345Z" for people: day and time to the second.
    const std::string text{wire::time_text(now).view()};
    const std::string words = text.substr(0, 10) + " " + text.substr(11, 8) + " UTC";
    // RPL_TIME with its optional timestamp and an offset that is always none.
    context.replies().numeric(wire::Numeric::rpl_time, {context.stage.server_name(), seconds, "0"},
                              words);
    return done;
}

}  // namespace brusio::session::commands
