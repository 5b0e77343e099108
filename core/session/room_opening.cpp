#include "core/session/room_opening.h"

#include <algorithm>
#include <vector>

#include "core/base/assert.h"
#include "core/session/mode_letters.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_keeping.h"
#include "core/session/room_mode_changes.h"

namespace brusio::session {

namespace {

/// Whom no mask means that does not mean everybody.
constexpr room::Visitor stranger{"nobody!nobody@nowhere.invalid"};
constexpr room::Visitor numbered_stranger{"nobody!nobody@203.0.113.77"};

bool is_everybody_banned(const room::Room& room) {
    const room::MaskReach reach = room::MaskReach::speech;  // bans from the room silence as well
    return room::is_banned(room, stranger, reach) ||
           room::is_banned(room, numbered_stranger, reach);
}

std::string letters_that_shut(const room::Room& room) {
    std::string letters;
    for (const RoomFlagLetter& row : room_flag_letters()) {
        if (room.is(row.flag) && keeps_people_out(row.flag)) letters += row.mode;
    }
    if (!room.password().empty()) letters += room_password_letter;
    const bool is_full = room.members_max() != 0 && room.size() >= room.members_max();
    if (is_full) letters += room_members_max_letter;
    return letters;
}

/// Somebody has, or gets by coming in, the rank to open the room.
bool has_operator(const ServerState& state, const room::Room& room) {
    if (room.founder()) return true;
    if (belongs_to_server(state, room.key()) && !state.config.room_operators.empty()) return true;
    const auto opens = [](room::RankSet ranks) {
        return ranks.at_least(room::rank_needed(room::Change::flags));
    };
    return std::any_of(room.grants().begin(), room.grants().end(),
                       [&](const auto& grant) { return opens(grant.second); }) ||
           std::any_of(room.members().begin(), room.members().end(),
                       [&](const room::Member& member) { return opens(member.ranks); });
}

wire::ModeChange taken_away(char letter, std::string_view argument = {}) {
    return {wire::ModeSign::minus, letter, argument, wire::ModeRequest::change};
}

}  // namespace

std::string what_shuts(const room::Room& room) {
    std::string text;
    const std::string letters = letters_that_shut(room);
    if (!letters.empty()) text = "+" + letters;
    if (is_everybody_banned(room))
        text += text.empty() ? "a ban on everybody" : ", a ban on everybody";
    return text;
}

void report_shut_rooms(Stage& stage) {
    stage.state.roster.for_each_room([&](const room::Room& room) {
        const bool lasts = room.when_empty() == room::WhenEmpty::stays ||
                           belongs_to_server(stage.state, room.key());
        if (!lasts || has_operator(stage.state, room)) return;
        const std::string why = what_shuts(room);
        if (why.empty()) return;
        HostEvent event{HostEventKind::room_shut};
        event.subject = room.name();
        event.reason =
            "people are kept out or silent (" + why +
            ") and nobody is its operator; a server operator opens it with CHANNEL OPEN " +
            room.name();
        tell_host(stage, std::move(event));
    });
}

Outcome open_room(CommandContext& context, room::Room& room) {
    if (!may_override(context.state(), context.user())) return Reply::not_operator();
    if (Outcome refusal = store_refusal(context.stage, "CHANNEL", room.name())) return refusal;
    RoomModeChanges changes(context, room, RoomModeChanges::Power::server_operator);
    for (const RoomFlagLetter& row : room_flag_letters()) {
        if (keeps_people_out(row.flag)) changes.apply(taken_away(row.mode));
    }
    for (const char letter : {room_password_letter, room_members_max_letter}) {
        changes.apply(taken_away(letter, "*"));
    }
    for (const RoomRateLetter& row : room_rate_letters()) changes.apply(taken_away(row.mode));
    std::vector<std::string> bans;  // a copy: the list shrinks
    for (const room::MaskEntry& entry : room.list(room::MaskList::bans)) {
        bans.push_back(entry.mask);
    }
    for (const MaskListLetter& row : mask_list_letters()) {
        if (row.list != room::MaskList::bans) continue;
        for (const std::string& ban : bans) changes.apply(taken_away(row.mode, ban));
    }
    changes.announce("OPEN");
    BRUSIO_ASSERT(what_shuts(room).empty());
    context.replies().reply(
        Reply::note("CHANNEL", "OPENED", {room.name()}, "Everybody may enter " + room.name()));
    return done;
}

}  // namespace brusio::session
