#include <string>

#include "core/session/commands/commands.h"
#include "core/session/numeric_draft.h"
#include "core/session/visibility.h"

namespace brusio::session::commands {

namespace {

/// RPL_USERHOST: nickname [*] = (+|-) user@host.
std::string entry_of(const room::User& user) {
    std::string entry = user.nick();
    if (user.is(room::UserFlag::server_operator)) entry += '*';
    entry += user.profile.away.empty() ? "=+" : "=-";
    entry += user.profile.username;
    entry += '@';
    entry += user.profile.host;
    return entry;
}

}  // namespace

Outcome userhost(CommandContext& context) {
    constexpr std::size_t nicks_max = 5;  // Modern IRC, USERHOST message
    std::string text;
    for (std::size_t i = 0; i < nicks_max && i < context.param_count(); ++i) {
        const room::User* user = find_user(context.state(), context.param(i));
        if (user == nullptr) continue;
        if (!text.empty()) text += ' ';
        text += entry_of(*user);
    }
    Draft draft = numeric_draft(context.stage, wire::Numeric::rpl_userhost);
    context.replies().add(draft.text(text));
    return done;
}

}  // namespace brusio::session::commands
