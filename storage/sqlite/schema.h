#pragma once

#include <functional>
#include <string>

#include "core/base/result.h"
#include "storage/sqlite/database.h"
#include "storage/sqlite/opening_news.h"

namespace brusio::sqlite {

/// The schema this program writes.
inline constexpr int schema_version = 10;

/// What a file says of itself.
struct FileMark {
    std::int64_t application = 0;  // 0: nobody has written to it yet
    std::int64_t version = 0;
};
inline constexpr std::int64_t application_mark = 0x42727573;  // "Brus"

/// The error is a sentence.
[[nodiscard]] Result<FileMark, std::string> read_mark(Database& database);

/// The sentence for a store that cannot be opened, with what to do about it if it is damaged.
[[nodiscard]] std::string refusal(const std::string& path, const std::string& why,
                                  const Database* database);

/// Refuses a file that is damaged, not ours, or of a newer version; the error is a sentence.
[[nodiscard]] Result<Done, std::string> check_mark(Database& database, const std::string& path);

/// Brings the file to `schema_version`, one transaction a step, forward only. `copy_first` is
/// called before the first step if there is something to lose; its error ends the migration. What
/// is broken off goes on from the last step that was done. The error is a sentence.
[[nodiscard]] Result<Done, std::string> migrate(
    Database& database, const std::function<Result<Done, std::string>(int version)>& copy_first,
    const OpeningWatcher& watcher);

}  // namespace brusio::sqlite
