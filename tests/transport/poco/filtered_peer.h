#pragma once

#include <memory>
#include <string>
#include <utility>

#include "tests/contract/transport_rig.h"
#include "tests/support/client_filter.h"
#include "tests/transport/poco/tcp_peer.h"

namespace brusio::test {

/// A client's socket with a client's filter on it: the contract's far end of a filtered link.
class FilteredPeer final : public contract::ContractPeer {
 public:
    FilteredPeer(std::uint16_t port, std::unique_ptr<ClientFilter> filter)
        : peer_(port), filter_(std::move(filter)), pending_(filter_->hello()) {}

    /// Goes on with the handshake, and with what the socket did not take. Reads nothing else.
    void move() {
        flush();
        if (!filter_->open()) take(16 * 1024);
    }
    std::size_t write(std::string_view bytes) override {
        move();
        if (!filter_->open() || !pending_.empty()) return 0;
        const std::string_view taken = bytes.substr(0, 4096);
        pending_ = filter_->send(taken);
        flush();
        return taken.size();
    }
    std::string read(std::size_t bytes_max) override {
        flush();
        if (filter_->received().size() < bytes_max) take(bytes_max);
        std::string bytes = filter_->received().substr(0, bytes_max);
        filter_->received().erase(0, bytes.size());
        return bytes;
    }
    Stream stream() const override {
        if (peer_.stream() == TcpPeer::Stream::open) return Stream::open;
        const bool orderly = peer_.stream() == TcpPeer::Stream::ended && filter_->server_closed();
        return orderly ? Stream::ended : Stream::broken;
    }
    void half_close() override {
        pending_ += filter_->close();
        ended_ = true;
        flush();
    }
    void reset() override { peer_.reset(); }

    [[nodiscard]] const ClientFilter& filter() const { return *filter_; }

 private:
    void take(std::size_t bytes_max) {
        const std::string wire = peer_.read(bytes_max);
        if (!wire.empty()) pending_ += filter_->receive(wire);
        flush();
    }
    void flush() {
        if (!pending_.empty()) pending_.erase(0, peer_.write(pending_));
        if (pending_.empty() && std::exchange(ended_, false)) peer_.half_close();
    }

    TcpPeer peer_;
    std::unique_ptr<ClientFilter> filter_;
    std::string pending_;  // for the socket
    bool ended_ = false;   // the stream ends behind it
};

}  // namespace brusio::test
