#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/ports/store.h"
#include "storage/sqlite/data_folder.h"
#include "storage/sqlite/read_pool.h"
#include "storage/sqlite/write_thread.h"

namespace brusio::sqlite {

/// The store that outlives the program: one SQLite file in a directory of its own.
///
/// One thread writes, over the only connection that does; what it calls durable was synced to the
/// disk. A few threads read. Opening keeps every other server out of the directory; closing makes
/// durable what was submitted.
class SqliteStore final : public Store {
 public:
    struct Options {
        std::string folder;  // made if it is not there, mode 0700
        Writer::Options writer;
        std::size_t readers = 2;
        /// With less free on the disk, nothing more is accepted; what is under way still fits.
        std::uint64_t free_bytes_min = 64 * 1024 * 1024;
        /// With more than this waiting for the disk, nothing more is accepted.
        std::size_t queued_writes_max = 100'000;
        /// There is something to collect, or the health has changed. Called from other threads.
        std::function<void()> wake = [] {};
        /// What is free on the disk, for tests; empty: the system's answer.
        std::function<std::optional<std::uint64_t>()> free_bytes;
    };
    /// The error is a sentence for whoever runs the server, and says what to do.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>, std::string> open(Options options);

    void submit(BatchId batch, std::span<const Write> writes) override;
    void collect(std::vector<Commit>& ended) override;
    void ask(Question question) override;
    void collect_answers(std::vector<QueryAnswer>& answers) override;
    [[nodiscard]] StoreHealth health() const override;

    /// What the store held when it was opened.
    [[nodiscard]] const Kept& kept() const { return kept_; }
    /// Names this start of the server: greater than that of every start before it.
    [[nodiscard]] std::uint64_t epoch() const { return epoch_; }
    /// Why it has failed; empty while it has not.
    [[nodiscard]] std::string failure() const { return writes_->failure(); }

 private:
    explicit SqliteStore(DataFolder folder) : folder_(std::move(folder)) {}

    DataFolder folder_;
    Kept kept_;
    std::uint64_t epoch_ = 0;
    // The readers' connections close before the writer's, which is the last to leave.
    std::unique_ptr<WriteThread> writes_;
    std::unique_ptr<ReadPool> reads_;
};

}  // namespace brusio::sqlite
