#pragma once

#include <optional>
#include <string_view>

#include "core/client/brain.h"
#include "core/client/secret.h"

namespace brusio::client {

// Asking for an account: REGISTER (IRCv3 draft/account-registration). The answers are login.h's.

/// Whether the configuration names an account, and one that is still to be made.
[[nodiscard]] bool wants_account(const Brain& brain);
[[nodiscard]] bool wants_new_account(const Brain& brain);
/// What is wrong with it before anything is sent; none if it can be tried, or asks for no account.
[[nodiscard]] std::optional<ClientError> fault_of(const AccountAccess& account);

/// Sends REGISTER. Only on a sealed link, and only one at a time.
void send_register(Brain& brain, const AccountAccess& account);
/// Phase::online: makes the account if it was not possible earlier.
void make_account_when_online(Brain& brain);
/// The link is gone: what was asked for has no answer.
void break_off_making(Brain& brain);

/// Client::register_account, Client::can_register_account.
void ask_for_account(Brain& brain, std::string_view account, std::string_view email,
                     const Secret& password);
[[nodiscard]] bool can_make_account(const Brain& brain);

}  // namespace brusio::client
