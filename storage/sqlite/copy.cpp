#include "storage/sqlite/copy.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace brusio::sqlite {

namespace {

std::string failed_to(const std::string& what) { return what + ": " + std::strerror(errno); }

/// True when all pages are there. Without somebody who hears of the progress all of them come in
/// one step: one moment of the store, and no server is held up by a reader.
bool step_through(sqlite3_backup* backup, const CopyProgress& progress) {
    constexpr int pages_at_a_time = 2'000;
    int result = SQLITE_OK;
    while (result == SQLITE_OK) {
        result = sqlite3_backup_step(backup, progress ? pages_at_a_time : -1);
        if (!progress) continue;
        const int all = sqlite3_backup_pagecount(backup);
        const int done = all - sqlite3_backup_remaining(backup);
        if (!progress(all == 0 ? 100 : static_cast<int>(100LL * done / all))) return false;
    }
    return result == SQLITE_DONE;
}

Result<Done, std::string> copy_pages(Database& store, const std::string& path,
                                     const CopyProgress& progress) {
    auto copy = Database::open(path, {Access::write, nullptr});
    if (!copy) return Err{"cannot write the backup: " + copy.error()};
    Database& target = *copy.value();
    sqlite3_backup* backup = sqlite3_backup_init(target.handle(), "main", store.handle(), "main");
    if (backup == nullptr) return Err{"cannot make the backup: " + target.error()};
    const bool is_whole = step_through(backup, progress);
    const bool has_failed = sqlite3_backup_finish(backup) != SQLITE_OK;
    if (has_failed) return Err{"cannot make the backup: " + target.error()};
    if (!is_whole) return Err{std::string{"the copy was broken off"}};
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

Result<Done, std::string> copy_store(Database& store, const std::string& path, const Owner& owner,
                                     const CopyProgress& progress) {
    const std::string part = path + ".part";
    ::unlink(part.c_str());  // left by one that was broken off
    if (::access(path.c_str(), F_OK) == 0) return Err{path + " exists already"};
    if (!make_private_file(part, owner)) return Err{failed_to("cannot write " + part)};
    auto copied = copy_pages(store, part, progress);
    if (copied && (!sync_file(part) || ::link(part.c_str(), path.c_str()) != 0)) {
        copied = Err{failed_to("cannot write " + path)};
    }
    ::unlink(part.c_str());
    if (copied && !sync_folder(folder_of(path))) {
        copied = Err{failed_to("cannot write to " + folder_of(path))};
    }
    return copied;
}

}  // namespace brusio::sqlite
