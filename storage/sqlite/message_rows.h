#pragma once

#include "core/ports/records.h"
#include "storage/sqlite/database.h"

// How an entry of a log lies in the table `message`.
namespace brusio::sqlite {

/// The columns of a SELECT that `message_in` reads.
#define BRUSIO_MESSAGE_COLUMNS                                                           \
    "seq, time_ms, kind, id, sender, account, account_name, target, text, client_tags, " \
    "client_id, from_bot, redacted"

[[nodiscard]] MessageRecord message_in(const Rows& rows);

/// False if it could not be stored; the database has the error.
bool insert_message(Database& database, ConversationId conversation, const MessageRecord& message);

/// Where the log of a conversation begins, and where it ends.
[[nodiscard]] LogEnd log_begin(Database& database, ConversationId conversation);
[[nodiscard]] LogEnd log_end(Database& database, ConversationId conversation);

}  // namespace brusio::sqlite
