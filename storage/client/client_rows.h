#pragma once

#include <vector>

#include "core/client/client_store.h"
#include "storage/sqlite/database.h"

namespace brusio::client_sqlite {

// Writes and rows of the client's port as SQL. Each apply() is false if the database says no; it
// runs in a transaction of the caller's.

[[nodiscard]] bool apply(sqlite::Database& database, const client::KeepPlace& write);
[[nodiscard]] bool apply(sqlite::Database& database, const client::KeepRow& write);
[[nodiscard]] bool apply(sqlite::Database& database, const client::DropRow& write);
[[nodiscard]] bool apply(sqlite::Database& database, const client::RedactRow& write);
[[nodiscard]] bool apply(sqlite::Database& database, const client::RenamePlace& write);
[[nodiscard]] bool apply(sqlite::Database& database, const client::TrimRows& write);
[[nodiscard]] bool apply(sqlite::Database& database, const client::KeepUnsent& write);
[[nodiscard]] bool apply(sqlite::Database& database, const client::DropUnsent& write);
[[nodiscard]] bool apply(sqlite::Database& database, const client::KeepDraft& write);

[[nodiscard]] client::StoredRows read_rows(sqlite::Database& database,
                                           const client::ReadRows& question);
[[nodiscard]] client::StoredBounds read_bounds(sqlite::Database& database);
[[nodiscard]] std::vector<client::Message> read_unsent(sqlite::Database& database);
[[nodiscard]] std::vector<client::KeepDraft> read_drafts(sqlite::Database& database);

}  // namespace brusio::client_sqlite
