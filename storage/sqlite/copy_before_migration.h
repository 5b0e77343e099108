#pragma once

#include <string>

#include "core/base/result.h"
#include "storage/sqlite/data_folder.h"
#include "storage/sqlite/database.h"
#include "storage/sqlite/opening_news.h"

namespace brusio::sqlite {

/// Copies a store of an older version into its directory, before it is changed. A copy that a start
/// before this one has made of the very same store is kept as it is; others stay beside it. The
/// error is a sentence.
[[nodiscard]] Result<Done, std::string> copy_before_migration(Database& store,
                                                              const DataFolder& folder, int version,
                                                              const OpeningWatcher& watcher);

}  // namespace brusio::sqlite
