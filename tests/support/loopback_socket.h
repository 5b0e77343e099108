#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <utility>

namespace brusio::test {

/// A TCP socket connected to 127.0.0.1:`port`, closed on exec; -1 if nobody listens. The caller
/// closes it. `receive_buffer_bytes`: 0 leaves the kernel's choice.
inline int connect_loopback(std::uint16_t port, int receive_buffer_bytes = 0) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receive_buffer_bytes > 0) {
        ::setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes,
                     sizeof receive_buffer_bytes);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* const any = reinterpret_cast<const sockaddr*>(&address);
    if (::connect(descriptor, any, sizeof address) == 0) return descriptor;
    ::close(descriptor);
    return -1;
}

/// Closes a socket so that its peer sees a reset; -1 stays in its place.
inline void close_with_reset(int& descriptor) {
    const linger now{1, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(std::exchange(descriptor, -1));
}

}  // namespace brusio::test
