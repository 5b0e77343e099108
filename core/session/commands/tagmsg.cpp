#include <string>

#include "core/session/commands/commands.h"
#include "core/session/speech.h"

namespace brusio::session::commands {

/// IRCv3 message-tags, "TAGMSG": for those who negotiated tags; without client-only tags there is
/// nothing to relay.
Outcome tagmsg(CommandContext& context) {
    if (!context.session.has(wire::Capability::message_tags)) {
        return Reply::of(wire::Numeric::err_unknowncommand, {"TAGMSG"});
    }
    const std::string tags = relayed_tags(context);
    if (tags.empty()) return done;
    return say(context, {RecordKind::tags_only, "TAGMSG", {}, tags});
}

}  // namespace brusio::session::commands
