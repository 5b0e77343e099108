#include "storage/sqlite/sqlite_store.h"

#include <utility>

#include "storage/sqlite/schema.h"

namespace brusio::sqlite {

Result<std::unique_ptr<SqliteStore>, std::string> SqliteStore::open(Options options) {
    auto folder = DataFolder::open(options.folder, DataFolder::Use::serve);
    if (!folder) return Err{folder.error()};
    std::unique_ptr<SqliteStore> store{new SqliteStore{std::move(folder).value()}};
    const DataFolder& files = store->folder_;
    if (!files.mended().empty()) {
        options.writer.watcher.tell(
            {OpeningNews::Kind::warning, "data_directory_closed", files.mended()});
    }
    auto writer = Writer::open(files, options.writer);
    if (!writer) return Err{writer.error()};
    store->kept_ = writer.value()->take_kept();
    store->epoch_ = writer.value()->epoch();
    std::vector<std::unique_ptr<Reader>> readers;
    while (readers.size() < options.readers) {
        auto database = Database::open(files.database_path(), {Access::read, options.writer.vfs});
        if (!database) return Err{refusal(files.database_path(), database.error(), nullptr)};
        readers.push_back(std::make_unique<Reader>(std::move(database).value()));
    }
    if (!options.free_bytes) options.free_bytes = [&files] { return files.free_bytes(); };
    store->writes_ = std::make_unique<WriteThread>(
        std::move(writer).value(),
        WriteThread::Options{options.free_bytes_min, options.queued_writes_max,
                             std::move(options.free_bytes), options.wake});
    WriteThread& writes = *store->writes_;
    store->reads_ = std::make_unique<ReadPool>(
        std::move(readers),
        ReadPool::Options{[&writes](std::uint64_t ticket) { return writes.await(ticket); },
                          std::move(options.wake)});
    return store;
}

void SqliteStore::submit(BatchId batch, std::span<const Write> writes) {
    writes_->submit(batch, writes);
}

void SqliteStore::collect(std::vector<Commit>& ended) { writes_->collect(ended); }

void SqliteStore::ask(Question question) { reads_->ask(std::move(question), writes_->submitted()); }

void SqliteStore::collect_answers(std::vector<QueryAnswer>& answers) { reads_->collect(answers); }

StoreHealth SqliteStore::health() const { return writes_->health(); }

}  // namespace brusio::sqlite
