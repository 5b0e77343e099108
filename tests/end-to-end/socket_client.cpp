#include "tests/end-to-end/socket_client.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "tests/end-to-end/server_process.h"
#include "tests/support/loopback_socket.h"

namespace brusio::test {

SocketClient::SocketClient(std::uint16_t port, int receive_buffer_bytes)
    : descriptor_(connect_loopback(port, receive_buffer_bytes)) {}

SocketClient::~SocketClient() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

SocketClient::SocketClient(SocketClient&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), text_(std::move(other.text_)) {}

SocketClient SocketClient::irc(std::uint16_t port, const std::string& nick,
                               const std::string& room) {
    SocketClient client{port};
    client.line("NICK " + nick);
    client.line("USER " + nick + " 0 * :" + nick);
    client.line("JOIN " + room);
    if (client.sees(" 366 " + nick + " " + room)) static_cast<void>(client.next_line());
    return client;
}

bool SocketClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        pollfd waiting{descriptor_, POLLOUT, 0};
        if (::poll(&waiting, 1, patience_ms) <= 0) return false;
        const ssize_t sent =
            ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool SocketClient::sees(std::string_view text) {
    while (true) {
        const std::size_t at = text_.find(text);
        if (at != std::string::npos) {
            text_.erase(0, at + text.size());
            return true;
        }
        if (receive(patience_ms) != Arrival::some) return false;
    }
}

std::string SocketClient::next_line() {
    std::size_t end = text_.find('\n');
    while (end == std::string::npos) {
        if (receive(patience_ms) != Arrival::some) return {};
        end = text_.find('\n');
    }
    std::string line = text_.substr(0, end);
    text_.erase(0, end + 1);
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

void SocketClient::take() {
    while (receive(0) == Arrival::some) {
    }
}

bool SocketClient::sees_end() {
    Arrival arrival = Arrival::some;
    while (arrival == Arrival::some) arrival = receive(patience_ms);
    return arrival == Arrival::end;
}

void SocketClient::reset() { close_with_reset(descriptor_); }

SocketClient::Arrival SocketClient::receive(int wait_ms) {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, wait_ms) <= 0) return Arrival::nothing;
    std::array<char, 1024> buffer;  // as little at a time as the original client
    const ssize_t got = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
    if (got <= 0) return Arrival::end;
    text_.append(buffer.data(), static_cast<std::size_t>(got));
    return Arrival::some;
}

}  // namespace brusio::test
