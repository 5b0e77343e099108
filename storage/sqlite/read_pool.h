#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/ports/store.h"
#include "storage/sqlite/reader.h"

namespace brusio::sqlite {

/// A few threads that answer questions, each over a connection of its own. The answers come out in
/// the order of the questions.
class ReadPool {
 public:
    struct Options {
        /// Waits until a question may be answered; false if it never may. Called from a thread.
        std::function<bool(std::uint64_t ticket)> await;
        /// Something can be collected. Called from a thread.
        std::function<void()> wake;
    };
    /// One thread for each reader; there is at least one.
    ReadPool(std::vector<std::unique_ptr<Reader>> readers, Options options);
    /// Questions that nobody has begun to answer are dropped.
    ~ReadPool();
    ReadPool(const ReadPool&) = delete;
    ReadPool& operator=(const ReadPool&) = delete;

    /// `ticket` is handed to `await`; it never goes back.
    void ask(Question question, std::uint64_t ticket);
    void collect(std::vector<QueryAnswer>& answers);

 private:
    struct Slot {
        Question question;
        std::uint64_t ticket = 0;
        std::optional<QueryAnswer> answer;
    };

    void run(Reader& reader);

    Options options_;
    std::vector<std::unique_ptr<Reader>> readers_;
    std::mutex mutex_;
    std::condition_variable work_;
    std::deque<Slot> slots_;             // asked and not collected; a slot stays where it is
    std::uint64_t slots_collected_ = 0;  // so the first slot has this number
    std::uint64_t slots_begun_ = 0;      // the number of the next that somebody will answer
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace brusio::sqlite
