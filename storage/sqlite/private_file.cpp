#include "storage/sqlite/private_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace brusio::sqlite {

namespace {

constexpr ::mode_t private_file_mode = 0600;

}  // namespace

std::optional<Owner> owner_of(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return Owner{found.st_uid, found.st_gid};
}

bool hand_over(int file, const Owner& owner) {
    if (::geteuid() != 0) return true;
    struct stat found {};
    if (::fstat(file, &found) != 0) return false;
    if (found.st_uid == owner.user && found.st_gid == owner.group) return true;
    // A file with a second name may be anybody's: it is not given away.
    if (S_ISREG(found.st_mode) && found.st_nlink != 1)
        errno = EMLINK;
    else if (::fchown(file, owner.user, owner.group) == 0)
        return true;
    return false;
}

bool make_private_file(const std::string& path, const Owner& owner) {
    const int file =
        ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, private_file_mode);
    if (file < 0) return false;
    const bool given = hand_over(file, owner);
    const int why = errno;
    ::close(file);
    errno = why;
    return given && sync_folder(folder_of(path));
}

bool sync_folder(const std::string& path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
}

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path{path}.parent_path().string();
    return folder.empty() ? "." : folder;
}

std::optional<std::uint64_t> file_size(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return static_cast<std::uint64_t>(found.st_size);
}

std::string with_cause(const std::string& what) { return what + ": " + std::strerror(errno); }

}  // namespace brusio::sqlite
