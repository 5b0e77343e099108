#include <string>

#include "core/session/commands/commands.h"
#include "core/session/operators/force.h"
#include "core/session/operators/privileges.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_entry.h"
#include "core/session/room_view.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/split.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

void show(CommandContext& context, const room::User& target, const room::Room& room) {
    if (target.id() == context.session.user) show_room(context.stage, context.session, room);
    show_room_to_others(context.stage, target, room);
}

Outcome bring_into(CommandContext& context, room::User& target, std::string_view name) {
    room::Room* room = context.state().roster.find_room(wire::fold(name));
    if (room == nullptr) return Reply::no_such_channel(name);
    if (room->has_member(target.id())) {
        return Reply::of(Numeric::err_useronchannel, {target.nick(), room->name()});
    }
    if (Outcome refusal = bring_in(context.stage, target, *room)) {
        return Reply::with_text(refusal->numeric, {room->name()},
                                target.nick() + " is in too many channels");
    }
    show(context, target, *room);
    record_force(context, "sajoin", target.nick(), room->name());
    tell_room_of_power(context.stage, context.user(), *room, "SAJOIN " + target.nick());
    tell_forced(context, target, "has brought you into " + room->name());
    return done;
}

}  // namespace

/// Brings somebody who is there into rooms that are there (InspIRCd and others).
Outcome sajoin(CommandContext& context) {
    if (Outcome refusal = refusal_without(context.state(), context.user(), Privilege::force)) {
        return refusal;
    }
    room::User* target = find_online_user(context.state(), context.param(0));
    if (target == nullptr) return Reply::no_such_nick(context.param(0));
    if (Outcome refusal = refusal_to_force(context, *target)) return refusal;
    for (const std::string_view name : wire::Split{context.param(1), ','}) {
        if (Outcome refusal = bring_into(context, *target, name)) context.replies().reply(*refusal);
    }
    return done;
}

}  // namespace brusio::session::commands
