#pragma once

#include <string>

#include "core/base/result.h"
#include "storage/sqlite/verify.h"

namespace brusio::sqlite {

/// What a restore has done.
struct Restored {
    Verdict verdict;    // of what the directory holds now
    std::string aside;  // where what it held before lies; empty: nothing was there
};

/// Puts the backup `path` in the place of the store of a data directory that no server uses, after
/// it was found sound; makes the directory if it is not there. What the directory held before is
/// moved into one of its own within it. Broken off at any moment, the directory has the old store,
/// the new one, or none, and then no server starts there until this is done again. The error is a
/// sentence.
[[nodiscard]] Result<Restored, std::string> restore(const std::string& path,
                                                    const std::string& folder);

}  // namespace brusio::sqlite
