#pragma once

#include <optional>

namespace brusio::server {

/// The signals that end or reload the server, as a descriptor. Made before any thread starts:
/// threads inherit that the signals are blocked.
class SignalWatch {
 public:
    SignalWatch();
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

    /// Readable when a signal waits.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// The next signal that waits: SIGTERM, SIGINT or SIGHUP.
    [[nodiscard]] std::optional<int> next();

 private:
    int descriptor_;
};

}  // namespace brusio::server
