#pragma once

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "tests/support/loopback_socket.h"

namespace brusio::test {

/// A client's socket on the loopback, never blocking after its connect.
class TcpPeer {
 public:
    enum class Stream : std::uint8_t { open, ended, broken };

    TcpPeer() = default;
    /// `receive_buffer_bytes`: 0 leaves the kernel's choice.
    explicit TcpPeer(std::uint16_t port, int receive_buffer_bytes = 0)
        : descriptor_(connect_loopback(port, receive_buffer_bytes)), connected_(descriptor_ >= 0) {
        if (connected_) ::fcntl(descriptor_, F_SETFL, O_NONBLOCK);
    }
    ~TcpPeer() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    TcpPeer(TcpPeer&& other) noexcept { *this = std::move(other); }
    TcpPeer& operator=(TcpPeer&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        std::swap(connected_, other.connected_);
        std::swap(stream_, other.stream_);
        return *this;
    }

    [[nodiscard]] bool connected() const { return connected_; }
    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] Stream stream() const { return stream_; }

    std::size_t write(std::string_view bytes) {
        const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        return sent < 0 ? 0 : static_cast<std::size_t>(sent);
    }
    std::string read(std::size_t bytes_max) {
        std::string bytes(std::min<std::size_t>(bytes_max, 64 * 1024), '\0');
        const ssize_t got = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
        if (got == 0) stream_ = Stream::ended;
        if (got < 0 && errno != EAGAIN && errno != EINTR) stream_ = Stream::broken;
        bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
        return bytes;
    }
    void half_close() { ::shutdown(descriptor_, SHUT_WR); }
    void reset() { close_with_reset(descriptor_); }

 private:
    int descriptor_ = -1;
    bool connected_ = false;
    Stream stream_ = Stream::open;
};

}  // namespace brusio::test
