#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "storage/sqlite/private_file.h"

namespace brusio::sqlite {

/// A directory that holds one store, for its owner alone: mode 0700, files 0600. What root makes in
/// it belongs to the directory's owner.
class DataFolder {
 public:
    enum class Use : std::uint8_t {
        serve,  // makes what is not there, and keeps every other server out
        hold,   // keeps servers out; makes the directory, no store
        look,   // changes nothing
    };

    /// The error is a sentence. To `serve`, a directory that others may read is closed to them, and
    /// one is refused that shows signs of a store which is not there.
    [[nodiscard]] static Result<DataFolder, std::string> open(const std::string& path, Use use);
    ~DataFolder();
    DataFolder(DataFolder&& other) noexcept;
    DataFolder& operator=(DataFolder&&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string database_path() const { return path_ + "/brusio.db"; }
    /// A copy of the database of an older version, made before it is migrated. `attempt` counts
    /// from 1: there may be earlier ones of other stores.
    [[nodiscard]] std::string copy_path(int version, int attempt) const;
    [[nodiscard]] const Owner& owner() const { return owner_; }
    /// Bytes that this program may still write to that disk; none if it cannot be told.
    [[nodiscard]] std::optional<std::uint64_t> free_bytes() const;
    /// A sentence if others could read the directory until now, else empty.
    [[nodiscard]] const std::string& mended() const { return mended_; }
    /// Why an empty store must not be taken for a first one: a sentence that names the sign of an
    /// earlier one, or nothing.
    [[nodiscard]] std::string loss() const;

 private:
    DataFolder(std::string path, const Owner& owner, int lock)
        : path_(std::move(path)), owner_(owner), lock_(lock) {}

    std::string path_;
    Owner owner_;
    int lock_;  // descriptor of the locked file, -1 if this only looks
    std::string mended_;
};

/// Notes that a start has got to its end, for `DataFolder::loss`. False with errno.
bool mark_started(const std::string& folder);

}  // namespace brusio::sqlite
