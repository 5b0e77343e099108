#pragma once

#include <string>

#include "core/ports/store.h"

namespace brusio::sqlite {

/// What a SearchQuery asks of the table `message_words`, in the language of SQLite's MATCH; empty
/// if it asks for nothing that is in there. SQLite FTS5, "Full-text Query Syntax".
[[nodiscard]] std::string word_query(const SearchQuery& query);

}  // namespace brusio::sqlite
