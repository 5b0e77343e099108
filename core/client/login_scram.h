#pragma once

#include <string>
#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

// SASL SCRAM-SHA-256 (RFC 5802, RFC 7677) with nothing bound to TLS: the server learns nothing that
// would let somebody else in, and shows that it knows the account.

/// Whether to log in by it here: the driver can, and the server names it.
[[nodiscard]] bool can_scram(const Brain& brain);
/// The first message.
[[nodiscard]] std::string begin_scram(Brain& brain);
/// What the server says next. False if it makes no sense or proves nothing: do not go on.
[[nodiscard]] bool go_on_with_scram(Brain& brain, std::string_view challenge);
/// The driver's answer to ProveSecret `number`; an old one is passed over.
void take_proof(Brain& brain, std::uint64_t number, const SecretProof& proof);

}  // namespace brusio::client
