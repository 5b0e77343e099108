#pragma once

#include <cstdint>
#include <map>

#include "core/ports/records.h"
#include "storage/sqlite/database.h"

namespace brusio::sqlite {

/// The words of all messages, for SearchQuery. To put words in costs several times what storing the
/// message does, so that it is done later, when the disk has nothing else to do: each log has a
/// mark that says how far it is. Used within the transactions of the connection that writes; a
/// false result leaves the error in the database.
class WordIndex {
 public:
    /// `database` outlives this; `kept` is what it holds now.
    WordIndex(Database& database, const Kept& kept);

    void note_appended(ConversationId conversation, std::uint64_t seq);
    /// Takes the words of these entries out. Call before they are changed or removed.
    bool take_out(ConversationId conversation, std::uint64_t first, std::uint64_t last);
    /// The whole log is about to be removed.
    bool remove(ConversationId conversation);

    /// True if there are entries whose words are not in the index.
    [[nodiscard]] bool is_behind() const { return !behind_.empty(); }
    /// Puts in the words of the next entries of one log, at most `entries_max`. Needs `is_behind`.
    bool put_in_some(std::uint64_t entries_max);

 private:
    [[nodiscard]] std::uint64_t mark_of(ConversationId conversation);

    Database& database_;
    std::map<ConversationId, std::uint64_t> behind_;  // where these logs end
};

/// The first of the rowids of a log; that of an entry is greater by its seq.
[[nodiscard]] constexpr std::int64_t first_rowid(ConversationId conversation) {
    return static_cast<std::int64_t>(conversation.value << 32U);
}

}  // namespace brusio::sqlite
