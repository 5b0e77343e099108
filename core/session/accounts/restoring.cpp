#include "core/session/accounts/restoring.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "core/session/accounts/nick_rules.h"
#include "core/session/accounts/presence.h"
#include "core/session/accounts/staying.h"
#include "core/session/cloak.h"
#include "core/session/mode_letters.h"
#include "core/session/room_standing.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

// The host of one of whom nothing is kept.
constexpr std::string_view offline_host = "offline";

/// The clock may have been set back since.
MonoTime mono_of(WallTime at, Now now) {
    const std::int64_t ago_ms = std::max<std::int64_t>(0, now.wall.unix_ms - at.unix_ms);
    return now.mono + -Duration{std::chrono::milliseconds{ago_ms}};
}

/// As it was kept, if nobody else may have that nick by now.
std::string nick_of(const ServerState& state, const AccountRecord& account,
                    const PresenceRecord& kept) {
    if (!wire::valid_nick(kept.nick, state.config.limits.nick_bytes_max)) return account.name;
    const NickVerdict verdict = judge_nick(state, kept.nick, {}, account.id);
    const bool is_free = verdict == NickVerdict::free && !is_reserved_nick(state, kept.nick);
    return is_free ? kept.nick : account.name;
}

/// A host that was kept before there were cloaks is hidden now.
std::string host_of(const ServerState& state, const PresenceRecord& kept) {
    const std::string source = shown_source(state, "*!*@" + kept.host);
    return source.substr(source.rfind('@') + 1);
}

void take_profile(const ServerState& state, room::User& user, const PresenceRecord& kept, Now now) {
    user.profile.username = kept.username;
    user.profile.host = host_of(state, kept);
    user.profile.realname = kept.realname;
    if (!kept.away.empty()) user.profile.away = kept.away;
    user.signon = kept.signon;
    user.last_active = mono_of(std::max(kept.active, kept.signon), now);
}

room::User& restore_user(ServerState& state, const AccountRecord& account, const RoomsByLog& rooms,
                         Now now) {
    const PresenceRecord* kept = state.presences.find(account.id);
    const std::string nick = kept == nullptr ? account.name : nick_of(state, account, *kept);
    room::User& user = state.roster.add_user(nick, wire::fold(nick), now);
    user.profile.username = account.name.substr(0, state.config.limits.user_bytes_max);
    user.profile.host = offline_host;
    user.profile.realname = account.name;
    user.profile.away = not_connected_text;
    user.signon = account.last_seen;
    set_account(state, user, &account);
    if (kept != nullptr) take_profile(state, user, *kept, now);
    take_kept_settings(state, user);
    take_kept_invitations(state, user, rooms);
    return user;
}

}  // namespace

void restore_memberships(ServerState& state, const Kept& kept, Now now) {
    const RoomsByLog rooms = rooms_by_log(state);
    for (const MembershipRecord& membership : kept.memberships) {
        const AccountRecord* account = state.accounts.find(membership.account);
        const auto room = rooms.find(membership.room);
        if (account == nullptr || room == rooms.end()) continue;  // `brusiod verify` tells of it
        if (!stays(state.config.accounts, *account)) continue;
        room::User* user = user_of_account(state, account->id);
        if (user == nullptr) user = &restore_user(state, *account, rooms, now);
        const std::uint64_t seq_next = room->second->log().seq() + 1;
        state.roster.enter(*user, *room->second, ranks_of_letters(membership.ranks),
                           std::clamp<std::uint64_t>(membership.seq_first, 1, seq_next));
        settle_ranks(state, *user, *room->second);
    }
}

}  // namespace brusio::session
