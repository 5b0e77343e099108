#include <string>

#include "core/session/accounts/absence_news.h"
#include "core/session/commands/commands.h"
#include "core/session/departure.h"
#include "core/session/operators/force.h"
#include "core/session/operators/privileges.h"
#include "core/session/operators/room_override.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/split.h"
#include "core/wire/utf8.h"

namespace brusio::session::commands {

namespace {

Outcome take_out(CommandContext& context, room::User& target, std::string_view name) {
    room::Room* room = context.state().roster.find_room(wire::fold(name));
    if (room == nullptr) return Reply::no_such_channel(name);
    const std::string room_name = room->name();
    if (!room->has_member(target.id())) {
        return Reply::of(wire::Numeric::err_usernotinchannel, {target.nick(), room_name});
    }
    std::string_view reason = context.param(2);
    const std::size_t most = context.state().config.limits.kick_reason_bytes_max;
    reason = reason.substr(0, wire::utf8_cut(reason, most));
    record_force(context, "sapart", target.nick(), room_name);
    // Before the deed: the room may end with it, and one who is nowhere else.
    tell_room_of_power(context.stage, context.user(), *room, "SAPART " + target.nick());
    tell_forced(context, target, "takes you out of " + room_name);
    note_absence_news(context.stage, target.profile.account_id, AbsenceNewsKind::removed, room_name,
                      context.user(), reason);
    part_room(context.stage, *room, target, reason);
    return done;
}

}  // namespace

/// Takes somebody out of rooms (InspIRCd and others), also one who stays there without a session.
Outcome sapart(CommandContext& context) {
    if (Outcome refusal = refusal_without(context.state(), context.user(), Privilege::force)) {
        return refusal;
    }
    room::User* target = find_user(context.state(), context.param(0));
    if (target == nullptr) return Reply::no_such_nick(context.param(0));
    if (Outcome refusal = refusal_to_force(context, *target)) return refusal;
    const UserId id = target->id();
    for (const std::string_view name : wire::Split{context.param(1), ','}) {
        target = context.state().roster.find_user(id);
        if (target == nullptr) break;
        if (Outcome refusal = take_out(context, *target, name)) context.replies().reply(*refusal);
    }
    return done;
}

}  // namespace brusio::session::commands
