#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "storage/sqlite/database.h"

namespace brusio::sqlite {

/// What a store holds and what is wrong with it.
struct Verdict {
    std::int64_t version = 0;  // of its schema
    std::uint64_t accounts = 0;
    std::uint64_t rooms = 0;
    std::uint64_t conversations = 0;  // that have a log
    std::uint64_t messages = 0;       // and events
    std::vector<std::string> faults;  // sentences, at most `faults_max`; empty: all is well
};
inline constexpr std::size_t faults_max = 20;

/// Reads everything: SQLite's own check, then what this program promises of its data (numbers of a
/// log without holes, times that never go back, counters ahead of what they count, no members of
/// what is not there). A store of an older version is held to what that version promised.
[[nodiscard]] Verdict verify(Database& database);

}  // namespace brusio::sqlite
