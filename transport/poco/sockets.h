#pragma once

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/ServerSocketImpl.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocketImpl.h>
#include <sys/socket.h>

#include <atomic>
#include <functional>

#include "core/base/ip_address.h"
#include "transport/poco/address_limits.h"
#include "transport/poco/descriptor.h"

namespace brusio::poco {

/// Reads AF_INET, AF_INET6 and AF_UNIX; any other family gives the address that is none.
[[nodiscard]] IpAddress address_of(const sockaddr& address);

/// An accepted socket on its way through POCO: non-blocking, closed on exec, knows its peer, and
/// lets its descriptor be taken out without a duplicate.
class HandoffSocketImpl final : public Poco::Net::StreamSocketImpl {
 public:
    HandoffSocketImpl(int descriptor, IpAddress peer, const Poco::Net::SocketAddress& local,
                      AddressLimits& limits)
        : StreamSocketImpl(descriptor), peer_(peer), local_(local), limits_(limits) {}

    [[nodiscard]] const IpAddress& peer() const { return peer_; }
    /// The limits have counted this socket; undone by the destructor unless it was handed off.
    void set_counted() { counted_.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool counted() const { return counted_.load(std::memory_order_relaxed); }
    void set_proxy() { is_proxy_.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool is_proxy() const { return is_proxy_.load(std::memory_order_relaxed); }
    /// The caller owns the descriptor, and the counting with it. The last use of this object by
    /// the thread that hands off.
    [[nodiscard]] int take_descriptor();

    /// POCO asks every accepted socket; the listener's address answers without a system call.
    Poco::Net::SocketAddress address() override { return local_; }

 protected:
    ~HandoffSocketImpl() override;

 private:
    IpAddress peer_;
    Poco::Net::SocketAddress local_;
    AddressLimits& limits_;
    std::atomic<bool> counted_{false};
    std::atomic<bool> is_proxy_{false};
};

/// A listening socket that accepts straight into the state our loops want, and that survives
/// running out of descriptors: it gives up a spare one to accept and close what cannot be served.
class ListeningSocketImpl final : public Poco::Net::ServerSocketImpl {
 public:
    ListeningSocketImpl(AddressLimits& limits, std::function<void(const IpAddress&)> no_descriptor);

    /// After bind and listen: what all accepted sockets inherit, and the address they report.
    void prepare();
    /// Waits for a peer and accepts it at once. POCO's own way makes and destroys an epoll
    /// instance for every peer, and needs a free descriptor for it.
    bool poll(const Poco::Timespan& timeout, int mode) override;
    /// Hands out what `poll` accepted.
    Poco::Net::SocketImpl* acceptConnection(Poco::Net::SocketAddress& client) override;

 protected:
    ~ListeningSocketImpl() override = default;

 private:
    [[nodiscard]] bool accept_one();
    void turn_one_away();

    AddressLimits& limits_;
    std::function<void(const IpAddress&)> no_descriptor_;
    Poco::Net::SocketAddress local_;
    Descriptor spare_;
    Descriptor accepted_;
    sockaddr_storage accepted_peer_{};
    socklen_t accepted_length_ = 0;
};

class ListeningSocket final : public Poco::Net::ServerSocket {
 public:
    explicit ListeningSocket(ListeningSocketImpl* impl) : ServerSocket(impl, true) {}
};

}  // namespace brusio::poco
