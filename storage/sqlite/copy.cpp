#include "storage/sqlite/copy.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "storage/sqlite/data_folder.h"

namespace brusio::sqlite {

namespace {

std::string sentence(const std::string& what) { return what + ": " + std::strerror(errno); }

Result<Done, std::string> copy_pages(Database& store, const std::string& path) {
    auto copy = Database::open(path, {Access::write, nullptr});
    if (!copy) return Err{"cannot write the backup: " + copy.error()};
    Database& target = *copy.value();
    sqlite3_backup* backup = sqlite3_backup_init(target.handle(), "main", store.handle(), "main");
    if (backup == nullptr) return Err{"cannot make the backup: " + target.error()};
    // All pages in one step: one moment of the store, and no server is held up by a reader.
    const int result = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE) return Err{"cannot make the backup: " + target.error()};
    // One file that holds all there is, without a log beside it.
    if (!target.execute("PRAGMA journal_mode = DELETE")) {
        return Err{"cannot finish the backup: " + target.error()};
    }
    Rows check = target.query("PRAGMA integrity_check(1)");
    if (!check.next() || check.text(0) != "ok") {
        return Err{
            std::string{"the copy is damaged: the store or the disk is at fault, see "
                        "brusiod verify"}};
    }
    return Done{};
}

bool sync_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0) return false;
    const bool synced = ::fsync(file) == 0;
    ::close(file);
    return synced;
}

}  // namespace

Result<Done, std::string> copy_store(Database& store, const std::string& path) {
    const std::string part = path + ".part";
    ::unlink(part.c_str());  // left by one that was broken off
    if (::access(path.c_str(), F_OK) == 0) return Err{path + " exists already"};
    if (!make_private_file(part)) return Err{sentence("cannot write " + part)};
    auto copied = copy_pages(store, part);
    if (copied && (!sync_file(part) || ::link(part.c_str(), path.c_str()) != 0)) {
        copied = Err{sentence("cannot write " + path)};
    }
    ::unlink(part.c_str());
    const std::string folder = std::filesystem::path{path}.parent_path().string();
    if (copied && !sync_folder(folder.empty() ? "." : folder)) {
        copied = Err{sentence("cannot write to " + folder)};
    }
    return copied;
}

}  // namespace brusio::sqlite
