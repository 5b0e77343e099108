#include "storage/sqlite/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <utility>

namespace brusio::sqlite {

namespace {

constexpr ::mode_t folder_mode = 0700;
constexpr ::mode_t file_mode = 0600;
constexpr ::mode_t modes_of_others = 0077;
constexpr const char* start_mark = "/brusio.started";

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
Result<int, std::string> lock_folder(const std::string& folder, const Owner& owner) {
    const std::string path = folder + "/brusio.lock";
    const int lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, file_mode);
    if (lock < 0) return Err{with_cause("cannot write " + path)};
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const std::string holder = holder_of(lock);
        ::close(lock);
        return Err{"another brusiod (process " + holder + ") uses the data directory " + folder +
                   ": it holds " + path};
    }
    const std::string pid = std::to_string(::getpid());
    const bool noted =
        hand_over(lock, owner) && ::ftruncate(lock, 0) == 0 &&
        ::pwrite(lock, pid.data(), pid.size(), 0) == static_cast<ssize_t>(pid.size());
    if (noted) return lock;
    std::string error = with_cause("cannot write " + path);
    ::close(lock);
    return Err{std::move(error)};
}

/// True if the directory holds a store or nothing: one that others use is left as it is.
bool is_for_a_store(const std::string& path) {
    std::error_code error;
    bool is_empty = true;
    for (const auto& entry : std::filesystem::directory_iterator{path, error}) {
        const std::string name = entry.path().filename().string();
        if (name == "brusio.db" || name == "brusio.lock") return true;
        is_empty = is_empty && name == "lost+found";
    }
    return is_empty && !error;
}

/// Closes the directory to others; gives a sentence if that was needed. The error is a sentence.
Result<std::string, std::string> close_to_others(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return Err{with_cause("cannot read " + path)};
    const ::uid_t self = ::geteuid();
    if (self != 0 && found.st_uid != self) {
        return Err{"the data directory " + path + " belongs to another user (uid " +
                   std::to_string(found.st_uid) + ", this is " + std::to_string(self) +
                   "): give it to this one, or run brusiod as the other"};
    }
    if ((found.st_mode & modes_of_others) == 0) return std::string{};
    char mode[8];
    std::snprintf(mode, sizeof mode, "%04o", static_cast<unsigned>(found.st_mode & 07777U));
    const std::string open =
        "the data directory " + path + " is open to other users (mode " + mode + ")";
    if (!is_for_a_store(path) || ::chmod(path.c_str(), folder_mode) != 0) {
        return Err{open + ": name one that is for brusiod alone, or say chmod 700 " + path};
    }
    return open + "; it is 0700 from now on";
}

}  // namespace

Result<DataFolder, std::string> DataFolder::open(const std::string& path, Use use) {
    if (use == Use::look) {
        const std::string file = path + "/brusio.db";
        const auto owner = owner_of(path);
        if (owner && ::access(file.c_str(), R_OK) == 0) return DataFolder{path, *owner, -1};
        return Err{with_cause("there is no store to read in " + path)};
    }
    if (!make_folders(path)) return Err{with_cause("cannot make the data directory " + path)};
    Result<std::string, std::string> mended{std::string{}};
    if (use == Use::serve) mended = close_to_others(path);
    if (!mended) return Err{mended.error()};
    const auto owner = owner_of(path);
    if (!owner) return Err{with_cause("cannot read the data directory " + path)};
    auto lock = lock_folder(path, *owner);
    if (!lock) return Err{lock.error()};
    DataFolder folder{path, *owner, lock.value()};
    folder.mended_ = std::move(mended).value();
    if (use == Use::hold) return folder;
    const std::string file = folder.database_path();
    if (file_size(file).value_or(0) == 0) {
        if (std::string loss = folder.loss(); !loss.empty()) return Err{std::move(loss)};
    }
    if (!make_private_file(file, *owner)) return Err{with_cause("cannot write " + file)};
    return folder;
}

DataFolder::~DataFolder() {
    if (lock_ >= 0) ::close(lock_);
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_(std::move(other.path_)),
      owner_(other.owner_),
      lock_(std::exchange(other.lock_, -1)),
      mended_(std::move(other.mended_)) {}

std::string DataFolder::copy_path(int version, int attempt) const {
    return path_ + "/brusio-before-version-" + std::to_string(version + 1) +
           (attempt == 1 ? "" : "-" + std::to_string(attempt)) + ".db";
}

std::optional<std::uint64_t> DataFolder::free_bytes() const {
    struct statvfs disk {};
    if (::statvfs(path_.c_str(), &disk) != 0) return std::nullopt;
    return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

// What the server makes once it has a store, and never before.
std::string DataFolder::loss() const {
    constexpr std::array<std::string_view, 6> signs{
        "brusio.started",         "secret",         "cloak-key", "self-signed.pem",
        "brusio-before-version-", "before-restore-"};
    std::string found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator{path_, error}) {
        const std::string name = entry.path().filename().string();
        const bool is_sign = std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
            return sign.ends_with('-') ? name.starts_with(sign) : name == sign;
        });
        if (is_sign && (found.empty() || name < found)) found = name;
    }
    const std::string log = database_path() + "-wal";
    const bool is_empty = file_size(database_path()).value_or(0) == 0;
    if (found.empty() && is_empty && file_size(log).value_or(0) > 0) found = "brusio.db-wal";
    if (found.empty()) return {};
    return "the store " + database_path() + " is " +
           (file_size(database_path()) ? "empty" : "not there") + ", but " + path_ + "/" + found +
           " says that there was one: bring it back or restore a backup (brusiod restore FILE "
           "--data " +
           path_ + "), or move the directory away to begin with an empty one";
}

bool mark_started(const std::string& folder) {
    const auto owner = owner_of(folder);
    return owner && make_private_file(folder + start_mark, *owner);
}

}  // namespace brusio::sqlite
