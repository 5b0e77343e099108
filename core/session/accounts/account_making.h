#pragma once

#include <span>
#include <string_view>

#include "core/ports/hasher.h"
#include "core/session/pending_work.h"
#include "core/session/reply.h"

namespace brusio::session {

struct ServerConfig;
struct Session;
struct Stage;

/// REGISTER <account|*> <email|*> <password> (IRCv3 draft/account-registration): checks what was
/// given and asks the hasher for the keys. Where no mail is sent the address is not kept.
Outcome begin_new_account(Stage& stage, Session& session, std::string_view name,
                          std::string_view email, std::string_view password);
/// The account exists from here on: REGISTER SUCCESS and 900 leave once it is durable. If it has an
/// address it waits to be verified instead (verification.h).
void finish_new_account(Stage& stage, Session& session, const NewAccount& work,
                        const WorkResult& result);

/// Why an account cannot have this password, in the words of `command`.
[[nodiscard]] Outcome check_new_password(const Stage& stage, std::string_view command,
                                         std::string_view account, std::string_view password);

/// The value of the capability draft/account-registration, or of its absence: empty.
[[nodiscard]] std::string registration_value(const ServerConfig& config);

}  // namespace brusio::session
