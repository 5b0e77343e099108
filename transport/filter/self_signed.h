#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"

namespace brusio::filter {

/// A certificate that vouches for itself: nobody can tell it from another's but by its fingerprint.
/// Good for trials on one machine and among friends who compare fingerprints.
struct SelfSigned {
    std::vector<std::string> names;  // host names and numeric addresses; the first names it
    WallTime from;
    Duration lifetime = std::chrono::hours{24 * 365 * 10};
};

/// Makes a new ECDSA P-256 key and its certificate: one PEM text with both, fit for both members
/// of a TlsPair. The error says which name cannot stand in a certificate.
[[nodiscard]] Result<std::string, std::string> make_self_signed(const SelfSigned& spec);

}  // namespace brusio::filter
