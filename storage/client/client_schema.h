#pragma once

#include "storage/sqlite/database.h"

namespace brusio::client_sqlite {

// The file of one account on one server:
//   places  one a conversation: its key and name, how far it was read, its topic, how many rows
//   rows    what was said and done, by place and id; ids are the order, over all places
//   unsent  own messages that are not settled, by id
//   drafts  what is being written, by the key of its place
// Its version is in `user_version`; a file of a greater one is not touched.

/// The newest version that this program knows.
[[nodiscard]] int schema_version();

enum class SchemaState {
    ready,
    newer,    ///< of a version to come; nothing was changed
    foreign,  ///< no file of ours, or a damaged one
    failed,   ///< the disk did not take what was to be changed
};

/// Settles how the connection writes, and brings the file up to date: all of one step or nothing.
[[nodiscard]] SchemaState prepare_schema(sqlite::Database& database);

}  // namespace brusio::client_sqlite
