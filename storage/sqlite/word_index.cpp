#include "storage/sqlite/word_index.h"

#include <algorithm>
#include <cstdint>

#include "core/base/assert.h"

namespace brusio::sqlite {

namespace {

/// What of a log has words that can be found, as rows of `message_words`.
#define BRUSIO_WORDS_OF_LOG                                                          \
    "?2 + seq, text, substr(sender, 1, instr(sender || '!', '!') - 1) FROM message " \
    "WHERE conversation = ?1 AND seq BETWEEN ?3 AND ?4 AND kind < 3 AND redacted = 0"

}  // namespace

WordIndex::WordIndex(Database& database, const Kept& kept) : database_(database) {
    for (const KeptRoom& room : kept.rooms) {
        if (mark_of(room.room.id) < room.last.seq) behind_[room.room.id] = room.last.seq;
    }
    for (const KeptPair& pair : kept.pairs) {
        if (mark_of(pair.pair.id) < pair.last.seq) behind_[pair.pair.id] = pair.last.seq;
    }
}

void WordIndex::note_appended(ConversationId conversation, std::uint64_t seq) {
    BRUSIO_ASSERT(conversation.value <= INT32_MAX && seq <= UINT32_MAX);
    behind_[conversation] = seq;
}

std::uint64_t WordIndex::mark_of(ConversationId conversation) {
    return static_cast<std::uint64_t>(
        database_.number(0, "SELECT seq FROM word_mark WHERE conversation = ?", conversation));
}

bool WordIndex::take_out(ConversationId conversation, std::uint64_t first, std::uint64_t last) {
    const std::uint64_t put_in = std::min(last, mark_of(conversation));
    if (first > put_in) return true;
    return database_.run(
        "INSERT INTO message_words (message_words, rowid, text, nick) "
        "SELECT 'delete', " BRUSIO_WORDS_OF_LOG,
        conversation, first_rowid(conversation), first, put_in);
}

bool WordIndex::remove(ConversationId conversation) {
    behind_.erase(conversation);
    return take_out(conversation, 1, UINT32_MAX) &&
           database_.run("DELETE FROM word_mark WHERE conversation = ?", conversation);
}

bool WordIndex::put_in_some(std::uint64_t entries_max) {
    BRUSIO_ASSERT(is_behind());
    const auto [conversation, end] = *behind_.begin();
    const auto first = static_cast<std::uint64_t>(database_.number(
        static_cast<std::int64_t>(end),
        "SELECT seq FROM message WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT 1",
        conversation, mark_of(conversation)));
    const std::uint64_t last = std::min(end, first + entries_max - 1);
    const bool put = database_.run(
                         "INSERT INTO message_words (rowid, text, nick) "
                         "SELECT " BRUSIO_WORDS_OF_LOG,
                         conversation, first_rowid(conversation), first, last) &&
                     database_.run(
                         "INSERT INTO word_mark VALUES (?, ?) "
                         "ON CONFLICT (conversation) DO UPDATE SET seq = excluded.seq",
                         conversation, last);
    if (put && last == end) behind_.erase(conversation);
    return put;
}

}  // namespace brusio::sqlite
