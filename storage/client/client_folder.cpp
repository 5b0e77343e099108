#include "storage/client/client_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "storage/sqlite/private_file.h"

namespace brusio::client_sqlite {

namespace {

using Refusal = ClientFolder::Refusal;

constexpr ::mode_t own_folder = 0700;
constexpr ::mode_t own_file = 0600;

Refusal refusal(const std::string& path) {
    return {client::StoreTrouble::unwritable, path + ": " + std::strerror(errno)};
}

bool make_own_folder(const std::string& path) {
    std::error_code error;
    const std::filesystem::path above = std::filesystem::path{path}.parent_path();
    if (!above.empty()) std::filesystem::create_directories(above, error);
    if (::mkdir(path.c_str(), own_folder) == 0) return true;
    return errno == EEXIST && ::chmod(path.c_str(), own_folder) == 0;
}

std::string damage_mark(const std::string& path) { return path + "/damaged"; }

}  // namespace

Result<ClientFolder, Refusal> ClientFolder::open(const std::string& path) {
    if (!make_own_folder(path)) return Err{refusal(path)};
    const std::string lock_path = path + "/lock";
    const int lock = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, own_file);
    if (lock < 0) return Err{refusal(lock_path)};
    ClientFolder folder{path, lock};
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        return Err{Refusal{client::StoreTrouble::in_use, path}};
    }
    const auto owner = sqlite::owner_of(path);
    const std::string file = folder.database_path();
    const bool made = owner && sqlite::make_private_file(file, *owner);
    if (!made || ::chmod(file.c_str(), own_file) != 0) return Err{refusal(file)};
    return folder;
}

ClientFolder::~ClientFolder() {
    if (lock_ >= 0) ::close(lock_);
}

ClientFolder::ClientFolder(ClientFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

std::string ClientFolder::put_aside() const {
    constexpr int tries_max = 1'000;
    const std::string file = database_path();
    for (int number = 1; number <= tries_max; ++number) {
        const std::string aside = path_ + "/client-damaged-" + std::to_string(number) + ".db";
        if (sqlite::file_size(aside)) continue;
        // The log belongs to its file: under its own name it would be taken for the new one's.
        if (::rename(file.c_str(), aside.c_str()) != 0) return {};
        ::rename((file + "-wal").c_str(), (aside + "-wal").c_str());
        ::unlink((file + "-shm").c_str());
        const auto owner = sqlite::owner_of(path_);
        return owner && sqlite::make_private_file(file, *owner) ? aside : std::string{};
    }
    return {};
}

void ClientFolder::note_damage() const {
    if (const auto owner = sqlite::owner_of(path_)) {
        sqlite::make_private_file(damage_mark(path_), *owner);
    }
}

bool ClientFolder::take_noted_damage() const { return ::unlink(damage_mark(path_).c_str()) == 0; }

bool remove_folder(const std::string& path) {
    std::error_code error;
    std::filesystem::remove_all(path, error);
    if (error) errno = error.value();
    return !error;
}

}  // namespace brusio::client_sqlite
