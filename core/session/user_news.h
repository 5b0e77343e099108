#pragma once

#include "core/session/stage.h"

namespace brusio::session {

/// Tells that something about a user is another now (AWAY, SETNAME, ACCOUNT, CHGHOST): everybody
/// who shares a room with it and negotiated `capability`, and those who monitor it and negotiated
/// extended-monitor as well. Each link at most once; not the user's own.
void tell_user_news(Stage& stage, const room::User& user, const Draft& draft,
                    wire::Capability capability);

/// IRCv3 away-notify: what the user's profile says now, or that it is back.
void tell_away(Stage& stage, const room::User& user);

}  // namespace brusio::session
