#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/client/client_store.h"
#include "core/client/secret.h"

namespace brusio::client {

/// Open one connection to ClientConfig::server; answer with handle_connected or
/// handle_disconnected. There is never more than one: the previous one is closed before.
struct OpenConnection {
    std::string server;
};

/// Close the connection (or stop opening it) after the bytes sent before have been handed to the
/// system, without waiting for the peer. Nothing more of this connection is reported to the brain.
struct CloseConnection {};

/// Append these bytes to the connection's stream: whole protocol lines with their CR LF.
struct SendBytes {
    std::string bytes;
};

/// Compute the proof of SCRAM-SHA-256 (RFC 5802 section 3) and answer with handle_proof, while the
/// same connection stands. It takes up to a second: not where people wait for the screen. Only with
/// a ClientConfig::scram_nonce.
struct ProveSecret {
    std::uint64_t number = 0;  ///< comes back with the answer
    Secret password;
    std::string salt;
    std::uint32_t iterations = 0;
    std::string auth_message;
};

/// The answer to ProveSecret, as bytes.
struct SecretProof {
    std::string client_proof;
    std::string server_signature;
};

/// ReadRows is a question to the store (client_store.h): answer at once with handle_stored.
using ClientOutput =
    std::variant<OpenConnection, CloseConnection, SendBytes, ProveSecret, ReadRows>;

/// Whether anybody between us and the server could read what is sent.
enum class LinkPrivacy {
    exposed,
    sealed,  ///< TLS to a server that we trust, or within this machine
};

/// Why a connection ended or could not be opened, as the driver knows it.
enum class DisconnectCause {
    closed_by_peer,
    reset,
    refused,
    host_not_found,
    network_unreachable,
    timed_out,
    tls_untrusted,
    tls_expired,
    tls_host_mismatch,
    tls_failed,
    other,
};

}  // namespace brusio::client
