#include <string>

#include "core/session/commands/commands.h"
#include "core/session/departure.h"
#include "core/wire/utf8.h"

namespace brusio::session::commands {

Outcome quit(CommandContext& context) {
    std::string_view words = context.param(0);
    const std::size_t bytes_max = context.state().config.limits.quit_reason_bytes_max;
    words = words.substr(0, wire::utf8_cut(words, bytes_max));
    // "Quit: " keeps people from faking the server's own reasons.
    const std::string reason = words.empty() ? "Quit" : "Quit: " + std::string{words};
    end_session(context.stage, context.session, CloseReason::quit, reason);
    return done;
}

}  // namespace brusio::session::commands
