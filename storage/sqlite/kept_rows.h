#pragma once

#include <string>

#include "core/base/result.h"
#include "core/ports/records.h"
#include "storage/sqlite/database.h"

namespace brusio::sqlite {

/// Everything but the logs, as an engine is told at its start. The error is what SQLite says.
[[nodiscard]] Result<Kept, std::string> read_kept(Database& database);

}  // namespace brusio::sqlite
