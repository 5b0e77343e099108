#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "core/base/result.h"
#include "core/ports/store.h"
#include "storage/sqlite/data_folder.h"
#include "storage/sqlite/database.h"
#include "storage/sqlite/opening_news.h"
#include "storage/sqlite/write_rows.h"

namespace brusio::sqlite {

/// The one connection that writes and checkpoints. Used by one thread at a time.
class Writer {
 public:
    struct Options {
        const char* vfs = nullptr;               // the name of a registered one
        std::uint32_t checkpoint_pages = 1'000;  // of the log, before it is carried into the file
        std::uint64_t epoch = 1;                 // of this start, if it is greater than all before
        OpeningWatcher watcher;
    };
    /// Brings the file in order and up to this version. The error is a sentence.
    [[nodiscard]] static Result<std::unique_ptr<Writer>, std::string> open(const DataFolder& folder,
                                                                           const Options& options);

    /// What the file held when it was opened. Once.
    [[nodiscard]] Kept take_kept() { return std::move(kept_); }
    /// Names this start; greater than that of every start before it.
    [[nodiscard]] std::uint64_t epoch() const { return epoch_; }

    enum class Begin : std::uint8_t { begun, busy, failed };
    /// `busy`: somebody else writes to the file, and nothing has happened.
    Begin begin();
    bool apply(std::span<const Write> writes);
    /// True once everything since `begin` is durable. After a failure nobody can tell what became
    /// of it: the writer is of no more use.
    bool commit();
    /// True if there are messages that cannot be searched for yet.
    [[nodiscard]] bool is_index_behind() const { return words_->is_behind(); }
    /// Makes some more of them known to the index. Needs `is_index_behind` and a transaction that
    /// was begun.
    bool index_some();
    /// Ends what `begin` began, and leaves the files alone from now on.
    void give_up();
    /// Carries the log into the file if it has grown long. False if the disk failed: then, as after
    /// a failed commit, the writer is of no more use.
    bool checkpoint_if_due();
    [[nodiscard]] std::string error() const { return database_->error(); }

 private:
    explicit Writer(std::unique_ptr<Database> database) : database_(std::move(database)) {}

    bool prepare(const Options& options);
    bool take_epoch(std::uint64_t proposed);
    void count_log_pages();

    std::unique_ptr<Database> database_;
    std::unique_ptr<WordIndex> words_;
    std::unique_ptr<WriteRows> rows_;
    Kept kept_;
    std::uint64_t epoch_ = 0;
    std::uint32_t checkpoint_pages_ = 0;
    std::uint32_t log_pages_ = 0;  // after the last commit
};

}  // namespace brusio::sqlite
