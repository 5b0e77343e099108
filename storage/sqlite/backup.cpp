#include "storage/sqlite/backup.h"

#include <utility>

#include "storage/sqlite/copy.h"
#include "storage/sqlite/schema.h"

namespace brusio::sqlite {

Result<StoreView, std::string> open_to_look(const std::string& folder) {
    auto looked = DataFolder::open(folder, DataFolder::Use::look);
    if (!looked) return Err{looked.error()};
    StoreView view;
    // Whoever gets the lock knows that no server runs.
    auto locked = DataFolder::open(folder, DataFolder::Use::serve);
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
    return copy_store(*view->database, path);
}

}  // namespace brusio::sqlite
