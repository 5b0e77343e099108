#include <string>

#include "core/session/accounts/absence_news.h"
#include "core/session/commands/commands.h"
#include "core/session/departure.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/privileges.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/utf8.h"

namespace brusio::session::commands {

Outcome kill(CommandContext& context) {
    const room::User& user = context.user();
    if (Outcome refusal = refusal_without(context.state(), user, Privilege::kill)) return refusal;
    const std::string_view nick = context.param(0);
    if (wire::names_equal(nick, context.stage.server_name())) {
        return Reply::of(wire::Numeric::err_cantkillserver);
    }
    room::User* target = find_user(context.state(), nick);
    if (target == nullptr) return Reply::no_such_nick(nick);
    std::string_view words = context.param(1);
    words =
        words.substr(0, wire::utf8_cut(words, context.state().config.limits.kick_reason_bytes_max));
    if (words.empty()) words = "No reason given";
    record_deed(context.stage, user, {"kill", target->nick(), words});
    tell_host(
        context.stage, context.session,
        {.kind = HostEventKind::kill, .subject = target->nick(), .reason = std::string{words}});
    const std::string source = source_of(user);
    Draft draft = from_user(user, source, "KILL");
    draft.add(target->nick()).text(words);
    context.fanout().to_user(*target, draft);
    for (const RoomId id : target->rooms()) {
        note_absence_news(context.stage, target->profile.account_id, AbsenceNewsKind::removed,
                          context.state().roster.find_room(id)->name(), user, words);
    }
    const std::string reason = "Killed (" + user.nick() + " (" + std::string{words} + "))";
    end_user(context.stage, *target, CloseReason::killed, reason);
    return done;
}

}  // namespace brusio::session::commands
