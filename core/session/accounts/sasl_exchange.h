#pragma once

#include <cstdint>
#include <string>

#include "core/base/ids.h"
#include "core/ports/records.h"
#include "core/session/accounts/login_guard.h"
#include "core/wire/scram_text.h"

namespace brusio::session {

enum class SaslMechanism : std::uint8_t { plain, scram_sha_256, external };

/// What the other side is expected to say next.
enum class SaslStep : std::uint8_t {
    first,        // the initial response
    scram_final,  // SCRAM: the proof
    farewell,     // SCRAM: the empty response to our signature
};

/// One SASL exchange that is under way (IRCv3 sasl-3.1).
struct SaslExchange {
    SaslMechanism mechanism = SaslMechanism::plain;
    SaslStep step = SaslStep::first;
    std::string received;  // base64 of the response so far

    // SCRAM alone, from the client's first message on.
    wire::ScramClientFirst first;
    std::string nonce;
    std::string server_first;
    AccountId account;  // none: unknown
    ScramKeys keys;     // of the account, or made up
    LoginTry login;
};

}  // namespace brusio::session
