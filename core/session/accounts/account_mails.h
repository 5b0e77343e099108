#pragma once

#include <string>
#include <string_view>

#include "core/ports/records.h"

namespace brusio::session {

struct Stage;

// The mails that the server sends. They leave when what they tell of is durable. Names of accounts
// are all that people have a say in; no header holds any of it but the address it goes to.

/// Whoever reads `email` may say VERIFY with the token.
void mail_verification(Stage& stage, std::string_view account, std::string_view email,
                       std::string_view token);
/// Whoever reads the account's mail may choose another password.
void mail_reset_token(Stage& stage, const AccountRecord& account, std::string_view token);
/// Whoever reads `email` may say ACCOUNT CONFIRM with the token.
void mail_new_address(Stage& stage, const AccountRecord& account, std::string_view email,
                      std::string_view token);
/// To the account's address, before it becomes another: what was done. Without one that is verified
/// nothing is sent.
void mail_password_was_reset(Stage& stage, const AccountRecord& account);
void mail_address_was_changed(Stage& stage, const AccountRecord& account);

}  // namespace brusio::session
