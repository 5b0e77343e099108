#include "storage/sqlite/read_pool.h"

#include <utility>

#include "core/base/assert.h"

namespace brusio::sqlite {

ReadPool::ReadPool(std::vector<std::unique_ptr<Reader>> readers, Options options)
    : options_(std::move(options)), readers_(std::move(readers)) {
    BRUSIO_ASSERT(!readers_.empty());
    for (const std::unique_ptr<Reader>& reader : readers_) {
        threads_.emplace_back([this, &reader] { run(*reader); });
    }
}

ReadPool::~ReadPool() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    work_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void ReadPool::ask(Question question, std::uint64_t ticket) {
    {
        const std::lock_guard lock{mutex_};
        slots_.push_back({std::move(question), ticket, std::nullopt});
    }
    work_.notify_one();
}

void ReadPool::collect(std::vector<QueryAnswer>& answers) {
    const std::lock_guard lock{mutex_};
    while (!slots_.empty() && slots_.front().answer) {
        answers.push_back(std::move(*slots_.front().answer));
        slots_.pop_front();
        ++slots_collected_;
    }
}

void ReadPool::run(Reader& reader) {
    std::unique_lock lock{mutex_};
    while (true) {
        const auto next = [this] { return slots_begun_ - slots_collected_; };
        work_.wait(lock, [&] { return stopping_ || next() < slots_.size(); });
        if (stopping_) return;
        Slot& slot = slots_[next()];  // stays: only answered slots leave the deque
        ++slots_begun_;
        lock.unlock();
        QueryAnswer answer;
        answer.query = slot.question.id;
        answer.result = QueryResult::failed;
        if (options_.await(slot.ticket)) answer = reader.answer(slot.question);
        lock.lock();
        slot.answer = std::move(answer);
        options_.wake();
    }
}

}  // namespace brusio::sqlite
