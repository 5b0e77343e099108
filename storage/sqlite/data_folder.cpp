#include "storage/sqlite/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace brusio::sqlite {

namespace {

constexpr ::mode_t folder_mode = 0700;
constexpr ::mode_t file_mode = 0600;

std::string sentence(const std::string& what) { return what + ": " + std::strerror(errno); }

/// Makes the directory and those above it, each for the owner alone.
bool make_folders(const std::filesystem::path& path) {
    std::filesystem::path grown;
    for (const std::filesystem::path& part : path) {
        grown /= part;
        if (::mkdir(grown.c_str(), folder_mode) == 0) {
            sync_folder(grown.has_parent_path() ? grown.parent_path().string() : ".");
        } else if (errno != EEXIST && errno != EROFS && errno != EACCES) {
            return false;
        }
    }
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return false;
    if (!S_ISDIR(found.st_mode)) errno = ENOTDIR;
    return S_ISDIR(found.st_mode);
}

std::string holder_of(int lock) {
    char text[32];
    const ssize_t size = ::pread(lock, text, sizeof text, 0);
    return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : std::string{"unknown"};
}

/// The locked descriptor; the error is a sentence.
Result<int, std::string> lock_folder(const std::string& folder) {
    const std::string path = folder + "/brusio.lock";
    const int lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, file_mode);
    if (lock < 0) return Err{sentence("cannot write to the data directory " + folder)};
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const std::string holder = holder_of(lock);
        ::close(lock);
        return Err{"another brusiod (process " + holder + ") uses the data directory " + folder};
    }
    const std::string pid = std::to_string(::getpid());
    const bool noted = ::ftruncate(lock, 0) == 0 && ::pwrite(lock, pid.data(), pid.size(), 0) ==
                                                        static_cast<ssize_t>(pid.size());
    if (noted) return lock;
    std::string error = sentence("cannot write to the data directory " + folder);
    ::close(lock);
    return Err{std::move(error)};
}

}  // namespace

bool sync_folder(const std::string& path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
}

bool make_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, file_mode);
    if (file < 0) return false;
    ::close(file);
    const std::string folder = std::filesystem::path{path}.parent_path().string();
    return sync_folder(folder.empty() ? "." : folder);
}

Result<DataFolder, std::string> DataFolder::open(const std::string& path, Use use) {
    if (use == Use::look) {
        const std::string file = path + "/brusio.db";
        if (::access(file.c_str(), R_OK) == 0) return DataFolder{path, -1};
        return Err{sentence("there is no store to read in " + path)};
    }
    if (!make_folders(path)) return Err{sentence("cannot make the data directory " + path)};
    auto lock = lock_folder(path);
    if (!lock) return Err{lock.error()};
    DataFolder folder{path, lock.value()};
    if (!make_private_file(folder.database_path())) {
        return Err{sentence("cannot write to the data directory " + path)};
    }
    return folder;
}

DataFolder::~DataFolder() {
    if (lock_ >= 0) ::close(lock_);
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

std::string DataFolder::copy_path(int version) const {
    return path_ + "/brusio-before-version-" + std::to_string(version + 1) + ".db";
}

std::optional<std::uint64_t> DataFolder::free_bytes() const {
    struct statvfs disk {};
    if (::statvfs(path_.c_str(), &disk) != 0) return std::nullopt;
    return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

}  // namespace brusio::sqlite
