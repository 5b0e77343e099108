#include "storage/sqlite/database.h"

#include <sqlite3.h>

#include <cctype>
#include <filesystem>

#include "core/base/assert.h"

namespace brusio::sqlite {

namespace {

// How long the one writer waits for a stranger (an operator's shell) to let go of the file.
constexpr int busy_wait_ms = 5'000;

/// The file as a URI (https://sqlite.org/uri.html) that says that nobody writes to it.
std::string lying_uri(const std::string& path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_') {
            uri += c;
        } else {
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return uri + "?immutable=1";
}

}  // namespace

Rows::~Rows() {
    if (statement_ == nullptr) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool Rows::next() {
    if (statement_ == nullptr) ok_ = false;
    if (!ok_) return false;
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    ok_ = result == SQLITE_DONE;
    return false;
}

std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::uint64_t Rows::number(int column) const { return static_cast<std::uint64_t>(integer(column)); }

std::string Rows::text(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    if (bytes == nullptr || size <= 0) return {};
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

Result<std::unique_ptr<Database>, std::string> Database::open(const std::string& path,
                                                              const Options& options) {
    const bool writes = options.access == Access::write;
    const bool lies = options.access == Access::lying;
    const int flags = (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
                      (lies ? SQLITE_OPEN_URI : 0) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3* handle = nullptr;
    const std::string name = lies ? lying_uri(path) : path;
    const int result = sqlite3_open_v2(name.c_str(), &handle, flags, options.vfs);
    std::unique_ptr<Database> database{new Database{handle}};
    if (result != SQLITE_OK) return Err{database->error()};
    sqlite3_busy_timeout(handle, busy_wait_ms);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (!writes) {
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        if (!database->execute("PRAGMA query_only = 1")) return Err{database->error()};
    }
    return database;
}

Database::~Database() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
}

bool Database::execute(const char* sql) {
    return sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::string Database::error() const { return sqlite3_errmsg(handle_); }

bool Database::is_damaged() const {
    const int code = sqlite3_errcode(handle_) & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

sqlite3_stmt* Database::prepared(const char* sql) {
    const auto [found, is_new] = statements_.try_emplace(sql, nullptr);
    if (found->second == nullptr) {
        sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &found->second, nullptr);
    }
    return found->second;
}

void Database::bind(sqlite3_stmt* statement, int place, std::int64_t value) {
    if (statement != nullptr) sqlite3_bind_int64(statement, place, value);
}

void Database::bind(sqlite3_stmt* statement, int place, std::uint64_t value) {
    BRUSIO_ASSERT(value <= INT64_MAX);
    bind(statement, place, static_cast<std::int64_t>(value));
}

void Database::bind(sqlite3_stmt* statement, int place, std::uint32_t value) {
    bind(statement, place, static_cast<std::int64_t>(value));
}

void Database::bind(sqlite3_stmt* statement, int place, bool value) {
    bind(statement, place, static_cast<std::int64_t>(value));
}

void Database::bind(sqlite3_stmt* statement, int place, std::string_view value) {
    if (statement == nullptr) return;
    // The texts of a call outlive its rows; an empty view may be null, which SQLite takes for NULL.
    const char* bytes = value.empty() ? "" : value.data();
    sqlite3_bind_text64(statement, place, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

}  // namespace brusio::sqlite
