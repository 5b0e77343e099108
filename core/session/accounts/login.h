#pragma once

#include <string_view>

#include "core/ports/hasher.h"
#include "core/session/accounts/login_guard.h"
#include "core/session/pending_work.h"
#include "core/session/reply.h"

namespace brusio::room {
class User;
}

namespace brusio::session {

struct Session;
struct Stage;
struct ServerState;

/// The account that a session is logged in to, before and after registration; none if it is not.
[[nodiscard]] AccountId account_of(const ServerState& state, const Session& session);

/// A try to log in from this session's address as whatever name the peer gave; for the guard, see
/// queue_for_hasher.
[[nodiscard]] LoginTry login_try(const Stage& stage, const Session& session, std::string_view name);

/// False while nothing can be made durable: then no account may change.
[[nodiscard]] bool may_change_accounts(const Stage& stage);
/// Writes the account down as it is now.
void save_account(Stage& stage, const AccountRecord& account);

/// The session is logged in: 900, and its address is one of those that the account is known to come
/// from. A guest becomes the account's user, and everybody who should know
/// is told (IRCv3 account-notify); if the account has a user, the session becomes one of that
/// user's. The session must not be a user with another account.
void log_in(Stage& stage, Session& session, AccountRecord& account);

/// The end of a successful AUTHENTICATE: 900 and 903; 907 if the session has another account
/// already (IRCv3 sasl-3.2, "SASL Reauthentication"), 904 if the account is gone.
Outcome log_in_by_sasl(Stage& stage, Session& session, AccountId account);

/// The account is gone: 901 to each of its sessions, which stay as guests.
void log_everybody_out(Stage& stage, const AccountRecord& account);

/// `nick!user@host` of a session as far as it is known, with `*` for the rest (numerics 900, 901).
[[nodiscard]] std::string session_mask(const Stage& stage, const Session& session);

}  // namespace brusio::session
