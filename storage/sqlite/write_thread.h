#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "core/ports/store.h"
#include "storage/sqlite/writer.h"

namespace brusio::sqlite {

/// The thread that writes. Everything that has come in while one transaction was made durable goes
/// into the next, so that a batch grows by itself as the disk gets slower.
class WriteThread {
 public:
    struct Options {
        std::uint64_t free_bytes_min = 0;
        std::size_t queued_writes_max = 0;
        std::function<std::optional<std::uint64_t>()> free_bytes;
        /// Something can be collected, or the health has changed. Called from the thread.
        std::function<void()> wake;
    };
    WriteThread(std::unique_ptr<Writer> writer, Options options);
    /// Makes durable what was submitted, unless that has failed.
    ~WriteThread();
    WriteThread(const WriteThread&) = delete;
    WriteThread& operator=(const WriteThread&) = delete;

    void submit(BatchId batch, std::span<const Write> writes);
    void collect(std::vector<Commit>& ended);
    [[nodiscard]] StoreHealth health() const;
    /// Why it has failed, as SQLite says it; empty while it has not.
    [[nodiscard]] std::string failure() const;

    /// How many batches were submitted so far.
    [[nodiscard]] std::uint64_t submitted() const;
    /// Waits until that many batches are durable; false if they never will be.
    bool await(std::uint64_t submitted);

 private:
    void run();
    void look_at_disk(std::unique_lock<std::mutex>& lock);
    bool store(std::span<const Write> writes);
    void checkpoint(std::unique_lock<std::mutex>& lock);
    void index_some(std::unique_lock<std::mutex>& lock);
    void fail();
    void end_batches(std::span<const BatchId> batches, CommitResult result);
    [[nodiscard]] StoreHealth health_locked() const;

    std::unique_ptr<Writer> writer_;
    Options options_;

    mutable std::mutex mutex_;
    std::condition_variable work_;   // for the thread
    std::condition_variable ended_;  // for who awaits
    std::vector<Write> queue_;
    std::vector<BatchId> batches_;  // that the queue's writes belong to
    std::vector<Commit> commits_;
    std::uint64_t batches_submitted_ = 0;
    std::uint64_t batches_ended_ = 0;
    std::size_t writes_under_way_ = 0;  // taken from the queue, not durable yet
    std::string failure_;
    bool failed_ = false;
    bool disk_full_ = false;
    bool stopping_ = false;

    std::thread thread_;
};

}  // namespace brusio::sqlite
