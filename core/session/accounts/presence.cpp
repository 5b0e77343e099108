#include "core/session/accounts/presence.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/staying.h"
#include "core/session/mode_letters.h"

namespace brusio::session {

namespace {

WallTime wall_of(MonoTime at, Now now) {
    const auto ago = std::chrono::duration_cast<std::chrono::milliseconds>(now.mono - at).count();
    return WallTime{now.wall.unix_ms - ago};
}

std::string letters_of_settings(const room::User& user) {
    std::string letters;
    for (const UserFlagLetter& row : user_flag_letters()) {
        if (row.is_kept && user.is(row.flag)) letters += row.mode;
    }
    return letters;
}

std::vector<ConversationId> invitations_of(const ServerState& state, const room::User& user) {
    std::vector<ConversationId> logs;
    for (const RoomId id : user.invitations()) {
        const room::Room* room = state.roster.find_room(id);
        if (room != nullptr) logs.push_back(room->conversation());
    }
    return logs;
}

PresenceRecord presence_of(const ServerState& state, const room::User& user) {
    PresenceRecord presence;
    presence.account = user.profile.account_id;
    presence.nick = user.nick();
    presence.username = user.profile.username;
    presence.host = user.profile.host;
    presence.realname = user.profile.realname;
    presence.modes = letters_of_settings(user);
    if (user.profile.away != not_connected_text) presence.away = user.profile.away;
    presence.signon = user.signon;
    presence.invitations = invitations_of(state, user);
    const PresenceRecord* before = state.presences.find(user.profile.account_id);
    if (before == nullptr) return presence;
    presence.active = before->active;
    if (!user.links().empty()) return presence;
    presence.absent_since = before->absent_since;
    presence.news = before->news;
    return presence;
}

void keep(Stage& stage, const PresenceRecord& presence) {
    if (!stage.state.presences.put(presence)) return;
    if (stage.state.store_health == StoreHealth::accepting) save_late_presences(stage);
}

}  // namespace

void save_presence(Stage& stage, const room::User& user) {
    if (!user.profile.account_id) return;
    keep(stage, presence_of(stage.state, user));
}

void save_absence(Stage& stage, const room::User& user) {
    BRUSIO_ASSERT(user.links().size() == 1);
    if (!user.profile.account_id) return;
    PresenceRecord presence = presence_of(stage.state, user);
    presence.active = wall_of(user.last_active, stage.now);
    presence.absent_since = stage.now.wall;
    const Session* session = stage.state.sessions.find(user.links().front());
    BRUSIO_ASSERT(session != nullptr);
    if (session->missed != nullptr) {  // nobody knows what has arrived of it
        presence.absent_since = session->missed->since;
        presence.news = session->missed->news;
    }
    keep(stage, presence);
}

void save_invitation(Stage& stage, AccountId account, const room::Room& room) {
    BRUSIO_ASSERT(account && user_of_account(stage.state, account) == nullptr);
    const PresenceRecord* before = stage.state.presences.find(account);
    PresenceRecord presence = before == nullptr ? PresenceRecord{} : *before;
    if (before == nullptr) presence.absent_since = stage.now.wall;
    presence.account = account;
    std::vector<ConversationId>& logs = presence.invitations;
    if (std::find(logs.begin(), logs.end(), room.conversation()) != logs.end()) return;
    if (logs.size() >= stage.state.config.limits.rooms_per_user_max) logs.erase(logs.begin());
    logs.push_back(room.conversation());
    keep(stage, presence);
}

void save_absence_news(Stage& stage, AccountId account, std::vector<AbsenceNewsRecord> news) {
    const PresenceRecord* kept = stage.state.presences.find(account);
    BRUSIO_ASSERT(kept != nullptr && kept->absent_since != WallTime{});
    PresenceRecord presence = *kept;
    presence.news = std::move(news);
    keep(stage, presence);
}

void save_late_presences(Stage& stage) {
    for (PresenceRecord& presence : stage.state.presences.take_unsaved()) {
        stage.effects.writes.emplace_back(SavePresence{std::move(presence)});
    }
}

void begin_absences(Stage& stage) {
    std::vector<PresenceRecord> killed;
    stage.state.presences.for_each([&](const PresenceRecord& presence) {
        if (presence.absent_since == WallTime{}) killed.push_back(presence);
    });
    for (PresenceRecord& presence : killed) {
        presence.absent_since = stage.now.wall;
        keep(stage, presence);
    }
}

WallTime absent_since(const ServerState& state, AccountId account) {
    const PresenceRecord* presence = state.presences.find(account);
    return presence == nullptr ? WallTime{} : presence->absent_since;
}

std::string_view absent_text(const ServerState& state, AccountId account) {
    const PresenceRecord* presence = state.presences.find(account);
    const bool said_so = presence != nullptr && !presence->away.empty();
    return said_so ? std::string_view{presence->away} : not_connected_text;
}

std::string take_kept_settings(ServerState& state, room::User& user) {
    const PresenceRecord* kept = state.presences.find(user.profile.account_id);
    if (kept == nullptr) return {};
    std::string taken;
    for (const UserFlagLetter& row : user_flag_letters()) {
        const bool is_on = row.is_kept && kept->modes.find(row.mode) != std::string::npos;
        if (is_on && state.roster.set_flag(user, row.flag, room::Turn::on)) taken += row.mode;
    }
    return taken;
}

void take_kept_invitations(ServerState& state, room::User& user, const RoomsByLog& rooms) {
    const PresenceRecord* kept = state.presences.find(user.profile.account_id);
    if (kept == nullptr) return;
    for (const ConversationId log : kept->invitations) {
        const auto room = rooms.find(log);
        if (room != rooms.end()) state.roster.invite(user, *room->second);
    }
}

void take_kept_invitations(ServerState& state, room::User& user) {
    const PresenceRecord* kept = state.presences.find(user.profile.account_id);
    if (kept == nullptr || kept->invitations.empty()) return;
    take_kept_invitations(state, user, rooms_by_log(state));
}

void show_kept_invitations(Stage& stage, const room::User& user) {
    for (const RoomId id : user.invitations()) {
        const room::Room* room = stage.state.roster.find_room(id);
        if (room == nullptr) continue;
        stage.replies.add(stage.from_server("INVITE").with({user.nick(), room->name()}));
    }
}

RoomsByLog rooms_by_log(const ServerState& state) {
    RoomsByLog rooms;
    state.roster.for_each_room([&](room::Room& room) { rooms[room.conversation()] = &room; });
    return rooms;
}

}  // namespace brusio::session
