#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace brusio::scram {

// What both sides of SCRAM-SHA-256 compute (RFC 5802 sections 2.2 and 3, RFC 7677), over libsodium;
// what is slow on purpose over OpenSSL, which is the faster of the two.

inline constexpr std::size_t sha256_bytes = 32;

/// SHA-256 and HMAC-SHA-256; 32 bytes.
[[nodiscard]] std::string sha256(std::string_view text);
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view text);

/// Hi(): PBKDF2-HMAC-SHA-256 with one block of output; one iteration or more. Takes its time: that
/// is what it is for.
[[nodiscard]] std::string scram_salted_password(std::string_view password, std::string_view salt,
                                                std::uint32_t iterations);

/// The bits that differ; `a` and `b` are of one size.
[[nodiscard]] std::string exclusive_or(std::string_view a, std::string_view b);

/// What the client shows, and what a server that knows the account must show in return.
struct ScramProof {
    std::string client_proof;
    std::string server_signature;
};
[[nodiscard]] ScramProof scram_proof(std::string_view salted_password,
                                     std::string_view auth_message);

}  // namespace brusio::scram
