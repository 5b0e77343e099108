#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The messages of SCRAM (RFC 5802 section 7) as a client without anything bound to TLS writes and
/// reads them; the server's side is scram_text.h. Nothing is computed here.
namespace brusio::wire {

/// "n=...,r=...": the client's first message behind its header "n,,".
[[nodiscard]] std::string scram_client_first_bare(std::string_view name, std::string_view nonce);

struct ScramServerFirst {
    std::string nonce;  // the client's and the server's
    std::string salt;   // decoded
    std::uint32_t iterations = 0;
};

/// Nothing if the message is malformed, has a mandatory extension, or its nonce is not a longer one
/// than the client's, which it begins with.
[[nodiscard]] std::optional<ScramServerFirst> parse_scram_server_first(
    std::string_view text, std::string_view client_nonce);

/// "c=biws,r=...": the client's final message without its proof, which are bytes.
[[nodiscard]] std::string scram_client_final_without_proof(std::string_view nonce);
[[nodiscard]] std::string scram_client_final(std::string_view without_proof,
                                             std::string_view proof);

/// The signature as bytes; nothing if the server tells an error.
[[nodiscard]] std::optional<std::string> parse_scram_server_final(std::string_view text);

}  // namespace brusio::wire
