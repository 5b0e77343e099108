#include "storage/client/client_schema.h"

#include <array>

namespace brusio::client_sqlite {

namespace {

// "brus" in ASCII: whose file it is (https://sqlite.org/fileformat.html, section 1.3.17).
constexpr std::int64_t application_id = 0x62727573;

// Step n makes version n + 1 of version n. A step that was shipped is never changed.
constexpr std::array<const char*, 1> steps{{R"sql(
    CREATE TABLE places(
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind INTEGER NOT NULL,
        read_up_to INTEGER NOT NULL, read_ms INTEGER NOT NULL, told_ms INTEGER NOT NULL,
        topic TEXT, rows_count INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE rows(
        place INTEGER NOT NULL, id INTEGER NOT NULL, kind INTEGER NOT NULL, origin INTEGER NOT NULL,
        flags INTEGER NOT NULL, time_ms INTEGER NOT NULL, msgid TEXT NOT NULL, sender TEXT NOT NULL,
        account TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, target TEXT NOT NULL,
        reply_to TEXT NOT NULL, client_id TEXT NOT NULL, tags TEXT NOT NULL,
        gap_from TEXT NOT NULL, PRIMARY KEY(place, id)) WITHOUT ROWID;
    CREATE TABLE unsent(
        id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, state INTEGER NOT NULL,
        failure INTEGER NOT NULL, time_ms INTEGER NOT NULL, sender TEXT NOT NULL,
        text TEXT NOT NULL, target TEXT NOT NULL, reply_to TEXT NOT NULL, client_id TEXT NOT NULL,
        failure_text TEXT NOT NULL);
    CREATE TABLE drafts(key TEXT PRIMARY KEY, text TEXT NOT NULL);
    CREATE UNIQUE INDEX rows_by_msgid ON rows(place, msgid) WHERE msgid <> '';
    CREATE INDEX rows_by_id ON rows(id);
    CREATE INDEX rows_by_time ON rows(time_ms);
    CREATE TRIGGER row_added AFTER INSERT ON rows BEGIN
        UPDATE places SET rows_count = rows_count + 1 WHERE id = NEW.place; END;
    CREATE TRIGGER row_gone AFTER DELETE ON rows BEGIN
        UPDATE places SET rows_count = rows_count - 1 WHERE id = OLD.place; END;
    PRAGMA application_id = 1651668339;
    PRAGMA user_version = 1;
)sql"}};
static_assert(application_id == 1651668339);

/// What is deleted or changed is overwritten; what was written is in the order of writing after a
/// power cut, though the last of it may be missing.
constexpr const char* settings = R"sql(
    PRAGMA secure_delete = ON;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA journal_size_limit = 1048576;
    PRAGMA cache_size = -4000;
)sql";

SchemaState failure(const sqlite::Database& database) {
    return database.is_damaged() ? SchemaState::foreign : SchemaState::failed;
}

}  // namespace

int schema_version() { return static_cast<int>(steps.size()); }

SchemaState prepare_schema(sqlite::Database& database) {
    constexpr std::int64_t unreadable = -1;
    const std::int64_t version = database.number(unreadable, "PRAGMA user_version");
    if (version == unreadable) return failure(database);
    const std::int64_t owner = database.number(unreadable, "PRAGMA application_id");
    const bool is_empty = database.number(1, "SELECT count(*) FROM sqlite_schema") == 0;
    if (owner != application_id && !(is_empty && version == 0)) return SchemaState::foreign;
    if (version > schema_version()) return SchemaState::newer;
    if (!database.execute(settings)) return failure(database);
    for (auto step = static_cast<std::size_t>(version); step < steps.size(); ++step) {
        if (!database.execute("BEGIN IMMEDIATE")) return failure(database);
        if (database.execute(steps[step]) && database.execute("COMMIT")) continue;
        const SchemaState why = failure(database);
        database.execute("ROLLBACK");
        return why;
    }
    return SchemaState::ready;
}

}  // namespace brusio::client_sqlite
