#pragma once

#include <string>

#include "core/base/result.h"
#include "core/client/client_store.h"

namespace brusio::client_sqlite {

/// A folder of one account on one server: mode 0700, its files 0600, held by one program at a time.
class ClientFolder {
 public:
    struct Refusal {
        client::StoreTrouble trouble = client::StoreTrouble::unwritable;
        std::string detail;
    };

    /// Makes the folder (and those above it), the lock and an empty database, unless they are
    /// there.
    [[nodiscard]] static Result<ClientFolder, Refusal> open(const std::string& path);
    ~ClientFolder();
    ClientFolder(ClientFolder&& other) noexcept;
    ClientFolder& operator=(ClientFolder&&) = delete;

    [[nodiscard]] std::string database_path() const { return path_ + "/client.db"; }
    /// Gives the database another name beside it, and makes an empty one. What the old one is
    /// called now; "" with errno if that cannot be done.
    [[nodiscard]] std::string put_aside() const;
    /// Notes that the database cannot be read, for the next open; whether that was noted, and is
    /// not any more.
    void note_damage() const;
    [[nodiscard]] bool take_noted_damage() const;

 private:
    ClientFolder(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}

    std::string path_;
    int lock_;  // descriptor of the locked file
};

/// Removes a folder with all that is in it, overwritten by nothing: what a disk keeps of a removed
/// file is its own affair. False with errno; a folder that is not there is no failure. Nobody may
/// have it open.
bool remove_folder(const std::string& path);

}  // namespace brusio::client_sqlite
