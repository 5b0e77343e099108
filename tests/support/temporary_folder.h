#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace brusio::test {

/// A folder of a test's own, removed with all that is in it.
class TemporaryFolder {
 public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "brusio-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] std::string path() const { return path_.string(); }
    /// The path of a file, whether it exists or not.
    [[nodiscard]] std::string path(const std::string& name) const {
        return (path_ / name).string();
    }
    /// Writes a file; gives its path.
    std::string put(const std::string& name, std::string_view text) const {
        std::ofstream{path_ / name} << text;
        return path(name);
    }

 private:
    std::filesystem::path path_;
};

}  // namespace brusio::test
