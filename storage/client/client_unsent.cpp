// Own messages that are not settled, and drafts (client_rows.h).
#include <algorithm>
#include <cstdint>

#include "storage/client/client_rows.h"

namespace brusio::client_sqlite {

using client::Message;
using client::MessageFailure;
using client::MessageId;
using client::MessageKind;
using client::MessageState;
using sqlite::Database;

namespace {

// These numbers are on disks: a new one comes at the end.
static_assert(static_cast<int>(MessageState::queued) == 1);
static_assert(static_cast<int>(MessageState::failed) == 4);
static_assert(static_cast<int>(MessageFailure::refused) == 1);
static_assert(static_cast<int>(MessageFailure::outbox_full) == 3);
static_assert(static_cast<int>(MessageKind::said) == 0);
static_assert(static_cast<int>(MessageKind::notice) == 2);

/// One of the first numbers of an enumeration; a file that has another is not believed.
template <class Enum>
Enum enum_of(std::int64_t number, Enum first, Enum last) {
    return static_cast<Enum>(
        std::clamp(number, static_cast<std::int64_t>(first), static_cast<std::int64_t>(last)));
}

}  // namespace

bool apply(Database& database, const client::KeepUnsent& write) {
    const Message& one = write.message;
    return database.run(
        "INSERT OR REPLACE INTO unsent(id, kind, state, failure, time_ms, sender, text, target, "
        "reply_to, client_id, failure_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        one.id, static_cast<std::uint32_t>(one.kind), static_cast<std::uint32_t>(one.state),
        static_cast<std::uint32_t>(one.failure), one.time, one.sender, one.text, one.target,
        one.reply_to, one.client_id, one.failure_text);
}

bool apply(Database& database, const client::DropUnsent& write) {
    return database.run("DELETE FROM unsent WHERE id = ?", write.id);
}

bool apply(Database& database, const client::KeepDraft& write) {
    if (write.text.empty()) return database.run("DELETE FROM drafts WHERE key = ?", write.key);
    return database.run("INSERT OR REPLACE INTO drafts(key, text) VALUES (?, ?)", write.key,
                        write.text);
}

std::vector<Message> read_unsent(Database& database) {
    std::vector<Message> unsent;
    sqlite::Rows found = database.query(
        "SELECT id, kind, state, failure, time_ms, sender, text, target, reply_to, client_id, "
        "failure_text FROM unsent ORDER BY id");
    while (found.next()) {
        Message one;
        one.id = found.id<MessageId>(0);
        one.origin = client::MessageOrigin::own;
        one.kind = enum_of(found.integer(1), MessageKind::said, MessageKind::notice);
        one.state = enum_of(found.integer(2), MessageState::queued, MessageState::failed);
        if (one.state == MessageState::sent) one.state = MessageState::queued;
        one.failure = enum_of(found.integer(3), MessageFailure::none, MessageFailure::outbox_full);
        one.time = found.time(4);
        one.sender = found.text(5);
        one.text = found.text(6);
        one.target = found.text(7);
        one.reply_to = found.text(8);
        one.client_id = found.text(9);
        one.failure_text = found.text(10);
        unsent.push_back(std::move(one));
    }
    return unsent;
}

std::vector<client::KeepDraft> read_drafts(Database& database) {
    std::vector<client::KeepDraft> drafts;
    sqlite::Rows found = database.query("SELECT key, text FROM drafts ORDER BY key");
    while (found.next()) drafts.push_back({found.text(0), found.text(1)});
    return drafts;
}

}  // namespace brusio::client_sqlite
