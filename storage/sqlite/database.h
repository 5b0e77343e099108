#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/base/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace brusio::sqlite {

/// What a connection may do to its file. `read` never writes, not even a checkpoint: Debian's
/// SQLite 3.40.1 may damage a file to which two connections do either.
/// `lying` is for a file that nobody writes to, such as a backup: nothing is made beside it, not
/// even a lock.
enum class Access : std::uint8_t { write, read, lying };

/// The answer to one statement, row by row; the statement can be used again when this is gone.
/// Columns count from 0.
class Rows {
 public:
    explicit Rows(sqlite3_stmt* statement) : statement_(statement) {}
    ~Rows();
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    /// True if there is another row; false at the end and after an error.
    bool next();
    /// True if all went well so far.
    [[nodiscard]] bool ok() const { return ok_; }

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t number(int column) const;
    /// NULL is an empty text.
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] WallTime time(int column) const { return WallTime{integer(column)}; }
    template <class IdType>
    [[nodiscard]] IdType id(int column) const {
        return IdType{number(column)};
    }

 private:
    sqlite3_stmt* statement_;
    bool ok_ = true;
};

/// One connection to one file, used by one thread at a time. Errors are values; nothing throws.
/// Statements are prepared once and kept, by the address of their text: pass literals.
class Database {
 public:
    struct Options {
        Access access = Access::read;
        const char* vfs = nullptr;  // the name of a registered one; null: the system's
    };
    /// The file must exist (an empty one is an empty store). The error is what SQLite says.
    static Result<std::unique_ptr<Database>, std::string> open(const std::string& path,
                                                               const Options& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs one or more statements without arguments.
    bool execute(const char* sql);
    /// Runs one statement with its arguments, and does not look at rows.
    template <class... Args>
    bool run(const char* sql, const Args&... args) {
        Rows rows = query(sql, args...);
        while (rows.next()) continue;
        return rows.ok();
    }
    /// The texts among the arguments must live as long as the rows do.
    template <class... Args>
    Rows query(const char* sql, Args&&... args) {
        static_assert((!is_passing_text<Args> && ...),
                      "name the text, so that it outlives the rows");
        sqlite3_stmt* statement = prepared(sql);
        [[maybe_unused]] int place = 0;
        (bind(statement, ++place, args), ...);
        return Rows{statement};
    }
    /// The first column of the first row as a number; `otherwise` if there is none.
    template <class... Args>
    std::int64_t number(std::int64_t otherwise, const char* sql, const Args&... args) {
        Rows rows = query(sql, args...);
        return rows.next() ? rows.integer(0) : otherwise;
    }

    /// What SQLite says about the last error.
    [[nodiscard]] std::string error() const;
    /// True if the last error says that the file is damaged or is no database.
    [[nodiscard]] bool is_damaged() const;
    [[nodiscard]] sqlite3* handle() { return handle_; }

 private:
    /// True for a text that is gone at the end of the expression.
    template <class Arg>
    static constexpr bool is_passing_text =
        std::is_same_v<Arg, std::string> || std::is_same_v<Arg, Folded>;

    explicit Database(sqlite3* handle) : handle_(handle) {}

    sqlite3_stmt* prepared(const char* sql);
    static void bind(sqlite3_stmt* statement, int place, std::int64_t value);
    static void bind(sqlite3_stmt* statement, int place, std::uint64_t value);
    static void bind(sqlite3_stmt* statement, int place, std::uint32_t value);
    static void bind(sqlite3_stmt* statement, int place, bool value);
    static void bind(sqlite3_stmt* statement, int place, std::string_view value);
    static void bind(sqlite3_stmt* statement, int place, const std::string& value) {
        bind(statement, place, std::string_view{value});
    }
    static void bind(sqlite3_stmt* statement, int place, const Folded& value) {
        bind(statement, place, std::string_view{value.text});
    }
    static void bind(sqlite3_stmt* statement, int place, WallTime value) {
        bind(statement, place, value.unix_ms);
    }
    template <class Tag>
    static void bind(sqlite3_stmt* statement, int place, Id<Tag> value) {
        bind(statement, place, value.value);
    }

    sqlite3* handle_;
    std::unordered_map<const char*, sqlite3_stmt*> statements_;
};

}  // namespace brusio::sqlite
