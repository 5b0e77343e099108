#include <string>

#include "core/session/accounts/nick_rules.h"
#include "core/session/commands/commands.h"
#include "core/session/nick_change.h"
#include "core/session/operators/force.h"
#include "core/session/operators/privileges.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

Outcome refusal_of_nick(const ServerState& state, const room::User& target,
                        std::string_view wanted) {
    if (!wire::valid_nick(wanted, state.config.limits.nick_bytes_max) ||
        is_reserved_nick(state, wanted)) {
        return Reply::of(Numeric::err_erroneusnickname, {std::string{wanted}});
    }
    const NickVerdict verdict = judge_nick(state, wanted, target.id(), target.profile.account_id);
    if (verdict == NickVerdict::free) return done;
    return nick_refusal(verdict, wanted);
}

}  // namespace

/// Gives somebody who is there another nick, one that it could have taken itself (InspIRCd and
/// others).
Outcome sanick(CommandContext& context) {
    if (Outcome refusal = refusal_without(context.state(), context.user(), Privilege::force)) {
        return refusal;
    }
    room::User* target = find_online_user(context.state(), context.param(0));
    if (target == nullptr) return Reply::no_such_nick(context.param(0));
    if (Outcome refusal = refusal_to_force(context, *target)) return refusal;
    const std::string_view wanted = context.param(1);
    if (Outcome refusal = refusal_of_nick(context.state(), *target, wanted)) return refusal;
    if (target->nick() == wanted) return done;
    const std::string before = target->nick();
    change_nick(context.stage, *target, wanted);
    record_force(context, "sanick", before, target->nick());
    tell_forced(context, *target, "has changed your nick from " + before);
    return done;
}

}  // namespace brusio::session::commands
