#include "storage/sqlite/message_rows.h"

namespace brusio::sqlite {

MessageRecord message_in(const Rows& rows) {
    MessageRecord message;
    message.seq = rows.number(0);
    message.time = rows.time(1);
    message.kind = static_cast<RecordKind>(rows.integer(2));
    message.id = rows.text(3);
    message.sender = rows.text(4);
    message.account = rows.id<AccountId>(5);
    message.account_name = rows.text(6);
    message.target = rows.text(7);
    message.text = rows.text(8);
    message.client_tags = rows.text(9);
    message.client_id = rows.text(10);
    message.from_bot = rows.integer(11) != 0;
    message.redacted = rows.integer(12) != 0;
    return message;
}

bool insert_message(Database& database, ConversationId conversation, const MessageRecord& message) {
    return database.run("INSERT INTO message (conversation, " BRUSIO_MESSAGE_COLUMNS
                        ") VALUES (?, ?, ?, ?, ?, ?, NULLIF(?, 0), ?, ?, ?, ?, NULLIF(?, ''), "
                        "?, ?)",
                        conversation, message.seq, message.time,
                        static_cast<std::int64_t>(message.kind), message.id, message.sender,
                        message.account, message.account_name, message.target, message.text,
                        message.client_tags, message.client_id, message.from_bot, message.redacted);
}

LogEnd log_begin(Database& database, ConversationId conversation) {
    Rows rows = database.query(
        "SELECT seq, time_ms FROM message WHERE conversation = ? ORDER BY seq LIMIT 1",
        conversation);
    return rows.next() ? LogEnd{rows.number(0), rows.time(1)} : LogEnd{};
}

LogEnd log_end(Database& database, ConversationId conversation) {
    Rows rows = database.query(
        "SELECT seq, time_ms FROM message WHERE conversation = ? ORDER BY seq DESC LIMIT 1",
        conversation);
    return rows.next() ? LogEnd{rows.number(0), rows.time(1)} : LogEnd{};
}

}  // namespace brusio::sqlite
