#include "storage/client/sqlite_client_store.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <variant>

#include "storage/client/client_rows.h"
#include "storage/client/client_schema.h"

namespace brusio::client_sqlite {

using client::OpenedStore;
using client::StoreTrouble;
using sqlite::Database;

namespace {

/// Whether something that was kept goes with this write, and must not stay in the log of the file.
bool erases(const client::StoreWrite& write) {
    if (const auto* kept = std::get_if<client::KeepRow>(&write)) return kept->row.redacted;
    return std::holds_alternative<client::DropRow>(write) ||
           std::holds_alternative<client::RedactRow>(write) ||
           std::holds_alternative<client::TrimRows>(write);
}

bool holds_unsent(const client::StoreWrite& write) {
    return std::holds_alternative<client::KeepUnsent>(write);
}

struct Opened {
    std::unique_ptr<Database> database;
    SchemaState state = SchemaState::failed;
    std::string error;
};

Opened open_database(const std::string& path) {
    auto opened = Database::open(path, {sqlite::Access::write, nullptr});
    if (!opened) return {nullptr, SchemaState::failed, opened.error()};
    Opened result;
    result.database = std::move(opened).value();
    result.state = prepare_schema(*result.database);
    if (result.state != SchemaState::ready) result.error = result.database->error();
    return result;
}

}  // namespace

OpenedStore SqliteClientStore::open(const std::string& path) {
    auto folder = ClientFolder::open(path);
    if (!folder) return {nullptr, folder.error().trouble, folder.error().detail};
    const std::string file = folder->database_path();
    Opened opened;
    if (!folder->take_noted_damage()) {
        opened = open_database(file);
    } else {
        opened.state = SchemaState::foreign;
    }
    OpenedStore result;
    if (opened.state == SchemaState::foreign) {
        opened.database.reset();
        result.trouble = StoreTrouble::damaged;
        result.detail = folder->put_aside();
        if (result.detail.empty()) {
            return {nullptr, StoreTrouble::unwritable, file + ": " + std::strerror(errno)};
        }
        opened = open_database(file);
    }
    if (opened.state == SchemaState::newer) return {nullptr, StoreTrouble::newer, file};
    if (opened.state != SchemaState::ready) {
        return {nullptr, StoreTrouble::unwritable, file + ": " + opened.error};
    }
    result.store.reset(
        new SqliteClientStore(std::move(folder).value(), std::move(opened.database)));
    return result;
}

bool SqliteClientStore::write(std::span<const client::StoreWrite> writes) {
    Database& database = *database_;
    // What is about to leave is on the disk before; of the rest the order is enough.
    const bool syncs = std::any_of(writes.begin(), writes.end(), holds_unsent);
    const char* const care = syncs ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL";
    if (!database.execute(care) || !database.execute("BEGIN IMMEDIATE")) {
        note_if_damaged();
        return false;
    }
    const bool taken = std::all_of(writes.begin(), writes.end(), [&](const auto& write) {
        return std::visit([&](const auto& one) { return apply(database, one); }, write);
    });
    if (!taken || !database.execute("COMMIT")) {
        note_if_damaged();
        database.execute("ROLLBACK");
        return false;
    }
    if (std::any_of(writes.begin(), writes.end(), erases)) {
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return true;
}

client::StoredRows SqliteClientStore::read(const client::ReadRows& question) {
    client::StoredRows answer = read_rows(*database_, question);
    note_if_damaged();
    return answer;
}

client::StoredBounds SqliteClientStore::bounds() { return read_bounds(*database_); }

std::vector<client::Message> SqliteClientStore::unsent() { return read_unsent(*database_); }

std::vector<client::KeepDraft> SqliteClientStore::drafts() { return read_drafts(*database_); }

void SqliteClientStore::note_if_damaged() {
    if (damage_noted_ || !database_->is_damaged()) return;
    damage_noted_ = true;
    folder_.note_damage();
}

}  // namespace brusio::client_sqlite
