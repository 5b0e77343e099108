#pragma once

#include <functional>
#include <string>

#include "core/base/result.h"
#include "storage/sqlite/database.h"
#include "storage/sqlite/private_file.h"

namespace brusio::sqlite {

/// Hears how much of a copy is done, in percent; false breaks it off.
using CopyProgress = std::function<bool(int percent)>;

/// Copies the store, as it is at one moment, into the new file `path` (mode 0600, of `owner`),
/// which appears whole or not at all and is checked before it does. Only reads the store: a server
/// may write to it meanwhile, unless somebody wants to hear of the progress: then nobody may. The
/// error is a sentence.
[[nodiscard]] Result<Done, std::string> copy_store(Database& store, const std::string& path,
                                                   const Owner& owner,
                                                   const CopyProgress& progress = {});

}  // namespace brusio::sqlite
