#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "storage/sqlite/data_folder.h"
#include "storage/sqlite/database.h"

namespace brusio::sqlite {

/// Copies the store of a data directory into the new file `path`, whether a server runs or not. The
/// file belongs to the directory's owner. The error is a sentence.
[[nodiscard]] Result<Done, std::string> back_up(const std::string& folder, const std::string& path);

/// A data directory's store, open to be looked at: by a reader while a server runs, else by the one
/// writer, who brings in order what a crash left and keeps servers out until this is gone.
struct StoreView {
    Owner owner;
    std::optional<DataFolder> lock;
    std::unique_ptr<Database> database;
};
/// The error is a sentence.
[[nodiscard]] Result<StoreView, std::string> open_to_look(const std::string& folder);

/// A backup, open where it lies: nothing is written, and nothing made beside it. A store with a log
/// of its own is none. The error is a sentence.
[[nodiscard]] Result<std::unique_ptr<Database>, std::string> open_backup(const std::string& path);

}  // namespace brusio::sqlite
