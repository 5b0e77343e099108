#include "core/session/accounts/own_sessions.h"

#include <string>

#include "core/base/assert.h"
#include "core/session/accounts/staying.h"
#include "core/session/away.h"
#include "core/session/departure.h"
#include "core/session/hostmask.h"
#include "core/session/mode_letters.h"
#include "core/session/room_entry.h"
#include "core/session/room_view.h"
#include "core/session/user_modes.h"

namespace brusio::session {

namespace {

using wire::Numeric;

bool is_banned(const Stage& stage, const room::User& user, const room::Room& room) {
    return !stage.state.roster.is_invited(user, room) &&
           session::is_banned(stage.state, user, room);
}

/// What the guest may do in a room that both are in, the account's user may do too.
void hand_ranks_over(Stage& stage, room::Room& room, const room::Member& guest,
                     const room::User& own) {
    const room::RankSet ranks = guest.ranks;
    room::RankSet gained;
    for (const RankLetter& row : rank_letters()) {
        if (ranks.has(row.rank) && room.set_rank(own.id(), row.rank, room::Turn::on)) {
            gained.set(row.rank, room::Turn::on);
        }
    }
    tell_ranks(stage, own, room, gained);
}

void follow(Stage& stage, const room::User& guest, room::User& own) {
    for (const RoomId id : guest.rooms()) {
        room::Room& room = *stage.state.roster.find_room(id);
        const room::Member& before = *room.find_member(guest.id());
        if (room.has_member(own.id())) {
            hand_ranks_over(stage, room, before, own);
        } else if (is_banned(stage, own, room)) {
            continue;
        } else {
            enter_as(stage, own, room, before);
            show_room_to_others(stage, own, room);
        }
        save_membership(stage, own, room);
    }
}

/// The session alone sees itself leave the guest's rooms and take the other nick.
void show_move(Stage& stage, const room::User& guest, const room::User& own) {
    const std::string source = source_of(guest);
    for (const RoomId id : guest.rooms()) {
        Draft part = from_user(guest, source, "PART");
        part.kind = DraftKind::part;
        stage.replies.add(part.add(stage.state.roster.find_room(id)->name()));
    }
    Draft nick = from_user(guest, source, "NICK");
    stage.replies.add(nick.add(own.nick()));
}

}  // namespace

void attach_session(Stage& stage, Session& session, room::User& user) {
    BRUSIO_ASSERT(session.info.kind == LinkKind::irc);
    stage.state.roster.attach(user, session.link);
    session.user = user.id();
    stage.replies.rename(user.nick());
}

void show_own_user(Stage& stage, const Session& session, const room::User& user) {
    BRUSIO_ASSERT(session.user == user.id());
    stage.replies.numeric(Numeric::rpl_umodeis, {user_modes_text(user)}, {});
    if (!session.away.empty()) stage.replies.numeric(Numeric::rpl_nowaway);
    show_rooms(stage, session, user);
}

void move_session(Stage& stage, Session& session, room::User& guest, room::User& own) {
    BRUSIO_ASSERT(session.user == guest.id() && &guest != &own && !guest.profile.account_id);
    follow(stage, guest, own);
    show_move(stage, guest, own);
    stage.state.roster.detach(guest, session.link);
    if (guest.links().empty()) {
        end_user(stage, guest, CloseReason::quit, "Logged in as " + own.profile.account);
    } else {
        settle_away(stage, guest);
    }
    attach_session(stage, session, own);
    settle_away(stage, own);
    show_own_user(stage, session, own);
}

}  // namespace brusio::session
