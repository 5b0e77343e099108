#include "storage/sqlite/sqlite_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "storage/sqlite/backup.h"
#include "storage/sqlite/verify.h"
#include "tests/storage/sqlite/wake_bell.h"
#include "tests/support/temporary_folder.h"

namespace brusio::sqlite {
namespace {

using testing::HasSubstr;

AppendMessage message(std::uint64_t seq, std::uint64_t conversation = 1) {
    AppendMessage write{ConversationId{conversation}, {}};
    write.message.id = std::to_string(conversation) + "-" + std::to_string(seq);
    write.message.seq = seq;
    write.message.time = WallTime{1'000 + static_cast<std::int64_t>(seq)};
    write.message.text = "text";
    return write;
}

class SqliteStoreTest : public testing::Test {
 protected:
    SqliteStore::Options options() {
        SqliteStore::Options options;
        options.folder = folder_.path("data");
        options.wake = [this] { bell_.ring(); };
        return options;
    }
    void open(SqliteStore::Options options) {
        auto opened = SqliteStore::open(std::move(options));
        ASSERT_TRUE(opened) << opened.error();
        store_ = std::move(opened).value();
    }
    void open() { open(options()); }
    std::string refusal() {
        auto opened = SqliteStore::open(options());
        return opened ? "it opened" : opened.error();
    }
    /// How the next batch ends.
    CommitResult write(const std::vector<Write>& writes) {
        store_->submit(BatchId{++batches_}, writes);
        std::vector<Commit> ended;
        while (ended.empty() && bell_.await()) store_->collect(ended);
        EXPECT_EQ(ended.at(0).batch, BatchId{batches_});
        return ended.at(0).result;
    }
    void say(std::uint64_t first, std::uint64_t last) {
        std::vector<Write> writes;
        for (std::uint64_t seq = first; seq <= last; ++seq) writes.push_back(message(seq));
        EXPECT_EQ(write(writes), CommitResult::durable);
    }
    Verdict verdict_of(const std::string& path) {
        auto database = Database::open(path, {Access::read, nullptr});
        EXPECT_TRUE(database);
        return verify(*database.value());
    }
    /// Changes the file behind the store's back.
    void tamper(const char* sql) {
        sqlite3* handle = nullptr;
        ASSERT_EQ(sqlite3_open((folder_.path("data/brusio.db")).c_str(), &handle), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(handle);
    }
    [[nodiscard]] std::string file() const { return folder_.path("data/brusio.db"); }

    test::TemporaryFolder folder_;
    WakeBell bell_;
    std::unique_ptr<SqliteStore> store_;
    std::uint64_t batches_ = 0;
};

unsigned mode_of(const std::string& path) {
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 ? found.st_mode & 0777U : 0U;
}

TEST_F(SqliteStoreTest, is_for_its_owner_alone) {
    open();
    say(1, 3);
    EXPECT_EQ(mode_of(folder_.path("data")), 0700U);
    for (const char* name : {"/brusio.db", "/brusio.db-wal", "/brusio.db-shm", "/brusio.lock"}) {
        EXPECT_EQ(mode_of(folder_.path("data") + name), 0600U) << name;
    }
}

TEST_F(SqliteStoreTest, nothing_of_a_redacted_message_is_left_in_the_file) {
    const auto holds = [this](const std::string& words) {
        store_.reset();
        std::ifstream in{file(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        EXPECT_GT(bytes.size(), 4096U);
        return bytes.find(words) != std::string::npos;
    };
    open();
    say(1, 40);
    AppendMessage said = message(41);
    said.message.text = "the key is under the mat";
    said.message.client_tags = "+reply=the-old-oak";
    write({said, message(42)});
    EXPECT_TRUE(holds("under the mat"));
    open();
    write({RedactMessage{said.conversation, said.message.id}});
    EXPECT_FALSE(holds("under the mat"));
    EXPECT_FALSE(holds("the-old-oak"));
}

TEST_F(SqliteStoreTest, a_second_server_is_kept_out_with_one_sentence) {
    open();
    const std::string error = refusal();
    EXPECT_THAT(error, HasSubstr("another brusiod (process " + std::to_string(::getpid()) + ")"));
    EXPECT_THAT(error, HasSubstr(folder_.path("data")));
    store_.reset();
    open();
}

TEST_F(SqliteStoreTest, every_start_has_a_greater_epoch_whatever_the_clock_says) {
    SqliteStore::Options wanted = options();
    wanted.writer.epoch = 500;
    open(wanted);
    EXPECT_EQ(store_->epoch(), 500U);
    store_.reset();
    wanted.writer.epoch = 20;
    open(wanted);
    EXPECT_EQ(store_->epoch(), 501U);
}

TEST_F(SqliteStoreTest, closing_makes_durable_what_was_submitted) {
    open();
    for (std::uint64_t seq = 1; seq <= 50; ++seq) {
        const std::vector<Write> writes{message(seq)};
        store_->submit(BatchId{seq}, writes);
    }
    store_.reset();
    EXPECT_FALSE(std::filesystem::exists(file() + "-wal"));
    EXPECT_EQ(verdict_of(file()).messages, 50U);
}

TEST_F(SqliteStoreTest, a_damaged_file_is_refused_with_what_to_do) {
    std::filesystem::create_directories(folder_.path("data"));
    std::ofstream{file()} << std::string(8'192, 'x');
    const std::string error = refusal();
    EXPECT_THAT(error, HasSubstr("is damaged"));
    EXPECT_THAT(error, HasSubstr("Put a backup in its place"));
}

TEST_F(SqliteStoreTest, a_file_of_somebody_else_is_refused) {
    std::filesystem::create_directories(folder_.path("data"));
    tamper("PRAGMA application_id = 7; CREATE TABLE a (b)");
    EXPECT_THAT(refusal(), HasSubstr("is not a store of brusiod"));
}

/// Makes the file one of version 1.
constexpr const char* as_version_1 =
    "PRAGMA user_version = 1; ALTER TABLE account DROP COLUMN email_verified;"
    "ALTER TABLE account DROP COLUMN stay_choice;"
    "DROP TABLE unverified_account; DROP TABLE mail_token; DROP TABLE ban; DROP TABLE room_grant; "
    "DROP TABLE membership;"
    "DROP TABLE account_metadata; DROP TABLE room_metadata; DROP TABLE message_words;"
    "DROP TABLE word_mark; DROP TABLE account_address; DROP TABLE presence;"
    "DROP TABLE presence_invitation; DROP TABLE presence_news; DROP TABLE private_note;"
    "DROP TABLE contact_accepted; DROP TABLE contact_silenced;"
    "ALTER TABLE account DROP COLUMN suspended_until_ms;"
    "CREATE TABLE membership (account INTEGER NOT NULL, room INTEGER NOT NULL,"
    " ranks TEXT NOT NULL, joined_ms INTEGER NOT NULL, PRIMARY KEY (account, room)) STRICT";

TEST_F(SqliteStoreTest, a_file_of_an_older_version_is_brought_up_and_copied_first) {
    open();
    const std::vector<Write> writes{message(1)};
    store_->submit(BatchId{1}, writes);
    store_.reset();
    tamper(as_version_1);
    EXPECT_EQ(verdict_of(file()).version, 1);
    std::string told;
    SqliteStore::Options wanted = options();
    wanted.writer.watcher.tell = [&](const OpeningNews& news) {
        told += std::string{news.event} + ": " + news.note + "\n";
    };
    open(wanted);
    EXPECT_THAT(verdict_of(file()).faults, testing::IsEmpty());
    EXPECT_EQ(verdict_of(file()).messages, 1U);
    const std::string copy = folder_.path("data/brusio-before-version-2.db");
    EXPECT_EQ(verdict_of(copy).messages, 1U);
    EXPECT_EQ(verdict_of(copy).version, 1);
    EXPECT_THAT(verdict_of(copy).faults, testing::IsEmpty());
    EXPECT_THAT(told, HasSubstr("store_copied_first: the store of version 1 is copied to " + copy));
    EXPECT_THAT(told, HasSubstr("store_migrates: step to version 2 of "));
}

TEST_F(SqliteStoreTest, what_everybody_could_read_under_private_keys_nobody_else_can) {
    open();
    AccountRecord ann;
    ann.id = AccountId{7};
    ann.metadata = {{"soju.im/pinned", "1"}, {"url", "x"}};
    RoomRecord room;
    room.id = ConversationId{2};
    room.metadata = {{"soju.im/muted", "1"}, {"url", "y"}};
    EXPECT_EQ(write({SaveAccount{ann}, SaveRoom{room}}), CommitResult::durable);
    store_.reset();
    tamper(
        "PRAGMA user_version = 5; DROP TABLE presence; DROP TABLE presence_invitation;"
        "DROP TABLE presence_news; DROP TABLE private_note; DROP TABLE contact_accepted; DROP "
        "TABLE contact_silenced;"
        "ALTER TABLE account DROP COLUMN suspended_until_ms;"
        "ALTER TABLE account DROP COLUMN email_verified;"
        "ALTER TABLE account DROP COLUMN stay_choice;"
        "DROP TABLE unverified_account; DROP TABLE mail_token");
    open();
    const Kept& kept = store_->kept();
    EXPECT_EQ(kept.accounts.at(0).metadata, (Metadata{{"url", "x"}}));
    EXPECT_EQ(kept.rooms.at(0).room.metadata, (Metadata{{"url", "y"}}));
    EXPECT_EQ(kept.private_notes,
              (std::vector<PrivateNoteRecord>{{ann.id, "account:7", "soju.im/pinned", "1"}}));
}

TEST_F(SqliteStoreTest, a_start_that_was_killed_after_its_copy_makes_no_second_one) {
    open();
    store_.reset();
    tamper(as_version_1);
    SqliteStore::Options wanted = options();
    bool copied = false;
    wanted.writer.watcher.tell = [&](const OpeningNews& news) {
        copied = copied || news.event == "store_copied_first";
    };
    // Broken off in the very first step, again and again.
    tamper("CREATE TABLE room_grant (x)");
    for (int start = 0; start < 3; ++start) {
        copied = false;
        ASSERT_FALSE(SqliteStore::open(wanted));
        EXPECT_TRUE(copied);
    }
    const auto is_there = [this](const char* name) {
        return std::filesystem::exists(folder_.path("data/") + name);
    };
    EXPECT_TRUE(is_there("brusio-before-version-2.db"));
    EXPECT_FALSE(is_there("brusio-before-version-2-2.db"));
    // Of another store there is a copy besides.
    tamper("DROP TABLE room_grant; INSERT INTO counter VALUES ('other', 1)");
    open(wanted);
    EXPECT_TRUE(is_there("brusio-before-version-2-2.db"));
}

TEST_F(SqliteStoreTest, nobody_waits_for_a_start_that_is_broken_off) {
    open();
    say(1, 3);
    store_.reset();
    tamper(as_version_1);
    SqliteStore::Options wanted = options();
    wanted.writer.watcher.is_broken_off = [] { return true; };
    const auto opened = SqliteStore::open(wanted);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error(), HasSubstr("broken off"));
    EXPECT_EQ(verdict_of(file()).version, 1);
    EXPECT_FALSE(std::filesystem::exists(folder_.path("data/brusio-before-version-2.db")));
    open();
    EXPECT_EQ(verdict_of(file()).messages, 3U);
}

TEST_F(SqliteStoreTest, an_empty_file_beside_signs_of_an_earlier_store_is_no_beginning) {
    std::filesystem::create_directories(folder_.path("data"));
    tamper("PRAGMA journal_mode = WAL");  // as a start leaves it that is killed in its first moment
    ASSERT_GT(std::filesystem::file_size(file()), 0U);
    std::ofstream{folder_.path("data/secret")} << "32 bytes";
    EXPECT_THAT(refusal(), HasSubstr("secret says that there was one"));
    std::filesystem::remove(folder_.path("data/secret"));
    open();
}

TEST_F(SqliteStoreTest, a_file_of_a_newer_version_is_refused) {
    open();
    store_.reset();
    tamper("PRAGMA user_version = 1000");
    EXPECT_THAT(refusal(), HasSubstr("newer version of brusiod"));
}

TEST_F(SqliteStoreTest, a_write_that_breaks_a_promise_fails_for_good_and_leaves_nothing) {
    open();
    say(1, 2);
    EXPECT_EQ(write({message(3), message(2)}), CommitResult::failed);
    EXPECT_EQ(store_->health(), StoreHealth::failed);
    EXPECT_THAT(store_->failure(), HasSubstr("UNIQUE"));
    EXPECT_EQ(write({message(3)}), CommitResult::failed);
    store_->ask({QueryId{1}, AuditQuery{1}});
    std::vector<QueryAnswer> answers;
    while (answers.empty() && bell_.await()) store_->collect_answers(answers);
    EXPECT_EQ(answers.at(0).result, QueryResult::failed);
    store_.reset();
    EXPECT_EQ(verdict_of(file()).messages, 2U);
}

TEST_F(SqliteStoreTest, a_disk_that_fills_up_is_foreseen_and_forgiven) {
    std::atomic<std::uint64_t> free{100'000'000};
    SqliteStore::Options wanted = options();
    wanted.free_bytes_min = 50'000'000;
    wanted.free_bytes = [&] { return std::optional{free.load()}; };
    open(wanted);
    say(1, 1);
    EXPECT_EQ(store_->health(), StoreHealth::accepting);
    free = 49'000'000;
    while (store_->health() == StoreHealth::accepting) ASSERT_TRUE(bell_.await());
    EXPECT_EQ(store_->health(), StoreHealth::full);
    say(2, 2);  // what comes nonetheless is kept
    free = 50'000'001;
    say(3, 3);
    EXPECT_EQ(store_->health(), StoreHealth::full);  // not yet: it would flutter
    free = 60'000'000;
    while (store_->health() == StoreHealth::full) ASSERT_TRUE(bell_.await());
    EXPECT_EQ(store_->health(), StoreHealth::accepting);
    store_.reset();
}

TEST_F(SqliteStoreTest, a_backup_is_whole_while_the_server_writes) {
    open();
    say(1, 500);
    const std::string copy = folder_.path("copy.db");
    std::atomic<bool> done{false};
    std::thread backup{[&] {
        const auto made = back_up(folder_.path("data"), copy);
        EXPECT_TRUE(made) << made.error();
        done = true;
    }};
    std::uint64_t last = 500;
    do {
        say(last + 1, last + 10);
        last += 10;
    } while (!done);
    backup.join();
    const Verdict verdict = verdict_of(copy);
    EXPECT_EQ(verdict.faults, std::vector<std::string>{});
    EXPECT_GE(verdict.messages, 500U);
    EXPECT_LE(verdict.messages, last);
    EXPECT_EQ(mode_of(copy), 0600U);
    EXPECT_FALSE(std::filesystem::exists(copy + ".part"));
    const auto again = back_up(folder_.path("data"), copy);
    ASSERT_FALSE(again);
    EXPECT_THAT(again.error(), HasSubstr("exists already"));
}

TEST_F(SqliteStoreTest, a_backup_serves_in_place_of_the_store) {
    open();
    say(1, 20);
    store_.reset();
    const std::string copy = folder_.path("copy.db");
    ASSERT_TRUE(back_up(folder_.path("data"), copy));
    std::filesystem::remove_all(folder_.path("data"));
    std::filesystem::create_directories(folder_.path("data"));
    std::filesystem::copy_file(copy, file());
    open();
    EXPECT_EQ(store_->kept().conversation_last, ConversationId{1});
    say(21, 21);
}

TEST_F(SqliteStoreTest, nothing_to_back_up_is_said_and_makes_nothing) {
    const auto made = back_up(folder_.path("data"), folder_.path("copy.db"));
    ASSERT_FALSE(made);
    EXPECT_THAT(made.error(), HasSubstr("there is no store"));
    EXPECT_FALSE(std::filesystem::exists(folder_.path("data")));
}

struct Harm {
    const char* sql;
    const char* fault;
};

TEST_F(SqliteStoreTest, verify_names_what_is_wrong) {
    open();
    AccountRecord ann;
    ann.id = AccountId{1};
    RoomRecord room;
    room.id = ConversationId{2};
    PresenceRecord presence;
    presence.account = ann.id;
    presence.news = {{AbsenceNewsKind::removed, WallTime{1}, "#a", "bob", ""}};
    EXPECT_EQ(
        write({SaveAccount{ann}, SaveRoom{room}, SaveMembership{{ann.id, room.id, "o", 1}},
               SavePair{{ConversationId{3}, "a", "b"}},
               SaveReadMarker{{ann.id, Folded{"#a"}, WallTime{}}}, SavePresence{presence},
               SavePrivateNote{{ann.id, "room:2", "k", "1"}}, message(1), message(2), message(3)}),
        CommitResult::durable);
    store_.reset();
    EXPECT_EQ(verdict_of(file()).faults, std::vector<std::string>{});
    for (const auto& [sql, fault] : {
             Harm{"DELETE FROM message WHERE seq = 2", "holes: 1"},
             Harm{"UPDATE message SET time_ms = 0 WHERE seq = 2", "time goes back"},
             Harm{"DELETE FROM counter WHERE name = 'conversation'", "never counted: 3"},
             Harm{"UPDATE counter SET value = 0 WHERE name = 'account'", "never counted: 1"},
             Harm{"UPDATE pair SET id = 2", "both a room and a pair: 2"},
             Harm{"DELETE FROM account", "no account: 2"},
             Harm{"DELETE FROM room", "is not there: 2"},
             Harm{"UPDATE room SET founder = 9", "founder of this room has no account: 2"},
             Harm{"UPDATE read_marker SET account = 9", "read markers and is not there: 9"},
             Harm{"UPDATE presence SET account = 9", "has a presence and is not there: 9"},
             Harm{"UPDATE presence_news SET account = 9", "news and no presence: 9"},
             Harm{"UPDATE private_note SET account = 9", "private notes and is not there: 9"},
             Harm{"UPDATE pair SET a = 'z'", "wrong order: 3"},
         }) {
        const std::string copy = folder_.path("harmed.db");
        std::filesystem::copy_file(file(), copy, std::filesystem::copy_options::overwrite_existing);
        auto database = Database::open(copy, {Access::write, nullptr});
        ASSERT_TRUE(database.value()->execute(sql));
        const Verdict verdict = verify(*database.value());
        ASSERT_FALSE(verdict.faults.empty()) << sql;
        EXPECT_THAT(verdict.faults, testing::Contains(HasSubstr(fault))) << sql;
    }
}

TEST_F(SqliteStoreTest, verify_sees_a_flipped_page) {
    open();
    say(1, 2'000);
    store_.reset();
    {
        std::fstream bytes{file(), std::ios::in | std::ios::out | std::ios::binary};
        bytes.seekp(30 * 4'096 + 1);
        bytes << std::string(64, '\x7f');
    }
    EXPECT_FALSE(verdict_of(file()).faults.empty());
}

}  // namespace
}  // namespace brusio::sqlite
