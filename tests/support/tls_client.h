#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "tests/support/client_filter.h"

namespace brusio::test {

/// The client's side of TLS over strings, built on OpenSSL alone: what a client's library does,
/// for tests of the server's filter. Trusts every certificate and says which one it saw.
class TlsClient final : public ClientFilter {
 public:
    enum class Version : std::uint8_t { tls11, tls12, tls13 };
    struct Options {
        Version version = Version::tls13;
        std::string pair_pem;  // its own certificate and key; empty: none
        std::string protocol;  // ALPN; empty: offers none
    };

    explicit TlsClient(const Options& options);
    TlsClient();
    ~TlsClient() override;
    TlsClient(TlsClient&&) noexcept;
    TlsClient& operator=(TlsClient&&) = delete;

    [[nodiscard]] std::string hello() override;
    [[nodiscard]] std::string receive(std::string_view wire) override;
    [[nodiscard]] std::string send(std::string_view plain) override;
    [[nodiscard]] std::string close() override;
    [[nodiscard]] bool open() const override;
    [[nodiscard]] bool server_closed() const override;
    [[nodiscard]] std::string& received() override;

    /// Asks for new keys (TLS 1.3) or a new handshake (TLS 1.2).
    [[nodiscard]] std::string renegotiate();

    /// What OpenSSL says of the server's alert or another mistake; empty if all is well.
    [[nodiscard]] const std::string& error() const;
    [[nodiscard]] std::string server_fingerprint() const;
    [[nodiscard]] std::string protocol() const;  // that the server chose
    [[nodiscard]] std::string cipher() const;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace brusio::test
