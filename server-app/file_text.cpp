#include "server-app/file_text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "storage/sqlite/private_file.h"

namespace brusio::server {

namespace {

Err<std::string> cannot_write(const std::string& path) {
    return Err{"cannot write " + path + ": " + std::strerror(errno)};
}

}  // namespace

Result<std::string, std::string> read_file(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        return Err{"cannot read " + path + ": it is a folder"};
    }
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    if (file) text << file.rdbuf();
    if (!file) return Err{"cannot read " + path + ": " + std::strerror(errno)};
    return std::move(text).str();
}

Result<Done, std::string> write_private_file(const std::string& path, const std::string& text) {
    const std::string draft = path + "." + std::to_string(::getpid());
    ::unlink(draft.c_str());  // left by a process that had this number and was killed
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return cannot_write(draft);
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    const auto owner = sqlite::owner_of(sqlite::folder_of(path));
    const bool whole = written == static_cast<ssize_t>(text.size()) && owner &&
                       sqlite::hand_over(descriptor, *owner) && ::fsync(descriptor) == 0;
    if (::close(descriptor) == 0 && whole && ::rename(draft.c_str(), path.c_str()) == 0) {
        return Done{};
    }
    const auto failed = cannot_write(path);
    ::unlink(draft.c_str());
    return failed;
}

}  // namespace brusio::server
