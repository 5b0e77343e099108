#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "transport/poco/descriptor.h"

namespace brusio::poco {

/// Makes one thread's epoll_wait return. Any thread may wake; many wakes before the waiter looks
/// cost one system call.
class Wakeup {
 public:
    Wakeup() : descriptor_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

    [[nodiscard]] int descriptor() const { return descriptor_.get(); }
    void wake() {
        if (pending_.exchange(true, std::memory_order_acq_rel)) return;
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(descriptor_.get(), &one, sizeof one);
    }
    /// By the waiter, before it looks at what it was woken for.
    void acknowledge() {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto got = ::read(descriptor_.get(), &count, sizeof count);
        pending_.store(false, std::memory_order_release);
    }

 private:
    Descriptor descriptor_;
    std::atomic<bool> pending_{false};
};

/// What other threads have for one thread, in order of arrival.
template <class T>
class Mailbox {
 public:
    explicit Mailbox(Wakeup& wakeup) : wakeup_(wakeup) {}

    void put(T item) {
        {
            const std::lock_guard lock{mutex_};
            items_.push_back(std::move(item));
            filled_.store(true, std::memory_order_release);
        }
        wakeup_.wake();
    }
    /// Swaps what has come into `items`, which must be empty; its memory is used again.
    void take(std::vector<T>& items) {
        if (!filled_.load(std::memory_order_acquire)) return;
        const std::lock_guard lock{mutex_};
        items.swap(items_);
        filled_.store(false, std::memory_order_relaxed);
    }

 private:
    Wakeup& wakeup_;
    std::mutex mutex_;
    std::vector<T> items_;
    std::atomic<bool> filled_{false};
};

}  // namespace brusio::poco
