#include <string>
#include <vector>

#include "core/room/admission.h"
#include "core/session/accounts/absence_news.h"
#include "core/session/commands/commands.h"
#include "core/session/departure.h"
#include "core/session/journal.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_refusal.h"
#include "core/session/room_standing.h"
#include "core/session/visibility.h"
#include "core/wire/split.h"
#include "core/wire/utf8.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

std::vector<std::string_view> items_of(std::string_view list) {
    std::vector<std::string_view> items;
    for (const std::string_view item : wire::Split{list, ','}) items.push_back(item);
    return items;
}

void carry_out(CommandContext& context, room::Room& room, room::User& target,
               std::string_view reason) {
    const room::User& user = context.user();
    const std::string source = source_of(user);
    // Modern IRC, KICK message: without a comment a default; RFC 2812: the kicker's nick.
    if (reason.empty()) reason = user.nick();
    Draft draft = from_user(user, source, "KICK");
    draft.kind = DraftKind::kick;
    const Noted noted =
        note_event(context.stage, user, room, {RecordKind::kick, target.nick(), reason, {}});
    mark_as(noted, draft);
    draft.with({room.name(), target.nick()}).text(reason);
    context.fanout().to_room(room, draft, Echo::yes);
    note_absence_news(context.stage, target.profile.account_id, AbsenceNewsKind::removed,
                      room.name(), user, reason);
    leave_room(context.stage, room, target);
}

Outcome kick_one(CommandContext& context, std::string_view name, std::string_view nick,
                 std::string_view reason) {
    const room::User& user = context.user();
    const ServerState& state = context.state();
    room::Room* room = find_room_to_govern(state, user, name);
    if (room == nullptr) return Reply::no_such_channel(name);
    const room::Standing kicker = standing_of(state, user, *room);
    const bool overrides = may_override(state, user);
    // Who may kick nobody here learns nothing of who is here.
    Outcome refusal = refusal_of(room::may_change(kicker, room::Change::kick), *room);
    if (refusal && !overrides) return refusal;
    room::User* target = find_user(state, nick);
    if (target == nullptr) return Reply::no_such_nick(nick);
    const room::Member* member = room->find_member(target->id());
    if (member == nullptr) {
        return Reply::of(Numeric::err_usernotinchannel, {target->nick(), room->name()});
    }
    refusal = refusal_of(room::may_kick(kicker, standing_of(state, *target, *room)), *room);
    if (refusal && !overrides) return refusal;
    // Before the deed: the room may end with it.
    if (refusal) tell_override(context.stage, user, *room, "KICK", target->nick());
    carry_out(context, *room, *target, reason);
    return done;
}

}  // namespace

Outcome kick(CommandContext& context) {
    const Limits& limits = context.state().config.limits;
    const std::vector<std::string_view> rooms = items_of(context.param(0));
    const std::vector<std::string_view> nicks = items_of(context.param(1));
    std::string_view reason = context.param(2);
    reason = reason.substr(0, wire::utf8_cut(reason, limits.kick_reason_bytes_max));
    // Modern IRC, KICK message: one room for all nicks, or as many rooms as nicks, in pairs.
    const bool paired = rooms.size() == nicks.size();
    if (nicks.empty() || rooms.empty() || (!paired && rooms.size() != 1)) {
        return Reply::need_more_params("KICK");
    }
    for (std::size_t i = 0; i < nicks.size() && i < limits.targets_per_command_max; ++i) {
        const Outcome refusal = kick_one(context, paired ? rooms[i] : rooms[0], nicks[i], reason);
        if (refusal) context.replies().reply(*refusal);
    }
    return done;
}

}  // namespace brusio::session::commands
