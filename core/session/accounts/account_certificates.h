#pragma once

#include "core/session/command.h"

namespace brusio::session {

/// ACCOUNT CERT ADD | DEL <fingerprint> | LIST: the client certificates that log into the account
/// by SASL EXTERNAL. What is added is the certificate that this very session shows: nobody can add
/// one whose key he does not have.
Outcome account_certificates(CommandContext& context, AccountRecord& account);

}  // namespace brusio::session
