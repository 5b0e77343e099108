#include "storage/sqlite/copy_before_migration.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "storage/sqlite/copy.h"

namespace brusio::sqlite {

namespace {

constexpr int percent_between_reports = 10;

bool have_same_bytes(const std::string& a, const std::string& b) {
    std::ifstream one{a, std::ios::binary};
    std::ifstream other{b, std::ios::binary};
    std::string mine(1U << 16U, '\0');
    std::string theirs = mine;
    while (one && other) {
        one.read(mine.data(), static_cast<std::streamsize>(mine.size()));
        other.read(theirs.data(), static_cast<std::streamsize>(theirs.size()));
        const auto count = one.gcount();
        if (count != other.gcount()) return false;
        if (std::memcmp(mine.data(), theirs.data(), static_cast<std::size_t>(count)) != 0) {
            return false;
        }
    }
    return one.eof() && other.eof();
}

void tell(const OpeningWatcher& watcher, std::string note) {
    watcher.tell({OpeningNews::Kind::information, "store_copied_first", std::move(note)});
}

}  // namespace

Result<Done, std::string> copy_before_migration(Database& store, const DataFolder& folder,
                                                int version, const OpeningWatcher& watcher) {
    int attempt = 1;
    while (file_size(folder.copy_path(version, attempt))) ++attempt;
    const std::string path = folder.copy_path(version, attempt);
    tell(watcher, "the store of version " + std::to_string(version) + " is copied to " + path);
    int told = 0;
    auto copied = copy_store(store, path, folder.owner(), [&](int percent) {
        if (percent >= told + percent_between_reports && percent < 100) {
            told = percent;
            tell(watcher, std::to_string(percent) + " % copied");
        }
        return !watcher.is_broken_off();
    });
    if (!copied || attempt == 1) return copied;
    // A start that was broken off after its copy must not fill the disk by being tried again.
    const std::string before = folder.copy_path(version, attempt - 1);
    if (!have_same_bytes(before, path) || ::unlink(path.c_str()) == 0) return Done{};
    return Err{"cannot remove " + path + ": " + std::strerror(errno)};
}

}  // namespace brusio::sqlite
