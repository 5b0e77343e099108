#include <string>

#include "core/room/admission.h"
#include "core/session/accounts/presence.h"
#include "core/session/accounts/staying.h"
#include "core/session/commands/commands.h"
#include "core/session/contact_rules.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_refusal.h"
#include "core/session/room_standing.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

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

/// IRCv3 invite-notify: other members hear of it only if they asked to.
void tell_members(CommandContext& context, const room::Room& room, const Draft& invitation) {
    context.fanout().to_room(room, invitation, Echo::no,
                             Only{{wire::Capability::invite_notify}, {}});
}

void deliver(CommandContext& context, const room::Room& room, room::User& target) {
    const room::User& user = context.user();
    const std::string source = source_of(user);
    Draft draft = from_user(user, source, "INVITE");
    draft.with({target.nick(), room.name()});
    context.fanout().to_user(target, draft);
    tell_members(context, room, draft);
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

/// An invitation that may be made.
struct Invitation {
    room::Room& room;
    bool opens;        // otherwise it is no more than a message
    bool by_override;  // by a server operator against the room's rules
};

Outcome invite_user(CommandContext& context, const Invitation& invitation, room::User& target) {
    const room::Room& room = invitation.room;
    const room::User& user = context.user();
    if (room.has_member(target.id())) {
        return Reply::of(Numeric::err_useronchannel, {target.nick(), room.name()});
    }
    const Contact contact = may_contact(context.state(), user, target);
    if (contact != Contact::ok) return refuse_stranger(context, room, target, contact);
    if (invitation.opens) {
        context.state().roster.invite(target, room);
        save_presence(context.stage, target);
    }
    deliver(context, room, target);
    if (invitation.by_override) tell_override(context.stage, user, room, "INVITE", target.nick());
    return done;
}

/// Of the owner of an account who is not here: what opens the room is held, and told when that one
/// comes (accounts/presence.h).
Outcome invite_absent(CommandContext& context, const Invitation& invitation,
                      const AccountRecord& account) {
    const room::Room& room = invitation.room;
    const room::User& user = context.user();
    if (!invitation.opens) {
        return Reply::with_text(Numeric::err_nosuchnick, {account.name},
                                "Is not here; only an operator's invitation is kept until then");
    }
    const Contact contact = may_contact(context.state(), user, account);
    if (contact != Contact::ok && contact != Contact::silenced) {
        return contact_refusal(contact, account.name);
    }
    if (contact == Contact::ok) {
        save_invitation(context.stage, account.id, room);
        const std::string source = source_of(user);
        tell_members(context, room,
                     from_user(user, source, "INVITE").with({account.name, room.name()}));
        if (invitation.by_override) {
            tell_override(context.stage, user, room, "INVITE", account.name);
        }
    }
    context.replies().numeric(Numeric::rpl_inviting, {account.name, room.name()}, {});
    context.replies().numeric(Numeric::rpl_away, {account.name},
                              absent_text(context.state(), account.id));
    return done;
}

/// Whoever has that nick, else the owner of the account of that name.
Outcome invite_named(CommandContext& context, const Invitation& invitation, std::string_view name) {
    ServerState& state = context.state();
    if (room::User* user = find_user(state, name)) return invite_user(context, invitation, *user);
    const AccountRecord* account = state.accounts.find(wire::fold(name));
    if (account == nullptr) return Reply::no_such_nick(name);
    room::User* owner = user_of_account(state, account->id);
    if (owner != nullptr) return invite_user(context, invitation, *owner);
    return invite_absent(context, invitation, *account);
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
    const bool opens = room::invitation_opens(standing);
    const bool by_override = !opens && may_override(context.state(), user);
    if (refusal && !by_override) return refusal;
    return invite_named(context, {*room, opens || by_override, by_override}, context.param(0));
}

}  // namespace brusio::session::commands
