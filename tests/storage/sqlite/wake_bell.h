#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace brusio::sqlite {

/// Counts the calls of the store's threads, and waits for the next.
class WakeBell {
 public:
    void ring() {
        {
            const std::lock_guard lock{mutex_};
            rung_ = true;
        }
        wake_.notify_all();
    }
    /// False if nothing rings for longer than anything may take.
    bool await() {
        std::unique_lock lock{mutex_};
        const bool rung = wake_.wait_for(lock, std::chrono::seconds{30}, [this] { return rung_; });
        rung_ = false;
        return rung;
    }

 private:
    std::mutex mutex_;
    std::condition_variable wake_;
    bool rung_ = false;
};

}  // namespace brusio::sqlite
