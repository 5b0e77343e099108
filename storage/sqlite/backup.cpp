#include "storage/sqlite/backup.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "storage/sqlite/copy.h"
#include "storage/sqlite/schema.h"

namespace brusio::sqlite {

Result<StoreView, std::string> open_to_look(const std::string& folder) {
    auto looked = DataFolder::open(folder, DataFolder::Use::look);
    if (!looked) return Err{looked.error()};
    StoreView view;
    view.owner = looked->owner();
    // Whoever gets the lock knows that no server runs.
    auto locked = DataFolder::open(folder, DataFolder::Use::hold);
    if (locked) view.lock.emplace(std::move(locked).value());
    const std::string path = looked->database_path();
    auto database = Database::open(path, {locked ? Access::write : Access::read, nullptr});
    if (!database) return Err{refusal(path, database.error(), nullptr)};
    view.database = std::move(database).value();
    if (auto known = check_mark(*view.database, path); !known) return Err{known.error()};
    return view;
}

Result<Done, std::string> back_up(const std::string& folder, const std::string& path) {
    auto view = open_to_look(folder);
    if (!view) return Err{view.error()};
    return copy_store(*view->database, path, view->owner);
}

Result<std::unique_ptr<Database>, std::string> open_backup(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) {
        return Err{"cannot read " + path + ": " + std::strerror(errno)};
    }
    if (!S_ISREG(found.st_mode)) {
        return Err{path + " is no file: a backup is one, and --data DIR names a data directory"};
    }
    if (found.st_size == 0) return Err{path + " is empty: it holds no store"};
    for (const char* log : {"-wal", "-journal"}) {
        if (file_size(path + log).value_or(0) == 0) continue;
        return Err{path + " has a log beside it (" + path + log +
                   "): it is a store in use, or one after a crash, and no backup; --data DIR "
                   "names its directory"};
    }
    auto database = Database::open(path, {Access::lying, nullptr});
    if (!database) return Err{"cannot read " + path + ": " + database.error()};
    if (auto known = check_mark(*database.value(), path); !known) return Err{known.error()};
    return database;
}

}  // namespace brusio::sqlite
