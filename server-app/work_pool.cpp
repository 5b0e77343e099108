#include "server-app/work_pool.h"

#include <utility>

namespace brusio::server {

WorkPool::~WorkPool() {
    {
        const std::lock_guard lock{mutex_};
        stop_.request_stop();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

bool WorkPool::add(Job job) {
    const std::lock_guard lock{mutex_};
    if (jobs_.size() >= bounds_.waiting_max) return false;
    jobs_.push_back(std::move(job));
    if (idle_ < jobs_.size() && threads_.size() < bounds_.threads_max) {
        threads_.emplace_back([this] { work(); });
    }
    changed_.notify_one();
    return true;
}

void WorkPool::set_bounds(Bounds bounds) {
    const std::lock_guard lock{mutex_};
    bounds_ = bounds;
}

std::size_t WorkPool::size() const {
    const std::lock_guard lock{mutex_};
    return jobs_.size() + running_;
}

void WorkPool::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        ++idle_;
        changed_.wait(lock, [this] { return stop_.stop_requested() || !jobs_.empty(); });
        --idle_;
        if (stop_.stop_requested()) return;
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        ++running_;
        lock.unlock();
        job(stop_.get_token());
        lock.lock();
        --running_;
    }
}

}  // namespace brusio::server
