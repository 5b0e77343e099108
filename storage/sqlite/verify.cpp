#include "storage/sqlite/verify.h"

#include <array>
#include <utility>

#include "storage/sqlite/schema.h"

namespace brusio::sqlite {

namespace {

/// Each row of the answer is a fault; its first column says where.
struct Rule {
    const char* fault;
    const char* sql;
};

constexpr std::array rules{
    Rule{"the log of this conversation has holes",
         "SELECT conversation FROM message GROUP BY conversation "
         "HAVING COUNT(*) <> MAX(seq) - MIN(seq) + 1 OR MIN(seq) < 1"},
    Rule{"time goes back in the log of this conversation",
         "SELECT DISTINCT conversation FROM (SELECT conversation, time_ms, LAG(time_ms) OVER "
         "(PARTITION BY conversation ORDER BY seq) AS before FROM message) WHERE time_ms < before"},
    Rule{"two messages have this id",
         "SELECT id FROM message NOT INDEXED GROUP BY id HAVING COUNT(*) > 1"},
    Rule{"this conversation was never counted",
         "SELECT conversation FROM (SELECT MAX(conversation) AS conversation FROM message UNION "
         "SELECT MAX(id) FROM room UNION SELECT MAX(id) FROM pair) WHERE conversation > "
         "(SELECT COALESCE(MAX(value), 0) FROM counter WHERE name = 'conversation')"},
    Rule{"this account was never counted",
         "SELECT id FROM account WHERE id > "
         "(SELECT COALESCE(MAX(value), 0) FROM counter WHERE name = 'account')"},
    Rule{"this conversation is both a room and a pair",
         "SELECT id FROM room WHERE id IN (SELECT id FROM pair)"},
    Rule{"a member of this room has no account",
         "SELECT room FROM membership WHERE account NOT IN (SELECT id FROM account)"},
    Rule{"this room has members and is not there",
         "SELECT DISTINCT room FROM membership WHERE room NOT IN (SELECT id FROM room)"},
    Rule{"the founder of this room has no account",
         "SELECT id FROM room WHERE founder <> 0 AND founder NOT IN (SELECT id FROM account)"},
    Rule{"this room grants ranks to no account",
         "SELECT DISTINCT room FROM room_grant WHERE account NOT IN (SELECT id FROM account)"},
    Rule{"this account has read markers and is not there",
         "SELECT DISTINCT account FROM read_marker WHERE account NOT IN (SELECT id FROM account)"},
    Rule{"the index of this conversation knows more than its log",
         "SELECT conversation FROM word_mark AS mark WHERE seq > COALESCE((SELECT MAX(seq) "
         "FROM message WHERE message.conversation = mark.conversation), 0)"},
    Rule{"the names of this pair are in the wrong order", "SELECT id FROM pair WHERE a > b"},
};

void add(Verdict& verdict, std::string fault) {
    if (verdict.faults.size() < faults_max) verdict.faults.push_back(std::move(fault));
}

void check_rule(Database& database, const Rule& rule, Verdict& verdict) {
    Rows rows = database.query(rule.sql);
    while (rows.next()) add(verdict, std::string{rule.fault} + ": " + rows.text(0));
    if (!rows.ok()) add(verdict, "the store cannot be read: " + database.error());
}

}  // namespace

Verdict verify(Database& database) {
    Verdict verdict;
    {
        Rows rows = database.query("PRAGMA integrity_check(20)");
        while (rows.next()) {
            if (rows.text(0) != "ok") add(verdict, "SQLite finds: " + rows.text(0));
        }
        if (!rows.ok()) add(verdict, "the store cannot be read: " + database.error());
    }
    if (!verdict.faults.empty()) return verdict;
    const auto mark = read_mark(database);
    if (!mark || mark->version != schema_version) {
        add(verdict, "the store is of an older version: start the server once to bring it up");
        return verdict;
    }
    for (const Rule& rule : rules) check_rule(database, rule, verdict);
    const auto count = [&](const char* sql) {
        return static_cast<std::uint64_t>(database.number(0, sql));
    };
    verdict.accounts = count("SELECT COUNT(*) FROM account");
    verdict.rooms = count("SELECT COUNT(*) FROM room");
    verdict.conversations = count("SELECT COUNT(DISTINCT conversation) FROM message");
    verdict.messages = count("SELECT COUNT(*) FROM message");
    return verdict;
}

}  // namespace brusio::sqlite
