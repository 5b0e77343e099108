#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/ports/hasher.h"

namespace brusio::server {

// SCRAM-SHA-256 (RFC 5802, RFC 7677) as far as it needs cryptography, over libsodium's HMAC.

inline constexpr std::size_t sha256_bytes = 32;
inline constexpr std::size_t scram_salt_bytes = 16;

/// HMAC-SHA-256; 32 bytes.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view text);

/// Hi(): PBKDF2-HMAC-SHA-256 with one block of output (RFC 5802 section 2.2).
[[nodiscard]] std::string scram_salted_password(std::string_view password, std::string_view salt,
                                                std::uint32_t iterations);

/// StoredKey and ServerKey (RFC 5802 section 3).
[[nodiscard]] ScramKeys scram_keys(std::string_view password, std::string salt,
                                   std::uint32_t iterations);

/// Compares in constant time. Keys without a stored key match nothing.
[[nodiscard]] ScramVerdict check_scram_proof(const CheckScramProof& job);

}  // namespace brusio::server
