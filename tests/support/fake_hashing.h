#pragma once

#include <string>
#include <string_view>

#include "core/ports/hasher.h"

namespace brusio::testing_support {

/// What a hasher would answer, without any secret: the hash of "secret" is "hash-of-secret", its
/// SCRAM keys are "key-of-secret", the proof of knowing it is "proof-of-secret", and every nonce is
/// "nonce".
[[nodiscard]] HashResult fake_hash_result(const HashWork& work);

/// A keyed hash that is none: 32 bytes that depend on the text alone.
[[nodiscard]] std::string fake_keyed_hash(std::string_view text);

}  // namespace brusio::testing_support
