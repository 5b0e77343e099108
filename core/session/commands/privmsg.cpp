#include <string>

#include "core/session/commands/commands.h"
#include "core/session/speech.h"

namespace brusio::session::commands {

Outcome privmsg(CommandContext& context) {
    if (context.param(0).empty()) {
        return Reply::of(wire::Numeric::err_norecipient, {});
    }
    if (context.param(1).empty()) return Reply::of(wire::Numeric::err_notexttosend);
    const std::string tags = relayed_tags(context);
    return say(context, {RecordKind::message, "PRIVMSG", context.param(1), tags});
}

}  // namespace brusio::session::commands
