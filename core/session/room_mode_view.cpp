#include "core/session/room_mode_view.h"

#include <array>
#include <string>
#include <vector>

#include "core/base/assert.h"
#include "core/room/admission.h"
#include "core/session/mode_letters.h"
#include "core/session/numeric_draft.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_standing.h"

namespace brusio::session {

namespace {

using wire::Numeric;

struct ListNumerics {
    room::MaskList list;
    Numeric entry;
    Numeric end;
};

constexpr std::array<ListNumerics, room::mask_lists> list_numerics{{
    {room::MaskList::bans, Numeric::rpl_banlist, Numeric::rpl_endofbanlist},
    {room::MaskList::ban_exceptions, Numeric::rpl_exceptlist, Numeric::rpl_endofexceptlist},
    {room::MaskList::invite_exceptions, Numeric::rpl_invexlist, Numeric::rpl_endofinvexlist},
}};

const ListNumerics& numerics_of(room::MaskList list) {
    const ListNumerics& row = list_numerics[static_cast<std::size_t>(list)];
    BRUSIO_ASSERT(row.list == list);
    return row;
}

std::string seconds_of(WallTime when) { return std::to_string(when.unix_ms / 1000); }

bool may_see_list(CommandContext& context, const room::Room& room, room::MaskList list) {
    if (list == room::MaskList::bans) return true;
    const room::User& user = context.user();
    const room::Standing standing = standing_of(context.state(), user, room);
    if (room::may_change(standing, room::change_of(list)) == room::Permission::ok) return true;
    if (!may_override(context.state(), user)) return false;
    tell_override(context.stage, user, room, "MODE", "list of masks");
    return true;
}

}  // namespace

void send_room_modes(CommandContext& context, const room::Room& room) {
    const bool inside = room.has_member(context.user().id());
    std::string letters = "+";
    for (const RoomFlagLetter& row : room_flag_letters()) {
        if (room.is(row.flag)) letters += row.mode;
    }
    std::vector<std::string> params;
    if (!room.password().empty()) {
        letters += 'k';
        params.push_back(inside ? room.password() : "*");
    }
    if (room.members_max() != 0) {
        letters += 'l';
        params.push_back(std::to_string(room.members_max()));
    }
    for (const RoomRateLetter& row : room_rate_letters()) {
        const room::Rate& rate = room.rate(row.rate).rate();
        if (!rate.is_set()) continue;
        letters += row.mode;
        params.push_back(rate_text(rate));
    }
    Draft draft = numeric_draft(context.stage, Numeric::rpl_channelmodeis);
    draft.with({room.name(), letters});
    for (const std::string& param : params) draft.add(param);
    context.replies().add(draft);
    context.replies().numeric(Numeric::rpl_creationtime, {room.name(), seconds_of(room.created())},
                              {});
}

void send_mask_list(CommandContext& context, const room::Room& room, room::MaskList list) {
    if (!may_see_list(context, room, list)) {
        return context.replies().reply(Reply::of(Numeric::err_chanoprivsneeded, {room.name()}));
    }
    const ListNumerics& numerics = numerics_of(list);
    for (const room::MaskEntry& entry : room.list(list)) {
        context.replies().numeric(
            numerics.entry, {room.name(), entry.mask, entry.set_by, seconds_of(entry.when)}, {});
    }
    context.replies().numeric(numerics.end, {room.name()});
}

}  // namespace brusio::session
