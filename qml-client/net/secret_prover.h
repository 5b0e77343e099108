#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMutex>
#include <QtCore/QString>

#include "core/client/client_output.h"

namespace brusio::ui {

/// Computes the proofs of SCRAM-SHA-256. What takes long is kept for the next log-in to the same
/// account, in memory alone. May be used from any thread.
class SecretProver {
 public:
    [[nodiscard]] client::SecretProof prove(const client::ProveSecret& task);

 private:
    struct Salted {
        std::string password;
        std::string salt;
        std::uint32_t iterations = 0;
        std::string result;
    };

    QMutex mutex_;
    Salted last_;
};

/// A password as SCRAM hashes it: near enough to SASLprep (RFC 4013), NFKC with plain spaces.
[[nodiscard]] std::string prepared_password(const std::string& password);

/// Chance for one connect(): 32 letters and digits of the system's randomness.
[[nodiscard]] std::string fresh_nonce();

}  // namespace brusio::ui
