#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "bench/load/descriptor.h"

namespace brusio::bench {

/// A chat server for two that does to messages what it is told: the load must notice. What has a
/// label goes back to its sender, the rest to the other link. It serves on a thread of its own
/// until it goes out of scope.
class FaultyServer {
 public:
    /// Given the messages so far (complete lines, oldest first), what to write now that one more
    /// has come.
    using Treatment = std::function<std::string(const std::vector<std::string>& lines)>;

    explicit FaultyServer(Treatment treatment);
    ~FaultyServer();

    [[nodiscard]] std::uint16_t port() const { return port_of(listener_); }

 private:
    void serve();
    void take_line(std::size_t link, std::string_view line);
    void take_cap(std::size_t link, std::string_view line);

    Treatment treatment_;
    Descriptor listener_;
    Descriptor stop_read_;
    Descriptor stop_write_;
    std::vector<Descriptor> links_;
    std::vector<std::string> partial_;
    std::vector<char> negotiating_;  // by link: welcomed when it ends that
    std::vector<std::string> lines_;
    std::thread thread_;
};

}  // namespace brusio::bench
