#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace brusio::bench {

/// Owns one file descriptor and closes it. -1 owns nothing.
class Descriptor {
 public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor() { reset(); }

    [[nodiscard]] int fd() const { return fd_; }
    [[nodiscard]] bool open() const { return fd_ >= 0; }
    void reset() noexcept;
    /// Gives the descriptor away; this one owns nothing afterwards.
    [[nodiscard]] int release() { return std::exchange(fd_, -1); }

 private:
    int fd_ = -1;
};

/// Throws std::system_error with errno and `what` if `result` is negative; else gives it back.
int checked(int result, const char* what);

/// A non-blocking socket that listens on 127.0.0.1:`port` (0: any free port). Throws
/// std::system_error.
Descriptor listen_on_loopback(std::uint16_t port);

/// The port that a bound socket has.
std::uint16_t port_of(const Descriptor& socket);

/// Raises the soft limit of open descriptors to the hard one and, where the process may, the hard
/// one to `wanted`. Gives back the soft limit that holds now.
std::uint64_t raise_descriptor_limit(std::uint64_t wanted);

/// Binds the calling process (pid 0) or another one to one CPU. Throws std::system_error.
void pin_to_cpu(int pid, int cpu);

/// Nanoseconds of the monotonic clock.
[[nodiscard]] std::int64_t now_ns();

}  // namespace brusio::bench
