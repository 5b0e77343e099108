#include "storage/sqlite/writer.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "storage/sqlite/copy_before_migration.h"
#include "storage/sqlite/kept_rows.h"
#include "storage/sqlite/schema.h"

namespace brusio::sqlite {

namespace {

// So many go into the index at a time, which takes a few milliseconds.
constexpr std::uint64_t index_entries = 256;

/// A file in which nobody has written yet is a new store only if there was none before.
Result<Done, std::string> check_beginning(Database& file, const DataFolder& folder) {
    const auto mark = read_mark(file);
    if (!mark || mark->version > 0) return Done{};
    if (std::string loss = folder.loss(); !loss.empty()) return Err{std::move(loss)};
    return Done{};
}

}  // namespace

Result<std::unique_ptr<Writer>, std::string> Writer::open(const DataFolder& folder,
                                                          const Options& options) {
    const std::string path = folder.database_path();
    auto database = Database::open(path, {Access::write, options.vfs});
    if (!database) return Err{refusal(path, database.error(), nullptr)};
    std::unique_ptr<Writer> writer{new Writer{std::move(database).value()}};
    Database& file = *writer->database_;
    if (auto known = check_mark(file, path); !known) return Err{known.error()};
    if (auto begun = check_beginning(file, folder); !begun) return Err{begun.error()};
    if (!writer->prepare(options)) return Err{refusal(path, file.error(), &file)};
    const auto copy_first = [&](int version) {
        return copy_before_migration(file, folder, version, options.watcher);
    };
    if (auto migrated = migrate(file, copy_first, options.watcher); !migrated) {
        return Err{refusal(path, migrated.error(), &file)};
    }
    auto kept = read_kept(file);
    if (!kept) return Err{refusal(path, kept.error(), &file)};
    writer->kept_ = std::move(kept).value();
    if (!writer->take_epoch(options.epoch)) return Err{refusal(path, file.error(), &file)};
    writer->words_ = std::make_unique<WordIndex>(file, writer->kept_);
    writer->rows_ = std::make_unique<WriteRows>(file, *writer->words_);
    return writer;
}

bool Writer::prepare(const Options& options) {
    checkpoint_pages_ = options.checkpoint_pages;
    count_log_pages();
    return database_->execute("PRAGMA journal_mode = WAL") &&
           database_->execute("PRAGMA synchronous = FULL") &&
           // What was redacted or forgotten is overwritten: no free page has it any more.
           database_->execute("PRAGMA secure_delete = ON") &&
           database_->execute("PRAGMA cache_size = -16000") &&
           database_->execute("PRAGMA journal_size_limit = 67108864");
}

// In place of SQLite's own checkpoints, which come before the commit is known and say nothing when
// the disk fails.
void Writer::count_log_pages() {
    const auto counted = [](void* self, sqlite3*, const char*, int pages) {
        static_cast<Writer*>(self)->log_pages_ = static_cast<std::uint32_t>(pages);
        return SQLITE_OK;
    };
    sqlite3_wal_hook(database_->handle(), counted, this);
}

bool Writer::checkpoint_if_due() {
    if (log_pages_ < checkpoint_pages_) return true;
    // Readers are not waited for: what they still need stays in the log until the next time.
    const int result = sqlite3_wal_checkpoint_v2(database_->handle(), nullptr,
                                                 SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return result == SQLITE_OK || (result & 0xff) == SQLITE_BUSY;
}

bool Writer::take_epoch(std::uint64_t proposed) {
    epoch_ = std::max(proposed, read_counter(*database_, "epoch") + 1);
    return save_counter(*database_, "epoch", epoch_);
}

Writer::Begin Writer::begin() {
    if (database_->execute("BEGIN IMMEDIATE")) return Begin::begun;
    return (sqlite3_errcode(database_->handle()) & 0xff) == SQLITE_BUSY ? Begin::busy
                                                                        : Begin::failed;
}

bool Writer::apply(std::span<const Write> writes) {
    return std::all_of(writes.begin(), writes.end(),
                       [this](const Write& write) { return rows_->apply(write); });
}

bool Writer::index_some() { return words_->put_in_some(index_entries); }

bool Writer::commit() { return database_->execute("COMMIT"); }

void Writer::give_up() {
    database_->execute("ROLLBACK");
    sqlite3_db_config(database_->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

}  // namespace brusio::sqlite
