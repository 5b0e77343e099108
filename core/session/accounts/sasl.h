#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/ports/hasher.h"
#include "core/session/accounts/login_guard.h"
#include "core/session/accounts/sasl_exchange.h"
#include "core/session/pending_work.h"
#include "core/session/reply.h"

namespace brusio::session {

struct ServerConfig;

struct Session;
struct Stage;

/// May this link send a password in the clear? Only where nobody between can read it.
[[nodiscard]] bool takes_passwords(const Session& session);

/// "PLAIN,SCRAM-SHA-256": what this link may log in with; EXTERNAL if it has shown a certificate
/// (IRCv3 sasl-3.2, "Mechanism list in CAP LS"). Never empty.
[[nodiscard]] std::string sasl_mechanisms(const ServerConfig& config, const Session& session);

/// AUTHENTICATE: begins an exchange with a mechanism, or goes on with the next piece of a response
/// (IRCv3 sasl-3.1, "The AUTHENTICATE command").
Outcome begin_sasl(Stage& stage, Session& session, std::string_view mechanism);
Outcome continue_sasl(Stage& stage, Session& session, std::string_view piece);

/// Ends a running exchange with 906; false if there is none.
bool abort_sasl(Stage& stage, Session& session);

// What the hasher answered.
void finish_sasl_password(Stage& stage, Session& session, const SaslPassword& work,
                          const WorkResult& result);
void finish_scram_begin(Stage& stage, Session& session, const WorkResult& result);
void finish_scram_proof(Stage& stage, Session& session, const WorkResult& result);

}  // namespace brusio::session
