#include <string>

#include "core/session/commands/commands.h"
#include "core/session/user_news.h"
#include "core/wire/utf8.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

/// IRCv3 draft/pre-away: the away message is taken along into registration.
Outcome away_before_registration(CommandContext& context, std::string_view words) {
    if (!context.session.has(wire::Capability::pre_away) || !context.session.introduction) {
        return Reply::of(Numeric::err_notregistered);
    }
    context.session.introduction->away = words;
    return done;
}

void change_away(CommandContext& context, std::string_view words) {
    room::User& user = context.user();
    // IRCv3 draft/pre-away: "*" says that nobody sits here; another session's word counts more.
    if (words == "*" && user.links().size() > 1) return;
    if (user.profile.away == words) return;
    user.profile.away = words;
    tell_away(context.stage, user);
}

}  // namespace

Outcome away(CommandContext& context) {
    std::string_view words = context.param(0);
    words = words.substr(0, wire::utf8_cut(words, context.state().config.limits.away_bytes_max));
    if (!context.session.registered()) {
        if (Outcome refusal = away_before_registration(context, words)) return refusal;
    } else {
        change_away(context, words);
    }
    context.replies().numeric(words.empty() ? Numeric::rpl_unaway : Numeric::rpl_nowaway);
    return done;
}

}  // namespace brusio::session::commands
