#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/records.h"
#include "core/session/stage.h"

namespace brusio::session {

// How others see somebody with an account outlives the sessions and the server: what WHOIS, WHO and
// NAMES say is kept (PresenceRecord) when it changes. Of guests nothing is.

/// Writes it down if it is not what was kept last. Whoever changes the nick, settings, away text,
/// names, invitations or first session of a user calls this; while nothing can be stored it is
/// written later.
void save_presence(Stage& stage, const room::User& user);

/// The user's last session, which is still attached, is about to go. One that was still being told
/// what was missed (missed.h) has not been here: the next one is told all of that again.
void save_absence(Stage& stage, const room::User& user);

/// The account, for which there is no user, may come into the room when it has one.
void save_invitation(Stage& stage, AccountId account, const room::Room& room);

/// What was done to the account, which is not there, is this now (absence_news.h).
void save_absence_news(Stage& stage, AccountId account, std::vector<AbsenceNewsRecord> news);

/// The store takes again what it did not take for a while.
void save_late_presences(Stage& stage);

/// At the start: who was here when the server was killed has been absent since now.
void begin_absences(Stage& stage);

/// When the account's last session went; 0 if it has one, or has never had any.
[[nodiscard]] WallTime absent_since(const ServerState& state, AccountId account);

/// What others read of an account that has no session: its own words, or that it is not connected.
[[nodiscard]] std::string_view absent_text(const ServerState& state, AccountId account);

// Who has just taken its account on gets what is kept of it.

/// The letters of the settings that the user had not ("iw").
std::string take_kept_settings(ServerState& state, room::User& user);

/// Rooms by the numbers of their logs.
using RoomsByLog = std::map<ConversationId, room::Room*>;
[[nodiscard]] RoomsByLog rooms_by_log(const ServerState& state);

void take_kept_invitations(ServerState& state, room::User& user);
void take_kept_invitations(ServerState& state, room::User& user, const RoomsByLog& rooms);

/// The session that is being served reads into which rooms its user may come, who was not here when
/// it was asked: INVITE from the server.
void show_kept_invitations(Stage& stage, const room::User& user);

}  // namespace brusio::session
