#pragma once

#include "core/ports/records.h"
#include "core/session/stage.h"

namespace brusio::session {

// IRCv3 draft/persistence, "PERSISTENCE STATUS": what an account's owner has chosen (StayChoice),
// and whether its user stays in its rooms (staying.h).

/// For whoever asks.
[[nodiscard]] Draft stay_status(const Stage& stage, const AccountRecord& account);

/// Shown if the session has negotiated it and the user an account.
void show_stay_status(Stage& stage, const Session& session, const room::User& user);

/// Told to those of the user's sessions that negotiated it, but the one that is being served.
void tell_stay_status(Stage& stage, const room::User& user, const AccountRecord& account);

}  // namespace brusio::session
