#pragma once

#include "core/ports/records.h"
#include "core/session/stage.h"

namespace brusio::session {

// Who is logged in stays a member of its rooms while none of its sessions is there, also over the
// end of the server, and is shown as away: if the server is configured so, or the account's owner
// has chosen it (stay_choice.h). An account has one user at most: another session that logs in
// while it registers becomes one of that user's.

/// What others read of somebody who is not there.
inline constexpr std::string_view not_connected_text = "Not connected";

/// Does the account's user stay when its last session goes?
[[nodiscard]] bool stays(const AccountsConfig& rules, const AccountRecord& account);
/// False for a guest.
[[nodiscard]] bool stays(const ServerState& state, AccountId account);
[[nodiscard]] bool stays(const ServerState& state, const room::User& user);

/// The user who is logged in to the account; null if there is none.
[[nodiscard]] room::User* user_of_account(const ServerState& state, AccountId account);

/// As many sessions of the account are there as may be (`Limits::sessions_per_account_max`).
[[nodiscard]] bool has_too_many_sessions(const ServerState& state, AccountId account);

/// Logs a user in, or out if `account` is null, for everything in memory. Nobody else may be logged
/// in to that account.
void set_account(ServerState& state, room::User& user, const AccountRecord* account);

/// The last session has gone.
void go_offline(Stage& stage, room::User& user);

/// The first session is about to be attached. `said` is what it registers with. Whether the user is
/// away is settled when it is (away.h).
void come_back(Stage& stage, room::User& user, const Session& session, const Introduction& said);

/// Writes the membership down as it is now, if it is one that stays.
void save_membership(Stage& stage, const room::User& user, const room::Room& room);
/// The same for all rooms of somebody who has just logged in, or who stays from now on.
void save_memberships(Stage& stage, const room::User& user);
/// Who stays no longer is a member for as long as it is here, and no more is kept of that.
void forget_memberships(Stage& stage, const room::User& user);
/// The user is about to leave the room.
void forget_membership(Stage& stage, const room::User& user, const room::Room& room);

/// The account is about to go: rooms that it founded are nobody's from now on, and grants it had
/// are gone.
void forget_in_rooms(Stage& stage, AccountId account);

}  // namespace brusio::session
