#include "transport/poco/sockets.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "core/base/assert.h"

namespace brusio::poco {

namespace {

int open_spare() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

void set_option(int descriptor, int level, int option, int value) {
    ::setsockopt(descriptor, level, option, &value, sizeof value);
}

// A peer that vanished without a word is noticed by the protocol's ping; these two clean up after
// links whose ping could not even be sent.
constexpr int keepalive_idle_seconds = 120;
constexpr int user_timeout_ms = 120'000;

template <class Raw>
IpAddress from_raw(const Raw& raw) {
    std::array<std::uint8_t, sizeof(Raw)> bytes{};
    std::memcpy(bytes.data(), &raw, bytes.size());
    return IpAddress::from_bytes(bytes);
}

}  // namespace

IpAddress address_of(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return from_raw(v4.sin_addr);
    }
    if (address.sa_family == AF_UNIX) return IpAddress::file_socket();
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &address, sizeof v6);
        return from_raw(v6.sin6_addr);
    }
    return {};
}

int HandoffSocketImpl::take_descriptor() {
    const int descriptor = sockfd();
    reset();
    counted_.store(false, std::memory_order_release);
    return descriptor;
}

HandoffSocketImpl::~HandoffSocketImpl() {
    if (counted_.load(std::memory_order_acquire)) limits_.released(peer_);
}

ListeningSocketImpl::ListeningSocketImpl(AddressLimits& limits,
                                         std::function<void(const IpAddress&)> no_descriptor)
    : limits_(limits), no_descriptor_(std::move(no_descriptor)), spare_(open_spare()) {}

void ListeningSocketImpl::prepare() {
    const int descriptor = sockfd();
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    setBlocking(false);
    set_option(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    set_option(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
    set_option(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, keepalive_idle_seconds);
    set_option(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, user_timeout_ms);
    local_ = address();
}

bool ListeningSocketImpl::poll(const Poco::Timespan& timeout, int) {
    if (accept_one()) return true;
    pollfd waiting{sockfd(), POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(timeout.totalMilliseconds()));
    return ready > 0 && accept_one();
}

Poco::Net::SocketImpl* ListeningSocketImpl::acceptConnection(Poco::Net::SocketAddress& client) {
    BRUSIO_ASSERT(accepted_.valid());
    const auto* const address = reinterpret_cast<const sockaddr*>(&accepted_peer_);
    const IpAddress peer = address_of(*address);
    // Whoever comes through a file has no name there.
    client = peer.is_file_socket() ? local_ : Poco::Net::SocketAddress(address, accepted_length_);
    return new HandoffSocketImpl(accepted_.release(), peer, local_, limits_);
}

bool ListeningSocketImpl::accept_one() {
    accepted_length_ = sizeof accepted_peer_;
    auto* const address = reinterpret_cast<sockaddr*>(&accepted_peer_);
    accepted_ =
        Descriptor{::accept4(sockfd(), address, &accepted_length_, SOCK_NONBLOCK | SOCK_CLOEXEC)};
    if (accepted_.valid()) return true;
    if (errno == EMFILE || errno == ENFILE) turn_one_away();
    return false;
}

void ListeningSocketImpl::turn_one_away() {
    spare_.reset();
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    auto* const address = reinterpret_cast<sockaddr*>(&peer);
    Descriptor turned_away{::accept4(sockfd(), address, &length, SOCK_CLOEXEC)};
    if (turned_away.valid()) {
        no_descriptor_(address_of(*address));
    } else if (errno == EMFILE || errno == ENFILE) {
        // Somebody else took the spare one: without a pause POCO would try again at once, for ever.
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    turned_away.reset();
    spare_ = Descriptor{open_spare()};
}

}  // namespace brusio::poco
