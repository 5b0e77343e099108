#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ports/records.h"
#include "core/session/stage.h"

namespace brusio::session {

// What is done to somebody with an account while it is not there is kept with its presence and told
// at its return, once (missed.h). Each says the last of its kind in a room; of too many the newest
// stay (`Limits::absence_news_per_account_max`).

/// `by` has done that to the account's user in the room. Nothing happens if it is there: then it
/// has seen it.
void note_absence_news(Stage& stage, AccountId account, AbsenceNewsKind kind,
                       const std::string& room, const room::User& by, std::string_view detail);

/// It was undone before the account came back.
void forget_absence_news(Stage& stage, AccountId account, AbsenceNewsKind kind,
                         const std::string& room, std::string_view detail);

/// `by` has put the mask on the room's list of bans, or taken one away: members who are not there.
void note_absent_banned(Stage& stage, const room::Room& room, const room::User& by,
                        const room::MaskEntry& entry);
void forget_absent_banned(Stage& stage, const room::Room& room);

/// Tells the session that is being served: IRCv3 standard replies, "NOTE".
void tell_absence_news(Stage& stage, const std::vector<AbsenceNewsRecord>& news);

/// "[2026-11-30 14:05:03]", UTC: when something was said or done, for people.
[[nodiscard]] std::string time_in_text(WallTime time);

}  // namespace brusio::session
