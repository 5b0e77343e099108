#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace brusio::server {

/// A bounded number of jobs runs at a time, a bounded number waits. Its threads start with the
/// first jobs.
class WorkPool {
 public:
    using Job = std::function<void(const std::stop_token& stop)>;

    struct Bounds {
        std::size_t threads_max = 1;
        std::size_t waiting_max = 1;
    };
    explicit WorkPool(Bounds bounds) : bounds_(bounds) {}
    /// Asks the jobs that run to stop and waits for them; those that wait are dropped.
    ~WorkPool();
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;

    /// False if too many wait. Any thread.
    [[nodiscard]] bool add(Job job);
    /// Takes effect for what comes; threads that are there stay.
    void set_bounds(Bounds bounds);
    /// How many run or wait.
    [[nodiscard]] std::size_t size() const;

 private:
    void work();

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    Bounds bounds_;
    std::deque<Job> jobs_;
    std::size_t idle_ = 0;
    std::size_t running_ = 0;
    std::stop_source stop_;
    std::vector<std::thread> threads_;
};

}  // namespace brusio::server
