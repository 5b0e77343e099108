#include <string>

#include "core/session/accounts/presence.h"
#include "core/session/commands/commands.h"
#include "core/session/operators/ban_check.h"
#include "core/session/user_news.h"

namespace brusio::session::commands {

Outcome setname(CommandContext& context) {
    const std::string_view realname = context.param(0);
    if (realname.empty() || realname.size() > context.state().config.limits.realname_bytes_max) {
        return Reply::fail("SETNAME", "INVALID_REALNAME", {}, "This real name cannot be used");
    }
    if (const BanRecord* ban = ban_of_realname(context.stage, realname)) {
        return Reply::fail("SETNAME", "CANNOT_CHANGE_REALNAME", {}, ban_text(*ban));
    }
    room::User& user = context.user();
    user.profile.realname = realname;
    save_presence(context.stage, user);
    const std::string source = source_of(user);
    Draft draft = from_user(user, source, "SETNAME");
    draft.text(realname);
    // IRCv3 setname: never to those who did not negotiate it, the user's own links included.
    Only readers;
    readers.with.add(wire::Capability::setname);
    context.fanout().to_user(user, draft, Echo::yes, readers);
    tell_user_news(context.stage, user, draft, wire::Capability::setname);
    return done;
}

}  // namespace brusio::session::commands
