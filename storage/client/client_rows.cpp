#include "storage/client/client_rows.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "core/base/assert.h"

namespace brusio::client_sqlite {

using client::Message;
using client::MessageId;
using client::MessageKind;
using sqlite::Database;

namespace {

// These numbers are on disks: a new kind comes at the end.
static_assert(static_cast<int>(MessageKind::said) == 0);
static_assert(static_cast<int>(MessageKind::joined) == 3);
static_assert(static_cast<int>(MessageKind::invited) == 11);
static_assert(static_cast<int>(MessageKind::net_join) == 13);
constexpr std::int64_t kinds_count = 14;

constexpr std::int64_t no_place = 0;

enum Flag : std::uint32_t {
    sent = 1,
    mentions_me = 2,
    from_history = 4,
    missed = 8,
    read_elsewhere = 16,
    redacted = 32,
    after_gap = 64,
};

std::uint32_t flags_of(const Message& row) {
    const auto flag = [](bool set, Flag one) { return set ? std::uint32_t{one} : 0U; };
    return flag(row.state == client::MessageState::sent, sent) |
           flag(row.mentions_me, mentions_me) | flag(row.from_history, from_history) |
           flag(row.missed, missed) | flag(row.read_elsewhere, read_elsewhere) |
           flag(row.redacted, redacted) | flag(row.after_gap, after_gap);
}

std::int64_t find_place(Database& database, const std::string& key) {
    return database.number(no_place, "SELECT id FROM places WHERE key = ?", key);
}

std::int64_t find_or_make_place(Database& database, const std::string& key) {
    database.run(
        "INSERT OR IGNORE INTO places(key, name, kind, read_up_to, read_ms, told_ms) "
        "VALUES (?, ?, 0, 0, 0, 0)",
        key, key);
    return find_place(database, key);
}

std::int64_t id_of(Database& database, std::int64_t place, const std::string& msgid) {
    return database.number(0, "SELECT id FROM rows WHERE place = ? AND msgid = ? AND msgid <> ''",
                           place, msgid);
}

/// From the columns of `row_columns`.
Message row_of(const sqlite::Rows& found) {
    Message row;
    row.id = found.id<MessageId>(0);
    row.kind =
        static_cast<MessageKind>(std::clamp<std::int64_t>(found.integer(1), 0, kinds_count - 1));
    row.origin = found.integer(2) == 0 ? client::MessageOrigin::other : client::MessageOrigin::own;
    const std::uint64_t flags = found.number(3);
    row.state = (flags & sent) != 0 ? client::MessageState::sent : client::MessageState::received;
    row.mentions_me = (flags & mentions_me) != 0;
    row.from_history = (flags & from_history) != 0;
    row.missed = (flags & missed) != 0;
    row.read_elsewhere = (flags & read_elsewhere) != 0;
    row.redacted = (flags & redacted) != 0;
    row.after_gap = (flags & after_gap) != 0;
    row.time = found.time(4);
    row.msgid = found.text(5);
    row.sender = found.text(6);
    row.account = found.text(7);
    row.subject = found.text(8);
    row.text = found.text(9);
    row.target = found.text(10);
    row.reply_to = found.text(11);
    row.client_id = found.text(12);
    row.tags = found.text(13);
    row.gap_from = found.text(14);
    return row;
}

bool keep(Database& database, std::int64_t place, const Message& row) {
    return database.run(
        "INSERT INTO rows(place, id, kind, origin, flags, time_ms, msgid, sender, account, "
        "subject, "
        "text, target, reply_to, client_id, tags, gap_from) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(place, id) DO UPDATE SET kind = excluded.kind, origin = excluded.origin, "
        "flags = excluded.flags, time_ms = excluded.time_ms, msgid = excluded.msgid, "
        "sender = excluded.sender, account = excluded.account, subject = excluded.subject, "
        "text = excluded.text, target = excluded.target, reply_to = excluded.reply_to, "
        "client_id = excluded.client_id, tags = excluded.tags, gap_from = excluded.gap_from",
        place, row.id, static_cast<std::uint32_t>(row.kind), static_cast<std::uint32_t>(row.origin),
        flags_of(row), row.time, row.msgid, row.sender, row.account, row.subject, row.text,
        row.target, row.reply_to, row.client_id, row.tags, row.gap_from);
}

// Both names are one conversation from now on.
bool merge_places(Database& database, std::int64_t from, std::int64_t into) {
    return database.run(
               "DELETE FROM rows WHERE place = ?1 AND msgid <> '' AND EXISTS (SELECT 1 FROM rows "
               "AS other WHERE other.place = ?2 AND other.msgid = rows.msgid AND other.msgid <> '' "
               "AND other.id < rows.id)",
               from, into) &&
           database.run(
               "DELETE FROM rows WHERE place = ?2 AND msgid <> '' AND EXISTS (SELECT 1 FROM rows "
               "AS other WHERE other.place = ?1 AND other.msgid = rows.msgid AND other.msgid <> "
               "'')",
               from, into) &&
           database.run("UPDATE rows SET place = ?2 WHERE place = ?1", from, into) &&
           database.run(
               "UPDATE places SET read_up_to = max(places.read_up_to, moved.read_up_to), "
               "read_ms = max(places.read_ms, moved.read_ms), "
               "told_ms = max(places.told_ms, moved.told_ms), kind = moved.kind, "
               "topic = coalesce(moved.topic, places.topic), "
               "rows_count = (SELECT count(*) FROM rows WHERE place = ?2) "
               "FROM (SELECT * FROM places WHERE id = ?1) AS moved WHERE places.id = ?2",
               from, into) &&
           database.run("DELETE FROM places WHERE id = ?", from);
}

}  // namespace

bool apply(Database& database, const client::KeepPlace& write) {
    const client::StoredPlace& place = write.place;
    const std::int64_t id = find_or_make_place(database, place.key);
    if (id == no_place) return false;
    const bool kept = database.run(
        "UPDATE places SET name = ?2, kind = ?3, read_up_to = max(read_up_to, ?4), "
        "read_ms = max(read_ms, ?5), told_ms = max(told_ms, ?6) WHERE id = ?1",
        id, place.name, static_cast<std::uint32_t>(place.kind), place.read_up_to, place.read,
        place.told);
    if (!kept || !place.topic) return kept;
    return database.run("UPDATE places SET topic = ? WHERE id = ?", *place.topic, id);
}

bool apply(Database& database, const client::KeepRow& write) {
    const std::int64_t place = find_or_make_place(database, write.key);
    if (place == no_place) return false;
    const std::int64_t twin = id_of(database, place, write.row.msgid);
    if (twin != 0 && twin != static_cast<std::int64_t>(write.row.id.value)) return true;
    return keep(database, place, write.row);
}

bool apply(Database& database, const client::DropRow& write) {
    const std::int64_t place = find_place(database, write.key);
    return database.run("DELETE FROM rows WHERE place = ? AND id = ?", place, write.id);
}

bool apply(Database& database, const client::RedactRow& write) {
    const std::int64_t place = find_place(database, write.key);
    const std::int64_t id = id_of(database, place, write.msgid);
    if (id == 0) return true;
    constexpr auto last_speech = static_cast<std::uint32_t>(MessageKind::notice);
    static_assert(client::is_speech(MessageKind::notice) &&
                  !client::is_speech(MessageKind::joined));
    return database.run(
        "UPDATE rows SET flags = (flags | ?1) & ~?2, subject = ?3, text = ?4, tags = '' "
        "WHERE place = ?5 AND id = ?6 AND kind <= ?7",
        std::uint32_t{redacted}, std::uint32_t{mentions_me}, write.by, write.reason, place, id,
        last_speech);
}

bool apply(Database& database, const client::RenamePlace& write) {
    if (!database.run("UPDATE OR REPLACE drafts SET key = ? WHERE key = ?", write.to, write.from)) {
        return false;
    }
    const std::int64_t from = find_place(database, write.from);
    if (from == no_place) return true;
    const std::int64_t to = find_place(database, write.to);
    const std::int64_t id = to == no_place ? from : to;
    if (id != from && !merge_places(database, from, to)) return false;
    return database.run("UPDATE places SET key = ?, name = ? WHERE id = ?", write.to, write.name,
                        id);
}

bool apply(Database& database, const client::TrimRows& write) {
    bool done = database.run("DELETE FROM rows WHERE time_ms < ?", write.before);
    const auto place_max = static_cast<std::int64_t>(write.rows_of_place_max);
    for (;;) {
        const std::int64_t place = database.number(
            no_place, "SELECT id FROM places WHERE rows_count > ? LIMIT 1", place_max);
        if (!done || place == no_place) break;
        done = database.run(
            "DELETE FROM rows WHERE place = ?1 AND id IN (SELECT id FROM rows WHERE place = ?1 "
            "ORDER BY id LIMIT (SELECT rows_count FROM places WHERE id = ?1) - ?2)",
            place, place_max);
    }
    const std::int64_t all = database.number(0, "SELECT sum(rows_count) FROM places");
    const std::int64_t too_many = all - static_cast<std::int64_t>(write.rows_max);
    if (!done || too_many <= 0) return done;
    return database.run(
        "DELETE FROM rows WHERE (place, id) IN (SELECT place, id FROM rows ORDER BY id LIMIT ?)",
        too_many);
}

client::StoredRows read_rows(Database& database, const client::ReadRows& question) {
    client::StoredRows answer;
    answer.conversation = question.conversation;
    client::StoredPlace place;
    std::int64_t id = no_place;
    {
        sqlite::Rows found = database.query(
            "SELECT id, name, kind, read_up_to, read_ms, told_ms, topic, topic IS NULL "
            "FROM places WHERE key = ?",
            question.key);
        if (!found.next()) return answer;
        id = found.integer(0);
        place.key = question.key;
        place.name = found.text(1);
        place.kind = found.integer(2) == 0 ? client::ConversationKind::room
                                           : client::ConversationKind::person;
        place.read_up_to = found.id<MessageId>(3);
        place.read = found.time(4);
        place.told = found.time(5);
        if (found.integer(7) == 0) place.topic = found.text(6);
    }
    const std::uint64_t before =
        question.before ? question.before.value
                        : static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    client::StoredPageEnd end(question, place.read_up_to);
    answer.place = std::move(place);
    sqlite::Rows found = database.query(
        "SELECT id, kind, origin, flags, time_ms, msgid, sender, account, subject, text, target, "
        "reply_to, client_id, tags, gap_from FROM rows WHERE place = ? AND id < ? ORDER BY id DESC",
        id, before);
    while (found.next()) {
        answer.more = end.reached();
        if (answer.more) break;
        answer.rows.push_back(row_of(found));
        end.pass(answer.rows.back());
    }
    std::reverse(answer.rows.begin(), answer.rows.end());
    return answer;
}

client::StoredBounds read_bounds(Database& database) {
    client::StoredBounds bounds;
    bounds.oldest.value = static_cast<std::uint64_t>(
        database.number(0,
                        "SELECT min(id) FROM (SELECT min(id) AS id FROM rows UNION ALL "
                        "SELECT min(id) FROM unsent)"));
    bounds.newest.value = static_cast<std::uint64_t>(
        database.number(0,
                        "SELECT max(id) FROM (SELECT max(id) AS id FROM rows UNION ALL "
                        "SELECT max(id) FROM unsent)"));
    return bounds;
}

}  // namespace brusio::client_sqlite
