#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "transport/filter/byte_filter.h"
#include "transport/filter/proxy_header.h"

namespace brusio::filter {

/// Does a proxy that cannot say so speak TLS with its clients?
enum class ProxySpeaks : std::uint8_t { unknown, tls };

/// Reads the header of the PROXY protocol that a trusted proxy puts before its client's bytes, and
/// is no more than a pipe afterwards. Next to the wire, below TLS and WebSocket. Whether the peer
/// is a proxy that may say such things is asked before there is a filter.
class ProxyFilter final : public ByteFilter {
 public:
    explicit ProxyFilter(ProxySpeaks speaks) : speaks_(speaks) {}

    void receive(std::string_view wire, std::string& up, std::string& down) override;
    void send(std::string_view plain, std::string& down) override { down.append(plain); }
    void close(std::string&) override {}
    [[nodiscard]] FilterState state() const override { return state_; }
    [[nodiscard]] std::string reason() const override {
        return state_ == FilterState::failed ? "no PROXY header" : "";
    }
    /// The client's address, unless the link is the proxy's own; never near, whatever it is.
    void describe(LinkInfo& info) const override;
    [[nodiscard]] bool awaits_proxy() const override { return state_ == FilterState::handshaking; }

 private:
    ProxySpeaks speaks_;
    FilterState state_ = FilterState::handshaking;
    std::string begun_;  // of the header
    ProxyHeader header_;
};

}  // namespace brusio::filter
