#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/base/keyed_random.h"

struct sqlite3_vfs;

namespace brusio::sqlite {

/// What was done to the files of a store, in order.
struct DiskOperation {
    enum class Kind : std::uint8_t { write, truncate, sync, remove, note };

    Kind kind = Kind::note;
    std::string file;          // its name without the folder
    std::uint64_t offset = 0;  // of a write in bytes; the size after a truncate; of a note: which
    std::string bytes;         // of a write
};

/// A disk under SQLite that writes down what is done to it, and fails when it is told to. The files
/// are real ones; nothing is really synced. Registered under its name as long as it lives.
class PowerVfs {
 public:
    enum class Record : std::uint8_t { on, off };
    explicit PowerVfs(std::string name, Record record = Record::on);
    ~PowerVfs();
    PowerVfs(const PowerVfs&) = delete;
    PowerVfs& operator=(const PowerVfs&) = delete;

    [[nodiscard]] const char* name() const { return name_.c_str(); }
    /// Something that happened at this moment.
    void note(std::uint64_t number);
    [[nodiscard]] std::vector<DiskOperation> operations() const;

    /// From the `after`-th operation of that kind from now on (counted from 1), that kind ends with
    /// the SQLite error `code`; once, or from then on for ever.
    enum class Lasting : std::uint8_t { once, for_ever };
    void fail(DiskOperation::Kind kind, std::uint64_t after, int code, Lasting lasting);
    /// True if the disk has failed at least once since it was told to.
    [[nodiscard]] bool has_failed() const;
    void heal();

    // For the functions that SQLite calls: SQLITE_OK, or what went wrong.
    int done(DiskOperation operation);

 private:
    struct Fault {
        DiskOperation::Kind kind;
        std::uint64_t left;
        int code;
        Lasting lasting;
    };

    std::string name_;
    Record record_;
    std::unique_ptr<sqlite3_vfs> vfs_;
    mutable std::mutex mutex_;
    std::vector<DiskOperation> operations_;
    std::optional<Fault> fault_;
    bool failed_ = false;
};

/// What a disk may hold after the power went: all that was synced, and of the rest a part that
/// chance decides, sector by sector.
class DiskModel {
 public:
    enum class Syncs : std::uint8_t { hold, lie };
    /// `lie`: a disk that calls synced what is not, to see that a test notices.
    explicit DiskModel(Syncs syncs = Syncs::hold) : syncs_(syncs) {}

    void apply(const DiskOperation& operation);
    /// File names and their contents. `seed` and `cut` decide what is left of the rest.
    [[nodiscard]] std::map<std::string, std::string> after_power_cut(std::uint64_t seed,
                                                                     std::uint64_t cut) const;

 private:
    struct File {
        bool is_durable = false;  // its name is
        std::string synced;
        std::vector<DiskOperation> pending;
    };

    Syncs syncs_;
    std::map<std::string, File> files_;
};

}  // namespace brusio::sqlite
