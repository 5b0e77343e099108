#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/ports/hasher.h"

namespace brusio::testing_support {

/// What a hasher would answer, without any secret: the hash of "secret" is "hash-of-secret", its
/// SCRAM keys are "key-of-secret", the proof of knowing it is "proof-of-secret", and every nonce is
/// "nonce". The program that answers for passwords takes "program-word" for everybody, says that
/// "program-word-of-ann" is ann's, and fails at "broken".
[[nodiscard]] HashResult fake_hash_result(const HashWork& work);

/// A keyed hash that is none: 32 bytes that depend on the text alone.
[[nodiscard]] std::string fake_keyed_hash(std::string_view text);

/// 32 bytes at each call that are no secret, others at each start.
class FakeSecrets {
 public:
    FakeSecrets() = default;
    explicit FakeSecrets(std::uint64_t start) : start_(start) {}
    [[nodiscard]] std::string operator()();

 private:
    std::uint64_t start_ = 0;
    std::uint64_t drawn_ = 0;
};

}  // namespace brusio::testing_support
