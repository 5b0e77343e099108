#include "server-app/file_text.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace brusio::server {

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

}  // namespace brusio::server
