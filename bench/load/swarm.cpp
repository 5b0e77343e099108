#include "bench/load/swarm.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "core/base/assert.h"

namespace brusio::bench {
namespace {

constexpr std::size_t input_bytes = 256 * 1024;
constexpr std::int64_t ns_per_second = 1'000'000'000;
using Events = std::array<epoll_event, 512>;

// One array for the thread: a turn fills and reads it, nothing is kept over turns.
thread_local Events ready;

}  // namespace

Swarm::Swarm(const Target& target, Wait wait)
    : target_(target),
      wait_(wait),
      epoll_(checked(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      input_(input_bytes) {
    ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);  // wake-ups on time, not 50 us late
}

std::uint32_t Swarm::open_link() {
    Descriptor socket{
        checked(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), "socket")};
    const int on = 1;
    checked(::setsockopt(socket.fd(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "TCP_NODELAY");
    const linger reset{1, 0};
    checked(::setsockopt(socket.fd(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset), "SO_LINGER");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(target_.port);
    ::inet_pton(AF_INET, target_.host.c_str(), &address.sin_addr);
    const int result =
        ::connect(socket.fd(), reinterpret_cast<sockaddr*>(&address), sizeof address);
    if (result < 0 && errno != EINPROGRESS) checked(result, "connect");
    const auto link = static_cast<std::uint32_t>(links_.size());
    links_.emplace_back().socket = std::move(socket);
    watch(link, EPOLLIN, EPOLL_CTL_ADD);
    return link;
}

void Swarm::watch(std::uint32_t link, std::uint32_t events, int operation) {
    epoll_event event{};
    event.events = events;
    event.data.u32 = link;
    checked(::epoll_ctl(epoll_.fd(), operation, links_[link].socket.fd(), &event), "epoll_ctl");
}

void Swarm::say(std::uint32_t link, std::string_view bytes) {
    BRUSIO_ASSERT(link < links_.size());
    links_[link].queued += bytes;
    if (links_[link].listed) return;
    links_[link].listed = true;
    dirty_.push_back(link);
}

void Swarm::send_queued() {
    for (const std::uint32_t link : dirty_) {
        links_[link].listed = false;
        if (!links_[link].blocked) send_link(link);
    }
    dirty_.clear();
}

void Swarm::send_link(std::uint32_t index) {
    Link& link = links_[index];
    if (!link.socket.open()) return link.queued.clear();
    const ssize_t sent = ::send(link.socket.fd(), link.queued.data(), link.queued.size(),
                                MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno != EAGAIN && errno != ENOTCONN) return;  // the read tells why
    link.queued.erase(0, static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
    const bool blocked = !link.queued.empty();
    if (blocked == link.blocked) return;
    link.blocked = blocked;
    watch(index, blocked ? EPOLLIN | EPOLLOUT : EPOLLIN, EPOLL_CTL_MOD);
}

int Swarm::wait_for_events(std::int64_t until_ns) {
    const auto size = static_cast<int>(ready.size());
    for (;;) {
        const std::int64_t left = std::max<std::int64_t>(0, until_ns - now_ns());
        const bool spin = wait_ == Wait::spin;
        const timespec limit{spin ? 0 : left / ns_per_second, spin ? 0 : left % ns_per_second};
        const int count = ::epoll_pwait2(epoll_.fd(), ready.data(), size, &limit, nullptr);
        if (count < 0 && errno != EINTR) checked(count, "epoll_pwait2");
        if (count > 0) return count;
        if (left == 0 || !spin) return 0;
    }
}

void Swarm::turn(std::int64_t until_ns) {
    BRUSIO_ASSERT(events_ != nullptr);
    send_queued();
    const int count = wait_for_events(until_ns);
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = ready[static_cast<std::size_t>(i)];
        if ((event.events & EPOLLOUT) != 0) send_link(event.data.u32);
        if ((event.events & ~EPOLLOUT) != 0) read_link(event.data.u32);
    }
    send_queued();
}

void Swarm::read_link(std::uint32_t link) {
    while (links_[link].socket.open()) {
        const ssize_t size = ::recv(links_[link].socket.fd(), input_.data(), input_.size(), 0);
        if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (size < 0) return end_link(link, std::strerror(errno));
        if (size == 0) return end_link(link, "closed by the server");
        bytes_read_ += static_cast<std::uint64_t>(size);
        take_bytes(link, {input_.data(), static_cast<std::size_t>(size)}, now_ns());
        if (static_cast<std::size_t>(size) < input_.size()) return;
    }
}

void Swarm::take_bytes(std::uint32_t link, std::string_view bytes, std::int64_t at_ns) {
    std::string whole;
    if (!links_[link].partial.empty()) {
        whole = std::move(links_[link].partial);
        links_[link].partial = {};
        whole += bytes;
        bytes = whole;
    }
    for (;;) {
        const std::size_t end = bytes.find('\n');
        if (end == std::string_view::npos) break;
        const std::size_t size = end > 0 && bytes[end - 1] == '\r' ? end - 1 : end;
        events_->line_arrived(link, bytes.substr(0, size), at_ns);
        bytes.remove_prefix(end + 1);
    }
    if (!bytes.empty()) links_[link].partial = bytes;
}

void Swarm::end_link(std::uint32_t link, std::string_view why) {
    links_[link].socket.reset();
    events_->link_ended(link, why);
}

void Swarm::close_all() {
    links_.clear();
    dirty_.clear();
}

}  // namespace brusio::bench
