#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "storage/sqlite/data_folder.h"
#include "storage/sqlite/database.h"

namespace brusio::sqlite {

/// Copies the store of a data directory into the new file `path`, whether a server runs or not. The
/// error is a sentence.
[[nodiscard]] Result<Done, std::string> back_up(const std::string& folder, const std::string& path);

/// A data directory's store, open to be looked at: by a reader while a server runs, else by the one
/// writer, who brings in order what a crash left and keeps servers out until this is gone.
struct StoreView {
    std::optional<DataFolder> lock;
    std::unique_ptr<Database> database;
};
/// The error is a sentence.
[[nodiscard]] Result<StoreView, std::string> open_to_look(const std::string& folder);

}  // namespace brusio::sqlite
