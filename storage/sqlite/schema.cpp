#include "storage/sqlite/schema.h"

#include <sqlite3.h>

#include <array>
#include <chrono>

#include "core/base/assert.h"

namespace brusio::sqlite {

namespace {

// Times (*_ms) are milliseconds since 1970-01-01T00:00:00Z. Texts are bytes as people sent them.
// One entry of the array leads from its index to the next version.
constexpr std::array<const char*, schema_version> steps{R"sql(
PRAGMA application_id = 0x42727573;

-- The greatest account and conversation ever given, and the last start's epoch (microseconds).
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- kind: RecordKind of core/ports/records.h; below 10 it was said, from 10 on it happened.
-- seq counts without holes; time_ms never goes back within a conversation.
CREATE TABLE message (
    conversation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    id TEXT NOT NULL,
    sender TEXT NOT NULL,
    account INTEGER,            -- NULL: a guest
    account_name TEXT NOT NULL,
    target TEXT NOT NULL,
    text TEXT NOT NULL,
    client_tags TEXT NOT NULL,
    client_id TEXT,             -- NULL: none
    from_bot INTEGER NOT NULL,  -- 0 or 1
    redacted INTEGER NOT NULL,  -- 0 or 1
    PRIMARY KEY (conversation, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX message_by_id ON message (id);
CREATE INDEX message_by_time ON message (conversation, time_ms);
CREATE INDEX message_said ON message (conversation, seq) WHERE kind < 10;
CREATE UNIQUE INDEX message_by_client_id ON message (account, client_id)
    WHERE account IS NOT NULL AND client_id IS NOT NULL;

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    skeleton TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    scram_salt TEXT NOT NULL,
    scram_iterations INTEGER NOT NULL,  -- 0: no keys
    scram_stored_key TEXT NOT NULL,
    scram_server_key TEXT NOT NULL,
    email TEXT NOT NULL,
    registered_ms INTEGER NOT NULL,
    last_seen_ms INTEGER NOT NULL,
    suspended INTEGER NOT NULL          -- 0 or 1
) STRICT;
CREATE TABLE account_fingerprint (
    account INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- counts from 0
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE room (
    id INTEGER PRIMARY KEY,             -- of the conversation
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    created_ms INTEGER NOT NULL,
    founder INTEGER NOT NULL,           -- account; 0: none
    topic TEXT NOT NULL,
    topic_set_by TEXT NOT NULL,
    topic_when_ms INTEGER NOT NULL,
    modes TEXT NOT NULL,                -- letters
    password TEXT NOT NULL,
    members_max INTEGER NOT NULL        -- 0: any number
) STRICT;
CREATE TABLE room_mask (
    room INTEGER NOT NULL,
    list INTEGER NOT NULL,              -- 0 bans, 1 ban exceptions, 2 invite exceptions
    place INTEGER NOT NULL,             -- counts from 0
    mask TEXT NOT NULL,
    set_by TEXT NOT NULL,
    when_ms INTEGER NOT NULL,
    PRIMARY KEY (room, list, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
    account INTEGER NOT NULL,
    room INTEGER NOT NULL,
    ranks TEXT NOT NULL,                -- letters
    joined_ms INTEGER NOT NULL,
    PRIMARY KEY (account, room)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_by_room ON membership (room);

CREATE TABLE pair (
    id INTEGER PRIMARY KEY,             -- of the conversation
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    UNIQUE (a, b)
) STRICT;

CREATE TABLE read_marker (
    account INTEGER NOT NULL,
    target TEXT NOT NULL,
    read_up_to_ms INTEGER NOT NULL,
    PRIMARY KEY (account, target)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    place INTEGER PRIMARY KEY,
    time_ms INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
)sql",
                                                        R"sql(
CREATE TABLE room_grant (
    room INTEGER NOT NULL,
    account INTEGER NOT NULL,
    ranks TEXT NOT NULL,                -- letters, that it gets whenever it comes in
    PRIMARY KEY (room, account)
) STRICT, WITHOUT ROWID;
-- Nobody has written memberships so far.
DROP TABLE membership;
CREATE TABLE membership (
    account INTEGER NOT NULL,
    room INTEGER NOT NULL,
    ranks TEXT NOT NULL,                -- letters
    seq_first INTEGER NOT NULL,         -- the first of the room's entries that it may see
    PRIMARY KEY (account, room)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_by_room ON membership (room);
)sql",
                                                        R"sql(
-- Keys of a table are each there once.
CREATE TABLE account_metadata (
    account INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE room_metadata (
    room INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (room, key)
) STRICT, WITHOUT ROWID;
-- The words of messages and notices. The rowid is the conversation times 2^32 plus the seq; the
-- texts themselves stay in `message` alone.
CREATE VIRTUAL TABLE message_words USING fts5 (
    text, nick, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
-- Up to which entry the words of a conversation are in the index; none: nothing is yet.
CREATE TABLE word_mark (conversation INTEGER PRIMARY KEY, seq INTEGER NOT NULL) STRICT;
)sql",
                                                        R"sql(
-- kind: BanKind of core/ports/records.h.
CREATE TABLE ban (
    kind INTEGER NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_by TEXT NOT NULL,
    when_ms INTEGER NOT NULL,
    until_ms INTEGER NOT NULL,          -- 0: for good
    PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;
)sql",
                                                        R"sql(
-- Addresses, and /64 networks of IPv6, from which an account's owner has logged in.
CREATE TABLE account_address (
    account INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- counts from 0, the oldest first
    address TEXT NOT NULL,
    PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;
)sql",
                                                        R"sql(
CREATE TABLE presence (
    account INTEGER PRIMARY KEY,
    nick TEXT NOT NULL,
    username TEXT NOT NULL,
    host TEXT NOT NULL,
    realname TEXT NOT NULL,
    modes TEXT NOT NULL,                -- letters
    away TEXT NOT NULL,                 -- '': it said nothing
    signon_ms INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    absent_since_ms INTEGER NOT NULL    -- 0: has a session
) STRICT;
CREATE TABLE presence_invitation (
    account INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- counts from 0, the oldest first
    room INTEGER NOT NULL,
    PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;
-- target: "room:" and a conversation, or a party as in `pair`.
CREATE TABLE private_note (
    account INTEGER NOT NULL,
    target TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (account, target, key)
) STRICT, WITHOUT ROWID;
-- What was noted under these keys so far, everybody could read.
INSERT INTO private_note SELECT account, 'account:' || account, key, value
    FROM account_metadata WHERE key GLOB 'soju.im/*';
DELETE FROM account_metadata WHERE key GLOB 'soju.im/*';
DELETE FROM room_metadata WHERE key GLOB 'soju.im/*';
)sql",
                                                        R"sql(
-- Whom an account lets come near, and whom not.
CREATE TABLE contact_accepted (
    account INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- counts from 0
    accepted INTEGER NOT NULL,          -- an account
    PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_silenced (
    account INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- counts from 0
    mask TEXT NOT NULL,
    PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;
-- When a suspension ends by itself; 0: never.
ALTER TABLE account ADD COLUMN suspended_until_ms INTEGER NOT NULL DEFAULT 0;
)sql",
                                                        R"sql(
-- 0 or 1: somebody who reads mail there has shown so.
ALTER TABLE account ADD COLUMN email_verified INTEGER NOT NULL DEFAULT 0;
-- Accounts that are not there before a mail was answered.
CREATE TABLE unverified_account (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    skeleton TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    scram_salt TEXT NOT NULL,
    scram_iterations INTEGER NOT NULL,
    scram_stored_key TEXT NOT NULL,
    scram_server_key TEXT NOT NULL,
    email TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    address TEXT NOT NULL,
    until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- kind: MailTokenKind of core/ports/records.h.
CREATE TABLE mail_token (
    account INTEGER NOT NULL,           -- 0: of one that is not there
    kind INTEGER NOT NULL,
    hash TEXT NOT NULL,
    email TEXT NOT NULL,                -- the new address, or ''
    until_ms INTEGER NOT NULL,
    PRIMARY KEY (account, kind)
) STRICT, WITHOUT ROWID;
)sql",
                                                        R"sql(
-- StayChoice of core/ports/records.h.
ALTER TABLE account ADD COLUMN stay_choice INTEGER NOT NULL DEFAULT 0;
)sql",
                                                        R"sql(
-- What an account is told of when it is back. kind: AbsenceNewsKind of core/ports/records.h.
CREATE TABLE presence_news (
    account INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- counts from 0, the oldest first
    kind INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    room TEXT NOT NULL,                 -- its name at the time
    set_by TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;
)sql"};

constexpr std::array<const char*, schema_version> marks{
    "PRAGMA user_version = 1", "PRAGMA user_version = 2", "PRAGMA user_version = 3",
    "PRAGMA user_version = 4", "PRAGMA user_version = 5", "PRAGMA user_version = 6",
    "PRAGMA user_version = 7", "PRAGMA user_version = 8", "PRAGMA user_version = 9",
    "PRAGMA user_version = 10"};

/// For as long as it lives, tells of the steps and how long one takes, and breaks off what nobody
/// waits for any more.
class StepWatch {
 public:
    StepWatch(Database& database, const OpeningWatcher& watcher)
        : database_(database), watcher_(watcher) {
        const auto look = [](void* self) {
            return static_cast<StepWatch*>(self)->goes_on() ? 0 : 1;
        };
        sqlite3_progress_handler(database_.handle(), instructions_between_looks, look, this);
    }
    ~StepWatch() { sqlite3_progress_handler(database_.handle(), 0, nullptr, nullptr); }
    StepWatch(const StepWatch&) = delete;
    StepWatch& operator=(const StepWatch&) = delete;

    void tell_step(std::size_t version) {
        version_ = version;
        told_ = began_ = std::chrono::steady_clock::now();
        tell("begun");
    }

 private:
    static constexpr int instructions_between_looks = 100'000;
    static constexpr std::chrono::seconds pause{5};  // between two reports

    void tell(const std::string& how) const {
        watcher_.tell({OpeningNews::Kind::information, "store_migrates",
                       "step to version " + std::to_string(version_) + " of " +
                           std::to_string(schema_version) + ": " + how});
    }
    bool goes_on() {
        const auto now = std::chrono::steady_clock::now();
        if (now - told_ >= pause && version_ > 0) {
            told_ = now;
            const auto took = std::chrono::duration_cast<std::chrono::seconds>(now - began_);
            tell("for " + std::to_string(took.count()) + " s so far");
        }
        return !watcher_.is_broken_off();
    }

    Database& database_;
    const OpeningWatcher& watcher_;
    std::size_t version_ = 0;
    std::chrono::steady_clock::time_point began_, told_;
};

}  // namespace

Result<FileMark, std::string> read_mark(Database& database) {
    FileMark mark;
    for (const auto& [sql, field] : {std::pair{"PRAGMA application_id", &FileMark::application},
                                     std::pair{"PRAGMA user_version", &FileMark::version}}) {
        Rows rows = database.query(sql);
        if (!rows.next()) return Err{database.error()};
        mark.*field = rows.integer(0);
    }
    return mark;
}

std::string refusal(const std::string& path, const std::string& why, const Database* database) {
    if (database == nullptr || !database->is_damaged()) {
        return "the store " + path + " cannot be opened: " + why;
    }
    return "the store " + path + " is damaged (" + why +
           "). Put a backup in its place (brusiod restore FILE), or move it away to begin with an "
           "empty one; "
           "docs/operations.md says how";
}

Result<Done, std::string> check_mark(Database& database, const std::string& path) {
    const auto mark = read_mark(database);
    if (!mark) return Err{refusal(path, mark.error(), &database)};
    if (mark->version > schema_version) {
        return Err{"the store " + path + " was written by a newer version of brusiod (it has " +
                   std::to_string(mark->version) + ", this one knows " +
                   std::to_string(schema_version) + ")"};
    }
    const bool is_new = mark->application == 0 && mark->version == 0;
    if (is_new || mark->application == application_mark) return Done{};
    return Err{path + " is not a store of brusiod"};
}

Result<Done, std::string> migrate(
    Database& database, const std::function<Result<Done, std::string>(int version)>& copy_first,
    const OpeningWatcher& watcher) {
    const auto mark = read_mark(database);
    if (!mark) return Err{mark.error()};
    const int found = static_cast<int>(mark->version);
    BRUSIO_ASSERT(found >= 0 && found <= schema_version);
    if (found == schema_version) return Done{};
    if (found > 0) {
        if (auto copied = copy_first(found); !copied) return Err{copied.error()};
    }
    StepWatch watch{database, watcher};
    for (auto version = static_cast<std::size_t>(found); version < steps.size(); ++version) {
        if (found > 0) watch.tell_step(version + 1);
        const bool done = database.execute("BEGIN IMMEDIATE") && database.execute(steps[version]) &&
                          database.execute(marks[version]) && database.execute("COMMIT");
        if (done) continue;
        const std::string why = database.error();
        database.execute("ROLLBACK");
        return Err{"the store cannot be brought to this version: " + why};
    }
    return Done{};
}

}  // namespace brusio::sqlite
