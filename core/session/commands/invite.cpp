#include <string>

#include "core/room/admission.h"
#include "core/session/accounts/presence.h"
#include "core/session/commands/commands.h"
#include "core/session/contact_rules.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_refusal.h"
#include "core/session/room_standing.h"
#include "core/session/visibility.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

/// INVITE without parameters: the rooms one is invited to (Modern IRC, "Invite list").
void list_invitations(CommandContext& context) {
    for (const RoomId id : context.user().invitations()) {
        const room::Room* room = context.state().roster.find_room(id);
        if (room == nullptr) continue;
        context.replies().numeric(Numeric::rpl_invitelist, {room->name()}, {});
    }
    context.replies().numeric(Numeric::rpl_endofinvitelist);
}

void answer(CommandContext& context, const room::Room& room, const room::User& target) {
    context.replies().numeric(Numeric::rpl_inviting, {target.nick(), room.name()}, {});
    if (!target.profile.away.empty()) {
        context.replies().numeric(Numeric::rpl_away, {target.nick()}, target.profile.away);
    }
}

void deliver(CommandContext& context, const room::Room& room, room::User& target) {
    const room::User& user = context.user();
    const std::string source = source_of(user);
    Draft draft = from_user(user, source, "INVITE");
    draft.with({target.nick(), room.name()});
    context.fanout().to_user(target, draft);
    // IRCv3 invite-notify: other members hear of it only if they asked to.
    Only readers;
    readers.with.add(wire::Capability::invite_notify);
    context.fanout().to_room(room, draft, Echo::no, readers);
    answer(context, room, target);
}

/// A stranger's invitation is kept away as its messages are.
Outcome refuse_stranger(CommandContext& context, const room::Room& room, const room::User& target,
                        Contact contact) {
    if (contact == Contact::silenced) {
        answer(context, room, target);
        return done;
    }
    if (contact == Contact::not_accepted) tell_of_caller(context.stage, context.user(), target);
    return contact_refusal(contact, target.nick());
}

}  // namespace

Outcome invite(CommandContext& context) {
    if (context.param_count() == 0) {
        list_invitations(context);
        return done;
    }
    if (context.param_count() < 2) return Reply::need_more_params("INVITE");
    const std::string_view name = context.param(1);
    const room::User& user = context.user();
    room::Room* room = find_room_to_govern(context.state(), user, name);
    if (room == nullptr) return Reply::no_such_channel(name);
    const room::Standing standing = standing_of(context.state(), user, *room);
    Outcome refusal = refusal_of(room::may_invite(*room, standing), *room);
    // Somebody's invitation that opens nothing is a message; a server operator's always opens.
    const bool by_override =
        !room::invitation_opens(standing) && may_override(context.state(), user);
    if (refusal && !by_override) return refusal;
    room::User* target = find_user(context.state(), context.param(0));
    if (target == nullptr) return Reply::no_such_nick(context.param(0));
    if (room->has_member(target->id())) {
        return Reply::of(Numeric::err_useronchannel, {target->nick(), room->name()});
    }
    const Contact contact = may_contact(context.state(), user, *target);
    if (contact != Contact::ok) return refuse_stranger(context, *room, *target, contact);
    if (by_override || room::invitation_opens(standing)) {
        context.state().roster.invite(*target, *room);
        save_presence(context.stage, *target);
    }
    deliver(context, *room, *target);
    if (by_override) tell_override(context.stage, user, *room, "INVITE", target->nick());
    return done;
}

}  // namespace brusio::session::commands
