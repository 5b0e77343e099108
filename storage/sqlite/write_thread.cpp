#include "storage/sqlite/write_thread.h"

#include <chrono>
#include <utility>

#include "core/base/assert.h"

namespace brusio::sqlite {

namespace {

// So often the disk is looked at while nothing is written.
constexpr std::chrono::milliseconds disk_look_every{1'000};
// So much more than the least has to be free before writes are welcome again.
constexpr std::uint64_t free_bytes_slack = 1024 * 1024;
// After so long without writes the index is brought on a little, and after so many transactions
// even though there is no end of writes.
constexpr std::chrono::milliseconds index_after{20};
constexpr int index_every = 64;

}  // namespace

WriteThread::WriteThread(std::unique_ptr<Writer> writer, Options options)
    : writer_(std::move(writer)), options_(std::move(options)), thread_([this] { run(); }) {}

WriteThread::~WriteThread() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    work_.notify_all();
    thread_.join();
}

void WriteThread::submit(BatchId batch, std::span<const Write> writes) {
    BRUSIO_ASSERT(!writes.empty());
    {
        const std::lock_guard lock{mutex_};
        ++batches_submitted_;
        batches_.push_back(batch);
        queue_.insert(queue_.end(), writes.begin(), writes.end());
    }
    work_.notify_one();
}

void WriteThread::collect(std::vector<Commit>& ended) {
    const std::lock_guard lock{mutex_};
    ended.insert(ended.end(), commits_.begin(), commits_.end());
    commits_.clear();
}

StoreHealth WriteThread::health() const {
    const std::lock_guard lock{mutex_};
    return health_locked();
}

StoreHealth WriteThread::health_locked() const {
    if (failed_) return StoreHealth::failed;
    const bool behind = queue_.size() + writes_under_way_ > options_.queued_writes_max;
    return disk_full_ || behind ? StoreHealth::full : StoreHealth::accepting;
}

std::string WriteThread::failure() const {
    const std::lock_guard lock{mutex_};
    return failure_;
}

std::uint64_t WriteThread::submitted() const {
    const std::lock_guard lock{mutex_};
    return batches_submitted_;
}

bool WriteThread::await(std::uint64_t submitted) {
    std::unique_lock lock{mutex_};
    ended_.wait(lock, [&] { return failed_ || batches_ended_ >= submitted; });
    return !failed_;
}

void WriteThread::run() {
    std::vector<Write> writes;
    std::vector<BatchId> batches;
    int transactions = 0;  // since the index was brought on
    std::unique_lock lock{mutex_};
    while (true) {
        look_at_disk(lock);
        const auto has_work = [&] { return stopping_ || !batches_.empty(); };
        const bool is_behind = !failed_ && !disk_full_ && writer_->is_index_behind();
        const auto wait = is_behind ? index_after : disk_look_every;
        const bool has_writes = work_.wait_for(lock, wait, has_work);
        if (is_behind && !stopping_ && (!has_writes || transactions >= index_every)) {
            index_some(lock);
            transactions = 0;
        }
        if (!has_writes) continue;
        if (batches_.empty()) break;
        writes.clear();
        batches.clear();
        writes.swap(queue_);
        batches.swap(batches_);
        writes_under_way_ = writes.size();
        const bool lost = failed_;
        lock.unlock();
        const bool durable = !lost && store(writes);
        lock.lock();
        writes_under_way_ = 0;
        end_batches(batches, durable ? CommitResult::durable : CommitResult::failed);
        ++transactions;
        if (durable) checkpoint(lock);
    }
    lock.unlock();
    writer_.reset();
}

// Holds the lock when it comes and when it goes.
void WriteThread::look_at_disk(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    const std::optional<std::uint64_t> free = options_.free_bytes();
    lock.lock();
    if (!free) return;
    const std::uint64_t least = options_.free_bytes_min + (disk_full_ ? free_bytes_slack : 0);
    const bool full = *free < least;
    if (full == disk_full_) return;
    disk_full_ = full;
    options_.wake();
}

bool WriteThread::store(std::span<const Write> writes) {
    Writer::Begin begun = writer_->begin();
    while (begun == Writer::Begin::busy) begun = writer_->begin();  // each waits for some seconds
    if (begun == Writer::Begin::begun && writer_->apply(writes) && writer_->commit()) return true;
    fail();
    return false;
}

// Holds the lock when it comes and when it goes.
void WriteThread::checkpoint(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    if (!writer_->checkpoint_if_due()) fail();
    lock.lock();
    if (failed_) options_.wake();
}

// Holds the lock when it comes and when it goes.
void WriteThread::index_some(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    const Writer::Begin begun = writer_->begin();
    const bool busy = begun == Writer::Begin::busy;  // then another time
    const bool done = begun == Writer::Begin::begun && writer_->index_some() && writer_->commit();
    if (!busy && (!done || !writer_->checkpoint_if_due())) fail();
    lock.lock();
    if (failed_) options_.wake();
}

// What a failed write has left on the disk nobody knows, so it is never tried again. The next start
// finds each batch there wholly or not at all.
void WriteThread::fail() {
    std::string why = writer_->error();
    writer_->give_up();
    const std::lock_guard lock{mutex_};
    failed_ = true;
    failure_ = std::move(why);
}

void WriteThread::end_batches(std::span<const BatchId> batches, CommitResult result) {
    for (const BatchId batch : batches) commits_.push_back({batch, result});
    batches_ended_ += batches.size();
    ended_.notify_all();
    options_.wake();
}

}  // namespace brusio::sqlite
