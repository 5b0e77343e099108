#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/base/time.h"

struct ssl_ctx_st;
struct bio_method_st;

namespace brusio::filter {

/// A certificate with its chain, and its private key, both as PEM text.
struct TlsPair {
    std::string certificate;  // the server's own first, then what leads to its root
    std::string key;          // not encrypted
};

/// What all TLS links of a server share: one certificate and the rules of the handshake. TLS 1.2
/// and 1.3 with forward secrecy and authenticated encryption alone; no compression, renegotiation,
/// tickets or resumption (with elliptic curves a resumed handshake saves next to nothing, and
/// tickets would cost memory and a second secret to keep).
///
/// Never changes: a reload makes another one for links to come, and the old one lives as long as
/// its links. Any thread.
class TlsContext {
 public:
    /// Whether clients are asked for a certificate. Who shows one proves that it holds the key;
    /// who signed it does not matter, since accounts know certificates by their fingerprints
    /// (SASL EXTERNAL).
    enum class ClientCertificates : std::uint8_t { ignored, asked };

    /// The error is a sentence about the certificate or the key, without a file's name.
    static Result<std::shared_ptr<const TlsContext>, std::string> make(
        const TlsPair& pair, ClientCertificates client_certificates);
    ~TlsContext();
    TlsContext(const TlsContext&) = delete;
    TlsContext& operator=(const TlsContext&) = delete;

    /// SHA-256 of the server's own certificate: 64 lower-case hexadecimal digits.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }
    [[nodiscard]] WallTime valid_from() const { return valid_from_; }
    [[nodiscard]] WallTime valid_until() const { return valid_until_; }

    // For the filters of this folder.
    [[nodiscard]] ssl_ctx_st* native() const { return context_; }
    [[nodiscard]] const bio_method_st* stream_method() const { return stream_method_; }

 private:
    TlsContext();

    ssl_ctx_st* context_;
    bio_method_st* stream_method_;
    std::string fingerprint_;
    WallTime valid_from_;
    WallTime valid_until_;
};

}  // namespace brusio::filter
