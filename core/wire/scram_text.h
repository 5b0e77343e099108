#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The messages of SCRAM (RFC 5802 section 7), as far as a server without channel binding reads and
/// writes them. Nothing is computed here.
namespace brusio::wire {

struct ScramClientFirst {
    std::string gs2_header;  // "n,," or the like; comes back in the final message
    std::string authzid;     // empty: the same as the name
    std::string name;
    std::string nonce;
    std::string bare;  // the part that is signed
};

/// Nothing if the message is malformed, asks for channel binding, or has a mandatory extension.
[[nodiscard]] std::optional<ScramClientFirst> parse_scram_client_first(std::string_view text);

struct ScramClientFinal {
    std::string gs2_header;
    std::string nonce;  // the client's and the server's
    std::string proof;  // decoded
    std::string without_proof;
};

[[nodiscard]] std::optional<ScramClientFinal> parse_scram_client_final(std::string_view text);

/// "r=...,s=...,i=..."; the salt is bytes.
[[nodiscard]] std::string scram_server_first(std::string_view nonce, std::string_view salt,
                                             std::uint32_t iterations);

/// "v=..."; the signature is bytes.
[[nodiscard]] std::string scram_server_final(std::string_view signature);

}  // namespace brusio::wire
