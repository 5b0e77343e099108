#include "tests/storage/sqlite/power_world.h"

#include <utility>

#include "storage/sqlite/verify.h"

namespace brusio::sqlite {

namespace {

constexpr ConversationId busy{1};
constexpr ConversationId calm{2};
// So few that the log is carried into the file again and again.
constexpr std::uint32_t checkpoint_pages = 20;

std::uint64_t busy_messages(std::uint64_t batch) { return batch % 7 + 1; }

Write said(ConversationId conversation, std::uint64_t seq, std::uint64_t batch) {
    AppendMessage write{conversation, {}};
    write.message.id = std::to_string(conversation.value) + "-" + std::to_string(seq);
    write.message.seq = seq;
    write.message.time = WallTime{static_cast<std::int64_t>(seq)};
    write.message.text = std::to_string(batch) + std::string(batch % 300, '.');
    return write;
}

std::string count_fault(Database& database, ConversationId conversation, std::uint64_t expected) {
    const auto found = static_cast<std::uint64_t>(
        database.number(0, "SELECT COUNT(*) FROM message WHERE conversation = ?", conversation));
    if (found == expected) return {};
    return std::to_string(found) + " messages where " + std::to_string(expected) + " were written";
}

}  // namespace

bool PowerWorld::open(const std::string& folder, PowerVfs& disk) {
    SqliteStore::Options options;
    options.folder = folder;
    options.writer.vfs = disk.name();
    options.writer.checkpoint_pages = checkpoint_pages;
    options.wake = [this] { bell_.ring(); };
    auto opened = SqliteStore::open(std::move(options));
    if (!opened) return false;
    store_ = std::move(opened).value();
    return true;
}

std::uint64_t PowerWorld::write(std::uint64_t count, PowerVfs& disk) {
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t batch = ++submitted_;
        std::vector<Write> writes;
        for (std::uint64_t k = 0; k < busy_messages(batch); ++k) {
            writes.push_back(said(busy, ++seqs_[0], batch));
        }
        writes.push_back(said(calm, ++seqs_[1], batch));
        RoomRecord room;
        room.id = calm;
        room.topic = std::to_string(batch);
        writes.push_back(SaveRoom{room});
        store_->submit(BatchId{batch}, writes);
    }
    std::vector<Commit> ended;
    while (ended.size() < count && bell_.await()) {
        const std::size_t before = ended.size();
        store_->collect(ended);
        for (std::size_t i = before; i < ended.size(); ++i) {
            if (ended[i].result != CommitResult::durable) continue;
            durable_ = ended[i].batch.value;
            disk.note(durable_);
        }
    }
    return durable_;
}

std::string PowerWorld::fault_in(const std::string& folder, std::uint64_t durable,
                                 const char* vfs_name) {
    auto files = DataFolder::open(folder, DataFolder::Use::serve);
    if (!files) return files.error();
    Writer::Options options;
    options.vfs = vfs_name;
    if (auto opened = Writer::open(files.value(), options); !opened) return opened.error();
    auto database = Database::open(files->database_path(), {Access::write, vfs_name});
    if (!database) return database.error();
    Database& store = *database.value();
    const auto batches =
        static_cast<std::uint64_t>(store.number(0, "SELECT topic FROM room WHERE id = ?", calm));
    if (batches < durable) {
        return "batch " + std::to_string(durable) + " was durable, " + std::to_string(batches) +
               " is the last that is there";
    }
    std::uint64_t expected = 0;
    for (std::uint64_t batch = 1; batch <= batches; ++batch) expected += busy_messages(batch);
    std::string fault = count_fault(store, busy, expected);
    if (fault.empty()) fault = count_fault(store, calm, batches);
    if (!fault.empty()) return fault;
    const Verdict verdict = verify(store);
    return verdict.faults.empty() ? std::string{} : verdict.faults.front();
}

}  // namespace brusio::sqlite
