#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace brusio::sqlite {

/// A directory that holds one store, for its owner alone: mode 0700, files 0600.
class DataFolder {
 public:
    enum class Use : std::uint8_t {
        serve,  // makes what is not there, and keeps every other server out
        look,   // changes nothing
    };

    /// The error is a sentence.
    [[nodiscard]] static Result<DataFolder, std::string> open(const std::string& path, Use use);
    ~DataFolder();
    DataFolder(DataFolder&& other) noexcept;
    DataFolder& operator=(DataFolder&&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string database_path() const { return path_ + "/brusio.db"; }
    /// A copy of the database of an older version, made before it is migrated.
    [[nodiscard]] std::string copy_path(int version) const;
    /// Bytes that this program may still write to that disk; none if it cannot be told.
    [[nodiscard]] std::optional<std::uint64_t> free_bytes() const;

 private:
    DataFolder(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}

    std::string path_;
    int lock_;  // descriptor of the locked file, -1 if this only looks
};

/// Makes an empty file of mode 0600 unless there is one, and makes its name durable. False with
/// errno if that cannot be.
bool make_private_file(const std::string& path);
/// Makes the names in a directory durable. False with errno.
bool sync_folder(const std::string& path);

}  // namespace brusio::sqlite
