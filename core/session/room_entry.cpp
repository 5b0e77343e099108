#include "core/session/room_entry.h"

#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/presence.h"
#include "core/session/accounts/staying.h"
#include "core/session/hostmask.h"
#include "core/session/journal.h"
#include "core/session/metadata_news.h"
#include "core/session/mode_letters.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_keeping.h"
#include "core/session/room_standing.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

using wire::Capability;
using wire::CapabilitySet;
using wire::Numeric;

Outcome refusal_of(room::Admission admission, std::string_view name) {
    const std::vector<std::string> params{std::string{name}};
    switch (admission) {
        case room::Admission::ok:
            return done;
        case room::Admission::banned:
            return Reply::of(Numeric::err_bannedfromchan, params);
        case room::Admission::invite_only:
            return Reply::of(Numeric::err_inviteonlychan, params);
        case room::Admission::bad_password:
            return Reply::of(Numeric::err_badchannelkey, params);
        case room::Admission::full:
            return Reply::of(Numeric::err_channelisfull, params);
        case room::Admission::accounts_only:
            return Reply::of(Numeric::err_needreggednick, params);
        case room::Admission::too_fast:
            return Reply::of(Numeric::err_throttle, params);
    }
    return done;
}

/// IRCv3 extended-join: account and realname for those who asked, the bare JOIN for the others.
void tell_join(Stage& stage, const room::User& user, room::Room& room) {
    const Noted noted = note_event(stage, user, room, {RecordKind::join, {}, {}, {}});
    const std::string source = source_of(user);
    Draft bare = from_user(user, source, "JOIN");
    bare.kind = DraftKind::join;
    mark_as(noted, bare);
    bare.add(room.name());
    Draft extended = bare;
    const std::string& account = user.profile.account;
    extended.add(account.empty() ? std::string_view{"*"} : account).text(user.profile.realname);
    const CapabilitySet asked{Capability::extended_join};
    const Echo echo = stage.fanout.echo_to_member(room);
    stage.fanout.to_room(room, bare, echo, Only{{}, asked});
    stage.fanout.to_room(room, extended, echo, Only{asked, {}});
}

/// Why the user may not come in.
Outcome refusal_of_entry(const Stage& stage, const room::User& user, const room::Room& room,
                         std::string_view name, std::string_view password) {
    const Seen seen(user, stage.state, room);
    return refusal_of(may_join(room, seen.visitor(), password, stage.now.mono), name);
}

enum class Came : std::uint8_t { to_a_new_room, to_others };

/// What a room's rules make of a newcomer.
void admit(Stage& stage, const room::User& user, room::Room& room, Came came) {
    if (came == Came::to_a_new_room) {
        found_room(stage, room, user);
    } else {
        settle_ranks(stage.state, user, room);
    }
    room.rate(room::RoomRate::joins).count(stage.now.mono);
}

/// IRCv3 away-notify: who joins while away is said to be so.
void tell_away(Stage& stage, const room::User& user, const room::Room& room) {
    if (user.profile.away.empty()) return;
    const std::string source = source_of(user);
    Draft away = from_user(user, source, "AWAY");
    away.text(user.profile.away);
    stage.fanout.to_room(room, away, Echo::no, Only{{Capability::away_notify}, {}});
}

/// By what right somebody comes in: the room's rules, or a server operator's power against them.
enum class By : std::uint8_t { rules, power };

Outcome come_in(Stage& stage, room::User& user, std::string_view name, By by) {
    auto joined = stage.state.roster.join(user, name, wire::fold(name), stage.now.wall);
    if (!joined.ok()) {
        BRUSIO_ASSERT(joined.error() != room::JoinRefusal::already_member);
        return Reply::of(Numeric::err_toomanychannels, {std::string{name}});
    }
    room::Room& room = *joined.value().room;
    const bool created = joined.value().created;
    admit(stage, user, room, created ? Came::to_a_new_room : Came::to_others);
    if (by == By::power) room.mark_visit(user.id());
    save_membership(stage, user, room);
    save_presence(stage, user);  // an invitation may be used up
    tell_join(stage, user, room);
    if (!created) {
        tell_ranks(stage, user, room, room.find_member(user.id())->ranks,
                   stage.fanout.echo_to_member(room));
    }
    tell_away(stage, user, room);
    tell_newcomer_metadata(stage, user, room);
    return done;
}

}  // namespace

Outcome enter_room(Stage& stage, room::User& user, std::string_view name,
                   std::string_view password) {
    By by = By::rules;
    const room::Room* room = stage.state.roster.find_room(wire::fold(name));
    if (room != nullptr) {
        if (room->has_member(user.id())) return done;
        Outcome refusal = refusal_of_entry(stage, user, *room, name, password);
        if (refusal && !may_override(stage.state, user)) return refusal;
        if (refusal) by = By::power;
    } else if (Outcome refusal = store_refusal(stage, "JOIN", name)) {
        return refusal;
    }
    if (Outcome refusal = come_in(stage, user, name, by)) return refusal;
    if (by == By::power) tell_override(stage, user, *room, "JOIN");
    return done;
}

Outcome bring_in(Stage& stage, room::User& user, room::Room& room) {
    BRUSIO_ASSERT(!room.has_member(user.id()));
    const std::string name = room.name();
    const Outcome refusal = refusal_of_entry(stage, user, room, name, {});
    return come_in(stage, user, name, refusal ? By::power : By::rules);
}

void tell_ranks(Stage& stage, const room::User& user, const room::Room& room, room::RankSet ranks,
                Echo echo) {
    if (ranks.empty()) return;
    const std::string letters = "+" + letters_of_ranks(ranks);
    Draft mode = stage.from_server("MODE");
    mode.kind = DraftKind::mode;
    mode.with({room.name(), letters});
    for (std::size_t i = 1; i < letters.size(); ++i) mode.add(user.nick());
    stage.fanout.to_room(room, mode, echo);
}

void enter_as(Stage& stage, room::User& user, room::Room& room, const room::Member& before) {
    // A copy: members move when another comes.
    const room::RankSet ranks = before.ranks;
    const bool visits = before.visits;
    stage.state.roster.enter(user, room, ranks, before.seq_first);
    if (visits) room.mark_visit(user.id());
    tell_join(stage, user, room);
    tell_ranks(stage, user, room, ranks);
    tell_away(stage, user, room);
    tell_newcomer_metadata(stage, user, room);
}

}  // namespace brusio::session
