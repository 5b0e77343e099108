#include "storage/sqlite/restore.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "storage/sqlite/backup.h"
#include "storage/sqlite/copy.h"
#include "storage/sqlite/data_folder.h"

namespace brusio::sqlite {

namespace {

bool is_there(const std::string& path) { return file_size(path).has_value(); }

bool is_one_file(const std::string& a, const std::string& b) {
    struct stat one {};
    struct stat other {};
    return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &other) == 0 &&
           one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

Result<Verdict, std::string> check(Database& backup, const std::string& path) {
    Verdict verdict = verify(backup);
    if (verdict.faults.empty()) return verdict;
    std::string faults = path + " is not sound, and nothing was changed:";
    for (const std::string& fault : verdict.faults) faults += "\n  " + fault;
    return Err{std::move(faults)};
}

/// Gives a directory to its owner as a whole. False with errno.
bool hand_folder_over(const std::string& folder, const Owner& owner) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool given = hand_over(descriptor, owner);
    ::close(descriptor);
    return given;
}

/// A directory for what was there before. One that an earlier restore, broken off, has begun to
/// fill is filled to the end: a store and its log stay together.
std::string place_aside(const DataFolder& folder) {
    const auto numbered = [&](int number) {
        return folder.path() + "/before-restore-" + std::to_string(number);
    };
    int free = 1;
    while (is_there(numbered(free))) ++free;
    const bool has_begun = free > 1 && !is_there(folder.database_path());
    return numbered(has_begun ? free - 1 : free);
}

/// Moves the store away, the file before its log: a store without its log would pass for a whole
/// one, a log without its store does not. Gives the directory, empty if there was nothing to move.
Result<std::string, std::string> move_aside(const DataFolder& folder) {
    const std::string aside = place_aside(folder);
    bool has_moved = false;
    for (const char* name :
         {"/brusio.db", "/brusio.db-wal", "/brusio.db-shm", "/brusio.db-journal"}) {
        const std::string from = folder.path() + name;
        if (!is_there(from)) continue;
        const bool made = ::mkdir(aside.c_str(), 0700) == 0 || errno == EEXIST;
        if (!made || !hand_folder_over(aside, folder.owner())) {
            return Err{with_cause("cannot write " + aside)};
        }
        const std::string to = aside + name;
        if (is_there(to)) return Err{to + " is there already: move " + aside + " away"};
        if (::rename(from.c_str(), to.c_str()) != 0) return Err{with_cause("cannot move " + from)};
        has_moved = true;
        if (!sync_folder(aside) || !sync_folder(folder.path())) {
            return Err{with_cause("cannot write " + folder.path())};
        }
    }
    return has_moved ? aside : std::string{};
}

/// The data directory, closed to servers; a new one belongs to the owner of the backup.
Result<DataFolder, std::string> take_folder(const std::string& path, const std::string& folder) {
    if (!is_there(folder)) {
        auto made = DataFolder::open(folder, DataFolder::Use::hold);
        if (!made) return made;
        const auto owner = owner_of(path);
        if (!owner || !hand_folder_over(folder, *owner)) {
            return Err{with_cause("cannot give away " + folder)};
        }
    }
    return DataFolder::open(folder, DataFolder::Use::hold);
}

}  // namespace

Result<Restored, std::string> restore(const std::string& path, const std::string& folder) {
    auto backup = open_backup(path);
    if (!backup) return Err{backup.error()};
    auto verdict = check(*backup.value(), path);
    if (!verdict) return Err{verdict.error()};
    auto taken = take_folder(path, folder);
    if (!taken) return Err{taken.error()};
    const std::string store = taken->database_path();
    if (is_one_file(path, store)) return Err{path + " is the store itself"};
    const std::string fresh = store + ".restored";
    ::unlink(fresh.c_str());  // left by one that was broken off
    if (auto copied = copy_store(*backup.value(), fresh, taken->owner()); !copied) {
        return Err{copied.error()};
    }
    auto aside = move_aside(taken.value());
    if (!aside) return Err{aside.error()};
    if (::rename(fresh.c_str(), store.c_str()) != 0 || !sync_folder(folder)) {
        return Err{with_cause("cannot write " + store)};
    }
    return Restored{std::move(verdict).value(), std::move(aside).value()};
}

}  // namespace brusio::sqlite
