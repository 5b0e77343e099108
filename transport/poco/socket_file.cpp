#include "transport/poco/socket_file.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "transport/poco/descriptor.h"

namespace brusio::poco {

namespace {

/// Does a program listen there?
bool somebody_listens(const std::string& path) {
    const Descriptor probe{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const int failed =
        ::connect(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address);
    // A full queue or a mode that keeps us out is no sign that it is free.
    return failed == 0 || errno != ECONNREFUSED;
}

}  // namespace

std::optional<std::string> SocketFile::why_not(const std::string& path) {
    if (path.empty()) return std::nullopt;
    if (path.size() >= sizeof(sockaddr_un::sun_path)) {
        return "the path has more than " + std::to_string(sizeof(sockaddr_un::sun_path) - 1) +
               " bytes";
    }
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) return std::nullopt;
    if (!S_ISSOCK(found.st_mode)) return "a file that is no socket is there";
    if (somebody_listens(path)) return "another server listens there";
    return std::nullopt;
}

SocketFile::SocketFile(std::string path) : path_(std::move(path)) {
    if (!why_not(path_)) ::unlink(path_.c_str());
}

void SocketFile::take(std::uint32_t mode) {
    struct stat made {};
    if (::chmod(path_.c_str(), mode) != 0 || ::lstat(path_.c_str(), &made) != 0) {
        const int error = errno;
        ::unlink(path_.c_str());
        throw std::system_error{error, std::generic_category()};
    }
    device_ = made.st_dev;
    number_ = made.st_ino;
}

SocketFile::~SocketFile() {
    struct stat now {};
    const bool is_ours = number_ != 0 && ::lstat(path_.c_str(), &now) == 0 &&
                         now.st_dev == device_ && now.st_ino == number_;
    if (is_ours) ::unlink(path_.c_str());
}

}  // namespace brusio::poco
