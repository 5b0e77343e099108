#pragma once

#include <string>
#include <string_view>

#include "core/session/operators/ban_subject.h"
#include "core/session/stage.h"

namespace brusio::session {

// Bans hold for the address that a link really has, also where others see another host.

/// A link has opened, or its address has become another: if that is banned the link is told why and
/// closed. True if so; the session has ended then.
[[nodiscard]] bool refuse_banned_address(Stage& stage, Session& session);

/// The same for all that the session has said of itself, at registration.
[[nodiscard]] bool refuse_banned_person(Stage& stage, Session& session);

/// The same for an account that the session is about to be logged in to.
[[nodiscard]] bool refuse_banned_account(Stage& stage, Session& session,
                                         const AccountRecord& account);

/// Null, or the ban that a user would meet under another nick or real name.
[[nodiscard]] const BanRecord* ban_of_nick(const Stage& stage, const Session& session,
                                           std::string_view nick);
[[nodiscard]] const BanRecord* ban_of_realname(const Stage& stage, std::string_view realname);
[[nodiscard]] bool is_banned_account(const ServerState& state, std::string_view name, WallTime now);

/// The sentence in the form of the link's protocol, and no more.
void tell_banned(Stage& stage, const Session& session, const std::string& text);

/// A user as bans see it, on one of its links.
[[nodiscard]] Person person_of(const room::User& user, const Session& session);

/// What the banned read.
[[nodiscard]] std::string ban_text(const BanRecord& ban);

/// Sets `bans_due` for the next ban that ends; call it whenever bans come or go.
void schedule_ban_ends(Stage& stage);
/// Takes out and forgets what has ended.
void end_bans(Stage& stage);

}  // namespace brusio::session
