#include "server-app/clocks.h"

#include <chrono>

namespace brusio::server {

Now clocks() {
    const auto mono = std::chrono::steady_clock::now().time_since_epoch();
    const auto wall = std::chrono::system_clock::now().time_since_epoch();
    return {MonoTime{mono},
            WallTime{std::chrono::duration_cast<std::chrono::milliseconds>(wall).count()}};
}

std::uint64_t epoch_now() {
    const auto wall = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(wall).count());
}

void Bell::ring() {
    {
        const std::lock_guard lock{mutex_};
        has_rung_ = true;
    }
    changed_.notify_one();
}

void Bell::await() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return has_rung_; });
    has_rung_ = false;
}

}  // namespace brusio::server
