#pragma once

#include <string>

#include "core/base/result.h"
#include "storage/sqlite/database.h"

namespace brusio::sqlite {

/// Copies the store, as it is at one moment, into the new file `path` (mode 0600), which appears
/// whole or not at all and is checked before it does. Only reads the store: a server may write to
/// it meanwhile. The error is a sentence.
[[nodiscard]] Result<Done, std::string> copy_store(Database& store, const std::string& path);

}  // namespace brusio::sqlite
