#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/ports/hasher.h"
#include "transport/scram/scram_math.h"

namespace brusio::server {

// SCRAM-SHA-256 (RFC 5802, RFC 7677) as a server needs it.

inline constexpr std::size_t scram_salt_bytes = 16;

/// StoredKey and ServerKey (RFC 5802 section 3).
[[nodiscard]] ScramKeys scram_keys(std::string_view password, std::string salt,
                                   std::uint32_t iterations);

/// Compares in constant time. Keys without a stored key match nothing.
[[nodiscard]] ScramVerdict check_scram_proof(const CheckScramProof& job);

}  // namespace brusio::server
