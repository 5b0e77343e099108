#include "bench/floor/floor_server.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace brusio::bench {
namespace {

constexpr std::uint64_t listener_key = UINT64_MAX;
constexpr std::size_t input_bytes = 64 * 1024;
constexpr std::size_t vectors_per_call_max = 1024;

}  // namespace

FloorServer::FloorServer(std::uint16_t port)
    : listener_(listen_on_loopback(port)),
      epoll_(checked(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      input_(input_bytes) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = listener_key;
    checked(::epoll_ctl(epoll_.fd(), EPOLL_CTL_ADD, listener_.fd(), &event), "epoll_ctl");
}

std::uint16_t FloorServer::port() const { return port_of(listener_); }

void FloorServer::run() {
    for (;;) turn();
}

void FloorServer::turn() {
    std::array<epoll_event, 256> events;
    const int count = ::epoll_wait(epoll_.fd(), events.data(), static_cast<int>(events.size()), -1);
    if (count < 0 && errno == EINTR) return;
    checked(count, "epoll_wait");
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = events[static_cast<std::size_t>(i)];
        if (event.data.u64 == listener_key) {
            accept_links();
            continue;
        }
        const auto slot = static_cast<std::uint32_t>(event.data.u64);
        if ((event.events & EPOLLOUT) != 0) flush_backlog(slot);
        if ((event.events & ~EPOLLOUT) != 0) read_link(slot);
    }
    flush();
}

void FloorServer::accept_links() {
    for (;;) {
        const int fd = ::accept4(listener_.fd(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) return;
        open_link(fd);
    }
}

void FloorServer::open_link(int fd) {
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    auto slot = static_cast<std::uint32_t>(links_.size());
    if (free_slots_.empty()) {
        links_.emplace_back();
    } else {
        slot = free_slots_.back();
        free_slots_.pop_back();
    }
    links_[slot].socket = Descriptor{fd};
    watch(slot, EPOLLIN, EPOLL_CTL_ADD);
}

void FloorServer::watch(std::uint32_t slot, std::uint32_t events, int operation) {
    epoll_event event{};
    event.events = events;
    event.data.u64 = slot;
    checked(::epoll_ctl(epoll_.fd(), operation, links_[slot].socket.fd(), &event), "epoll_ctl");
}

void FloorServer::close_link(std::uint32_t slot) {
    Link& link = links_[slot];
    if (!link.socket.open()) return;
    output_.drop(slot);
    for (Room& room : rooms_) std::erase(room.members, slot);
    const auto named = slot_of_nick_.find(link.nick);
    if (named != slot_of_nick_.end() && named->second == slot) slot_of_nick_.erase(named);
    link = Link{};
    free_slots_.push_back(slot);
}

void FloorServer::read_link(std::uint32_t slot) {
    if (!links_[slot].socket.open()) return;
    const ssize_t size = ::recv(links_[slot].socket.fd(), input_.data(), input_.size(), 0);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (size <= 0) return close_link(slot);
    std::string_view bytes{input_.data(), static_cast<std::size_t>(size)};
    if (links_[slot].partial == nullptr) return take_lines(slot, bytes);
    const std::unique_ptr<std::string> whole = std::move(links_[slot].partial);
    whole->append(bytes);
    take_lines(slot, *whole);
}

void FloorServer::take_lines(std::uint32_t slot, std::string_view bytes) {
    for (;;) {
        const std::size_t end = bytes.find('\n');
        if (end == std::string_view::npos) break;
        const std::size_t size = end > 0 && bytes[end - 1] == '\r' ? end - 1 : end;
        take_line(slot, bytes.substr(0, size));
        if (!links_[slot].socket.open()) return;
        bytes.remove_prefix(end + 1);
    }
    if (!bytes.empty()) links_[slot].partial = std::make_unique<std::string>(bytes);
}

void FloorServer::flush() {
    for (const std::uint32_t slot : output_.recipients()) flush_link(slot);
    output_.clear();
}

void FloorServer::flush_link(std::uint32_t slot) {
    Link& link = links_[slot];
    output_.collect(slot, vectors_);
    if (!link.socket.open() || vectors_.empty()) return;
    if (link.backlog != nullptr) return keep_rest(slot, 0);
    msghdr message{};
    message.msg_iov = vectors_.data();
    message.msg_iovlen = std::min(vectors_.size(), vectors_per_call_max);
    const ssize_t sent = ::sendmsg(link.socket.fd(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno != EAGAIN) return;  // the reset is read next turn
    std::size_t wanted = 0;
    for (const iovec& vector : vectors_) wanted += vector.iov_len;
    if (sent < 0 || static_cast<std::size_t>(sent) < wanted) {
        keep_rest(slot, sent < 0 ? 0 : static_cast<std::size_t>(sent));
    }
}

void FloorServer::keep_rest(std::uint32_t slot, std::size_t sent) {
    Link& link = links_[slot];
    if (link.backlog == nullptr) {
        link.backlog = std::make_unique<std::string>();
        watch(slot, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
    }
    for (const iovec& vector : vectors_) {
        const std::size_t skip = std::min(sent, vector.iov_len);
        sent -= skip;
        link.backlog->append(static_cast<const char*>(vector.iov_base) + skip,
                             vector.iov_len - skip);
    }
}

void FloorServer::flush_backlog(std::uint32_t slot) {
    Link& link = links_[slot];
    if (link.backlog == nullptr) return;
    const ssize_t sent = ::send(link.socket.fd(), link.backlog->data(), link.backlog->size(),
                                MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0) return;
    link.backlog->erase(0, static_cast<std::size_t>(sent));
    if (!link.backlog->empty()) return;
    link.backlog.reset();
    watch(slot, EPOLLIN, EPOLL_CTL_MOD);
}

}  // namespace brusio::bench
