#include <string>

#include "core/session/accounts/login.h"
#include "core/session/accounts/nick_rules.h"
#include "core/session/commands/commands.h"
#include "core/session/nick_change.h"
#include "core/session/operators/ban_check.h"
#include "core/session/room_standing.h"
#include "core/session/welcome.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

void introduce(CommandContext& context, std::string_view nick) {
    context.session.introduction->nick = nick;
    context.replies().rename(nick);
    identity_changed(context.stage, context.session);
}

/// A room in which too many have taken another nick of late. Those with a rank there are not held
/// up by the others.
const room::Room* room_too_busy(const CommandContext& context) {
    const room::User& user = context.user();
    for (const RoomId id : user.rooms()) {
        const room::Room& room = *context.state().roster.find_room(id);
        const room::Standing standing = standing_of(context.state(), user, room);
        if (standing.is_founder || !standing.member->ranks.empty()) continue;
        if (!room.rate(room::RoomRate::nick_changes).is_open(context.stage.now.mono)) return &room;
    }
    return nullptr;
}

void count_in_rooms(CommandContext& context) {
    for (const RoomId id : context.user().rooms()) {
        room::Room& room = *context.state().roster.find_room(id);
        room.rate(room::RoomRate::nick_changes).count(context.stage.now.mono);
    }
}

Outcome change_own_nick(CommandContext& context, std::string_view nick) {
    if (context.user().nick() == nick) return done;
    if (const room::Room* room = room_too_busy(context)) {
        return Reply::of(wire::Numeric::err_cantchangenick, {room->name()});
    }
    count_in_rooms(context);
    change_nick(context.stage, context.user(), nick);
    return done;
}

/// A nick that only its owner may have is refused when registration ends, not before: who it is
/// may be said after NICK. What a guest holds is refused at once.
bool may_log_in_yet(const CommandContext& context, NickVerdict verdict, std::string_view nick) {
    if (verdict == NickVerdict::reserved) return true;
    const room::User* holder = context.state().roster.find_user(wire::fold(nick));
    return holder != nullptr && holder->profile.account_id;
}

/// NICK before the welcome, or why not now.
Outcome introduce_unless_refused(CommandContext& context, std::string_view wanted) {
    const NickVerdict verdict = judge_nick(context.state(), wanted, context.session.user,
                                           account_of(context.state(), context.session));
    if (!may_register(verdict) && !may_log_in_yet(context, verdict, wanted)) {
        return nick_refusal(verdict, wanted);
    }
    if (context.session.phase != Phase::checking) introduce(context, wanted);
    return done;
}

Outcome take_nick(CommandContext& context, std::string_view wanted) {
    if (!wire::valid_nick(wanted, context.state().config.limits.nick_bytes_max)) {
        return Reply::of(wire::Numeric::err_erroneusnickname, {std::string{wanted}});
    }
    const ServerState& state = context.state();
    if (is_reserved_nick(state, wanted)) {
        return Reply::of(wire::Numeric::err_erroneusnickname, {std::string{wanted}});
    }
    if (!context.session.registered()) return introduce_unless_refused(context, wanted);
    const NickVerdict verdict =
        judge_nick(state, wanted, context.session.user, account_of(state, context.session));
    if (verdict != NickVerdict::free) return nick_refusal(verdict, wanted);
    if (const BanRecord* ban = ban_of_nick(context.stage, context.session, wanted)) {
        return Reply::with_text(wire::Numeric::err_erroneusnickname, {std::string{wanted}},
                                ban_text(*ban));
    }
    return change_own_nick(context, wanted);
}

}  // namespace

Outcome nick(CommandContext& context) {
    const std::string_view wanted = context.param(0);
    if (wanted.empty()) return Reply::of(wire::Numeric::err_nonicknamegiven);
    Outcome refusal = take_nick(context, wanted);
    Introduction* said = context.session.introduction.get();
    if (refusal && said != nullptr) said->nick_refused = wanted;
    return refusal;
}

}  // namespace brusio::session::commands
