#include "core/session/away.h"

#include <string>

#include "core/session/commands/commands.h"
#include "core/wire/utf8.h"

namespace brusio::session::commands {

/// Modern IRC, AWAY message; before registration IRCv3 draft/pre-away.
Outcome away(CommandContext& context) {
    using wire::Numeric;
    Session& session = context.session;
    if (!session.registered() && !session.has(wire::Capability::pre_away)) {
        return Reply::of(Numeric::err_notregistered);
    }
    const std::string_view words = context.param(0);
    session.away =
        words.substr(0, wire::utf8_cut(words, context.state().config.limits.away_bytes_max));
    session.away_order = ++context.state().aways_said;
    if (session.registered()) settle_away(context.stage, context.user());
    context.replies().numeric(session.away.empty() ? Numeric::rpl_unaway : Numeric::rpl_nowaway);
    return done;
}

}  // namespace brusio::session::commands
