#include <string>

#include "core/session/commands/commands.h"
#include "core/session/monitor_notify.h"
#include "core/session/welcome.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

void introduce(CommandContext& context, std::string_view nick) {
    context.session.introduction->nick = nick;
    context.replies().rename(nick);
    identity_changed(context.stage, context.session);
}

void rename(CommandContext& context, std::string_view nick, Folded key) {
    room::User& user = context.user();
    const std::string source = source_of(user);
    const bool another_name = key != user.key();
    Draft draft = from_user(user, source, "NICK");
    draft.kind = DraftKind::nick;
    draft.add(nick);
    context.fanout().to_user(user, draft);
    context.fanout().to_neighbours(user, draft);
    if (another_name) {
        tell_monitors(context.stage, user, Presence::offline);
        context.state().whowas.remember({user.key(), user.nick(), user.profile.username,
                                         user.profile.host, user.profile.realname,
                                         context.stage.now.wall});
    }
    context.state().roster.rename(user, std::string{nick}, std::move(key));
    context.replies().rename(nick);
    if (another_name) tell_monitors(context.stage, user, Presence::online);
}

}  // namespace

Outcome nick(CommandContext& context) {
    const std::string_view wanted = context.param(0);
    if (wanted.empty()) return Reply::of(wire::Numeric::err_nonicknamegiven);
    if (!wire::valid_nick(wanted, context.state().config.limits.nick_bytes_max)) {
        return Reply::of(wire::Numeric::err_erroneusnickname, {std::string{wanted}});
    }
    Folded key = wire::fold(wanted);
    const room::User* owner = context.state().roster.find_user(key);
    const bool own = owner != nullptr && owner->id() == context.session.user;
    if (owner != nullptr && !own) {
        return Reply::of(wire::Numeric::err_nicknameinuse, {std::string{wanted}});
    }
    if (!context.session.registered()) {
        if (context.session.phase != Phase::checking) introduce(context, wanted);
        return done;
    }
    if (owner == nullptr || owner->nick() != wanted) rename(context, wanted, std::move(key));
    return done;
}

}  // namespace brusio::session::commands
