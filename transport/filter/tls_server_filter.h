#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "transport/filter/byte_filter.h"
#include "transport/filter/tls_context.h"
#include "transport/filter/tls_protocol.h"
#include "transport/filter/tls_stream.h"

struct ssl_st;

namespace brusio::filter {

/// The server's side of TLS (RFC 8446, RFC 5246). OpenSSL reads from and writes to the strings of
/// each call: an idle link holds no buffer.
///
/// The peer's close_notify closes its side alone: what is sent after it still arrives. A stream
/// that ends without one was cut; whoever feeds the filter sees that by its state.
class TlsServerFilter final : public ByteFilter {
 public:
    /// A peer that has sent so much and is not done shakes hands for another reason.
    static constexpr std::size_t handshake_bytes_max = 64 * 1024;

    TlsServerFilter(std::shared_ptr<const TlsContext> context, TlsProtocol protocol);
    ~TlsServerFilter() override;

    void receive(std::string_view wire, std::string& up, std::string& down) override;
    void send(std::string_view plain, std::string& down) override;
    void close(std::string& down) override;
    [[nodiscard]] FilterState state() const override { return state_; }
    [[nodiscard]] std::string reason() const override { return reason_; }
    /// Sets `secure`, and the client certificate's fingerprint if it showed one.
    void describe(LinkInfo& info) const override;

 private:
    void shake_hands(std::size_t wire_bytes);
    void read_records(std::string& up);
    void fail();

    std::shared_ptr<const TlsContext> context_;
    ssl_st* ssl_;
    TlsProtocol protocol_;
    FilterState state_ = FilterState::handshaking;
    bool goodbye_said_ = false;
    std::size_t handshake_bytes_ = 0;
    std::string reason_;
    TlsStream stream_;
};

}  // namespace brusio::filter
