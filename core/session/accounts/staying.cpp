#include "core/session/accounts/staying.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/assert.h"
#include "core/session/mode_letters.h"
#include "core/session/monitor_notify.h"
#include "core/session/operators/privileges.h"
#include "core/session/room_keeping.h"
#include "core/session/room_standing.h"
#include "core/session/user_news.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

/// IRCv3 chghost: the user is somewhere else now.
void move(Stage& stage, room::User& user, const std::string& username, const std::string& host) {
    if (user.profile.username == username && user.profile.host == host) return;
    const std::string source = source_of(user);
    Draft draft = from_user(user, source, "CHGHOST");
    draft.with({username, host});
    tell_user_news(stage, user, draft, wire::Capability::chghost);
    user.profile.username = username;
    user.profile.host = host;
}

/// IRCv3 setname, for those who know it.
void change_realname(Stage& stage, room::User& user, const std::string& realname) {
    if (user.profile.realname == realname) return;
    user.profile.realname = realname;
    const std::string source = source_of(user);
    Draft draft = from_user(user, source, "SETNAME");
    tell_user_news(stage, user, draft.text(realname), wire::Capability::setname);
}

}  // namespace

bool stays(const AccountsConfig& rules, const AccountRecord& account) {
    const bool is_chosen = account.stay_choice != StayChoice::as_configured;
    if (!rules.stay_by_choice || !is_chosen) return rules.stay_in_rooms;
    return account.stay_choice == StayChoice::stay;
}

bool stays(const ServerState& state, AccountId account) {
    const AccountRecord* record = state.accounts.find(account);
    return record != nullptr && stays(state.config.accounts, *record);
}

bool stays(const ServerState& state, const room::User& user) {
    return stays(state, user.profile.account_id);
}

room::User* user_of_account(const ServerState& state, AccountId account) {
    const auto found = state.users_by_account.find(account);
    return found == state.users_by_account.end() ? nullptr : state.roster.find_user(found->second);
}

bool has_too_many_sessions(const ServerState& state, AccountId account) {
    const std::size_t sessions_max = state.config.limits.sessions_per_account_max;
    const room::User* user = user_of_account(state, account);
    return sessions_max != 0 && user != nullptr && user->links().size() >= sessions_max;
}

void set_account(ServerState& state, room::User& user, const AccountRecord* account) {
    if (user.profile.account_id) state.users_by_account.erase(user.profile.account_id);
    user.profile.account_id = account == nullptr ? AccountId{} : account->id;
    user.profile.account = account == nullptr ? std::string{} : account->name;
    if (account == nullptr) return;
    user.profile.metadata.clear();
    const bool is_new = state.users_by_account.emplace(account->id, user.id()).second;
    BRUSIO_ASSERT(is_new);
}

void go_offline(Stage& stage, room::User& user) {
    BRUSIO_ASSERT(user.links().empty() && stays(stage.state, user));
    tell_monitors(stage, user, Presence::offline);
    end_power(stage.state, user);
    if (!user.profile.away.empty()) return;
    user.profile.away = not_connected_text;
    tell_away(stage, user);
}

void come_back(Stage& stage, room::User& user, const Session& session, const Introduction& said) {
    BRUSIO_ASSERT(user.links().empty());
    move(stage, user, said.username, session.host);
    change_realname(stage, user, said.realname);
    user.signon = stage.now.wall;
    user.last_active = stage.now.mono;
    tell_monitors(stage, user, Presence::online);
}

void save_membership(Stage& stage, const room::User& user, const room::Room& room) {
    if (!stays(stage.state, user)) return;
    const room::Member* member = room.find_member(user.id());
    BRUSIO_ASSERT(member != nullptr);
    if (member->visits) return;
    stage.effects.writes.emplace_back(
        SaveMembership{{user.profile.account_id, room.conversation(),
                        letters_of_ranks(member->ranks), member->seq_first}});
}

void save_memberships(Stage& stage, const room::User& user) {
    for (const RoomId id : user.rooms()) {
        save_membership(stage, user, *stage.state.roster.find_room(id));
    }
}

void forget_memberships(Stage& stage, const room::User& user) {
    BRUSIO_ASSERT(user.profile.account_id);
    for (const RoomId id : user.rooms()) {
        const room::Room& room = *stage.state.roster.find_room(id);
        stage.effects.writes.emplace_back(
            RemoveMembership{user.profile.account_id, room.conversation()});
    }
}

void forget_membership(Stage& stage, const room::User& user, const room::Room& room) {
    if (!stays(stage.state, user)) return;
    stage.effects.writes.emplace_back(
        RemoveMembership{user.profile.account_id, room.conversation()});
}

void forget_in_rooms(Stage& stage, AccountId account) {
    std::vector<room::Room*> ended;
    stage.state.roster.for_each_room([&](room::Room& room) {
        const bool had_grant = room.set_grant(account, {});
        const bool was_founder = room.founder() == account;
        if (was_founder) room.set_founder({});
        if (was_founder && room.size() == 0 && room.when_empty() != room::WhenEmpty::stays) {
            ended.push_back(&room);  // also one that nobody has come into since the start
        } else if (was_founder || had_grant) {
            save_room(stage, room);
        }
    });
    for (room::Room* room : ended) end_room(stage, *room);
}

}  // namespace brusio::session
