#include <string>

#include "core/session/commands/commands.h"
#include "core/session/speech.h"

namespace brusio::session::commands {

/// Modern IRC, NOTICE message: like PRIVMSG, but no mistake is ever answered.
Outcome notice(CommandContext& context) {
    if (context.param(0).empty() || context.param(1).empty()) return done;
    const std::string tags = relayed_tags(context);
    return say(context, {RecordKind::notice, "NOTICE", context.param(1), tags});
}

}  // namespace brusio::session::commands
