#include "storage/sqlite/verify.h"

#include <array>
#include <utility>

#include "storage/sqlite/schema.h"

namespace brusio::sqlite {

namespace {

/// Each row of the answer is a fault; its first column says where.
struct Rule {
    int since;  // the version of the schema that has what it asks for
    const char* fault;
    const char* sql;
};

constexpr std::array rules{
    Rule{1, "the log of this conversation has holes",
         "SELECT conversation FROM message GROUP BY conversation "
         "HAVING COUNT(*) <> MAX(seq) - MIN(seq) + 1 OR MIN(seq) < 1"},
    Rule{1, "time goes back in the log of this conversation",
         "SELECT DISTINCT conversation FROM (SELECT conversation, time_ms, LAG(time_ms) OVER "
         "(PARTITION BY conversation ORDER BY seq) AS before FROM message) WHERE time_ms < before"},
    Rule{1, "two messages have this id",
         "SELECT id FROM message NOT INDEXED GROUP BY id HAVING COUNT(*) > 1"},
    Rule{1, "this conversation was never counted",
         "SELECT conversation FROM (SELECT MAX(conversation) AS conversation FROM message UNION "
         "SELECT MAX(id) FROM room UNION SELECT MAX(id) FROM pair) WHERE conversation > "
         "(SELECT COALESCE(MAX(value), 0) FROM counter WHERE name = 'conversation')"},
    Rule{1, "this account was never counted",
         "SELECT id FROM account WHERE id > "
         "(SELECT COALESCE(MAX(value), 0) FROM counter WHERE name = 'account')"},
    Rule{1, "this conversation is both a room and a pair",
         "SELECT id FROM room WHERE id IN (SELECT id FROM pair)"},
    Rule{1, "a member of this room has no account",
         "SELECT room FROM membership WHERE account NOT IN (SELECT id FROM account)"},
    Rule{1, "this room has members and is not there",
         "SELECT DISTINCT room FROM membership WHERE room NOT IN (SELECT id FROM room)"},
    Rule{1, "the founder of this room has no account",
         "SELECT id FROM room WHERE founder <> 0 AND founder NOT IN (SELECT id FROM account)"},
    Rule{2, "this room grants ranks to no account",
         "SELECT DISTINCT room FROM room_grant WHERE account NOT IN (SELECT id FROM account)"},
    Rule{1, "this account has read markers and is not there",
         "SELECT DISTINCT account FROM read_marker WHERE account NOT IN (SELECT id FROM account)"},
    Rule{6, "this account has a presence and is not there",
         "SELECT account FROM presence WHERE account NOT IN (SELECT id FROM account)"},
    Rule{10, "this account has news and no presence",
         "SELECT DISTINCT account FROM presence_news "
         "WHERE account NOT IN (SELECT account FROM presence)"},
    Rule{6, "this account has private notes and is not there",
         "SELECT DISTINCT account FROM private_note WHERE account NOT IN (SELECT id FROM account)"},
    Rule{7, "this account accepts one that is not there",
         "SELECT DISTINCT account FROM contact_accepted "
         "WHERE account NOT IN (SELECT id FROM account) "
         "OR accepted NOT IN (SELECT id FROM account)"},
    Rule{7, "this account has silenced people and is not there",
         "SELECT DISTINCT account FROM contact_silenced "
         "WHERE account NOT IN (SELECT id FROM account)"},
    Rule{3, "the index of this conversation knows more than its log",
         "SELECT conversation FROM word_mark AS mark WHERE seq > COALESCE((SELECT MAX(seq) "
         "FROM message WHERE message.conversation = mark.conversation), 0)"},
    Rule{1, "the names of this pair are in the wrong order", "SELECT id FROM pair WHERE a > b"},
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
    if (!mark || mark->version < 1 || mark->version > schema_version) {
        add(verdict, "nothing of a store is in the file");
        return verdict;
    }
    verdict.version = mark->version;
    for (const Rule& rule : rules) {
        if (rule.since <= verdict.version) check_rule(database, rule, verdict);
    }
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
