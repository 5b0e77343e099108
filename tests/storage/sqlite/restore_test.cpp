#include "storage/sqlite/restore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "storage/sqlite/backup.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sqlite/wake_bell.h"
#include "tests/support/temporary_folder.h"

namespace brusio::sqlite {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

class RestoreTest : public testing::Test {
 protected:
    [[nodiscard]] std::string data() const { return folder_.path("data"); }
    [[nodiscard]] std::string copy() const { return folder_.path("a copy?#%.db"); }
    /// Says `count` messages in a conversation of their own number.
    void say(std::uint64_t conversation, std::uint64_t count) const {
        SqliteStore::Options options;
        options.folder = data();
        auto store = SqliteStore::open(std::move(options));
        ASSERT_TRUE(store) << store.error();
        std::vector<Write> writes;
        for (std::uint64_t seq = 1; seq <= count; ++seq) {
            AppendMessage write{ConversationId{conversation}, {}};
            write.message.id = std::to_string(conversation) + "-" + std::to_string(seq);
            write.message.seq = seq;
            writes.emplace_back(write);
        }
        store.value()->submit(BatchId{1}, writes);
    }
    void back_up_now() const {
        const auto made = back_up(data(), copy());
        ASSERT_TRUE(made) << made.error();
    }
    [[nodiscard]] std::uint64_t messages_in(const std::string& path) const {
        auto opened = open_backup(path);
        EXPECT_TRUE(opened) << opened.error();
        if (!opened) return 0;
        const Verdict verdict = verify(*opened.value());
        EXPECT_THAT(verdict.faults, testing::IsEmpty());
        return verdict.messages;
    }
    [[nodiscard]] std::string refusal(const std::string& path) const {
        const auto restored = restore(path, data());
        return restored ? "it was restored" : restored.error();
    }

    test::TemporaryFolder folder_;
};

TEST_F(RestoreTest, brings_back_what_was_and_keeps_what_is) {
    say(1, 3);
    back_up_now();
    say(2, 4);
    const auto restored = restore(copy(), data());
    ASSERT_TRUE(restored) << restored.error();
    EXPECT_EQ(restored->verdict.messages, 3U);
    EXPECT_EQ(restored->aside, data() + "/before-restore-1");
    EXPECT_EQ(messages_in(data() + "/brusio.db"), 3U);
    EXPECT_EQ(messages_in(restored->aside + "/brusio.db"), 7U);
    EXPECT_EQ(restore(copy(), data())->aside, data() + "/before-restore-2");
    say(3, 1);
}

TEST_F(RestoreTest, makes_a_directory_that_is_not_there) {
    say(1, 3);
    back_up_now();
    fs::remove_all(data());
    const auto restored = restore(copy(), data());
    ASSERT_TRUE(restored) << restored.error();
    EXPECT_EQ(restored->aside, "");
    EXPECT_EQ(messages_in(data() + "/brusio.db"), 3U);
    EXPECT_FALSE(fs::exists(data() + "/brusio.db.restored"));
}

TEST_F(RestoreTest, takes_nothing_that_is_not_sound_and_then_changes_nothing) {
    say(1, 2'000);
    back_up_now();
    const std::string broken = folder_.path("broken.db");
    fs::copy_file(copy(), broken);
    {
        std::fstream bytes{broken, std::ios::in | std::ios::out | std::ios::binary};
        bytes.seekp(40 * 4'096 + 1);
        bytes << std::string(64, '\x7f');
    }
    EXPECT_THAT(refusal(broken), HasSubstr("is not sound, and nothing was changed"));
    EXPECT_THAT(refusal(folder_.put("empty.db", "")), HasSubstr("is empty"));
    EXPECT_THAT(refusal(folder_.put("words.db", std::string(9'000, 'x'))), HasSubstr("database"));
    EXPECT_THAT(refusal(folder_.path("none.db")), HasSubstr("No such file"));
    EXPECT_THAT(refusal(data()), HasSubstr("is no file"));
    EXPECT_THAT(refusal(data() + "/brusio.db"), HasSubstr("is the store itself"));
    EXPECT_FALSE(fs::exists(data() + "/before-restore-1"));
    EXPECT_EQ(messages_in(data() + "/brusio.db"), 2'000U);
}

TEST_F(RestoreTest, waits_for_no_server) {
    say(1, 3);
    back_up_now();
    const auto held = DataFolder::open(data(), DataFolder::Use::serve);
    EXPECT_THAT(refusal(copy()), HasSubstr("another brusiod"));
    EXPECT_FALSE(fs::exists(data() + "/before-restore-1"));
}

TEST_F(RestoreTest, takes_no_store_with_a_log_beside_it_for_a_backup) {
    say(1, 3);
    const std::string live = folder_.path("live.db");
    fs::copy_file(data() + "/brusio.db", live);
    std::ofstream{live + "-wal"} << "what came last";
    EXPECT_THAT(refusal(live), HasSubstr(live + "-wal"));
}

/// What a restore that was killed leaves: the log alone, the old store in its place aside.
TEST_F(RestoreTest, one_that_was_broken_off_is_ended_by_the_next) {
    say(1, 3);
    back_up_now();
    fs::create_directory(data() + "/before-restore-1");
    fs::rename(data() + "/brusio.db", data() + "/before-restore-1/brusio.db");
    std::ofstream{data() + "/brusio.db-wal"} << "what came last";
    std::ofstream{data() + "/brusio.db.restored"} << "half a copy";
    EXPECT_THAT(DataFolder::open(data(), DataFolder::Use::serve).error(),
                HasSubstr("is not there, but"));
    const auto restored = restore(copy(), data());
    ASSERT_TRUE(restored) << restored.error();
    EXPECT_EQ(restored->aside, data() + "/before-restore-1");
    EXPECT_TRUE(fs::exists(restored->aside + "/brusio.db-wal"));
    EXPECT_FALSE(fs::exists(data() + "/brusio.db-wal"));
    EXPECT_EQ(messages_in(data() + "/brusio.db"), 3U);
}

TEST_F(RestoreTest, a_backup_is_looked_at_without_a_trace) {
    say(1, 3);
    back_up_now();
    const std::string safe = folder_.path("safe");
    fs::create_directory(safe);
    fs::copy_file(copy(), safe + "/copy.db");
    ASSERT_EQ(::chmod((safe + "/copy.db").c_str(), 0400), 0);
    ASSERT_EQ(::chmod(safe.c_str(), 0500), 0);
    const auto before = fs::last_write_time(safe + "/copy.db");
    auto opened = open_backup(safe + "/copy.db");
    ASSERT_TRUE(opened) << opened.error();
    EXPECT_EQ(verify(*opened.value()).messages, 3U);
    EXPECT_EQ(std::distance(fs::directory_iterator{safe}, {}), 1);
    EXPECT_EQ(fs::last_write_time(safe + "/copy.db"), before);
    ASSERT_EQ(::chmod(safe.c_str(), 0700), 0);
}

TEST_F(RestoreTest, root_leaves_nothing_that_its_owner_cannot_open) {
    if (::geteuid() != 0) GTEST_SKIP() << "needs root";
    constexpr ::uid_t other = 4711;
    say(1, 3);
    fs::remove(data() + "/brusio.lock");
    for (const auto& entry : fs::directory_iterator{data()}) {
        ASSERT_EQ(::chown(entry.path().c_str(), other, other), 0);
    }
    ASSERT_EQ(::chown(data().c_str(), other, other), 0);
    {
        auto view = open_to_look(data());
        ASSERT_TRUE(view) << view.error();
        ASSERT_TRUE(view->database->execute("CREATE TABLE x (y); DROP TABLE x"));
        EXPECT_EQ(owner_of(data() + "/brusio.db-wal")->user, other);
        EXPECT_EQ(owner_of(data() + "/brusio.db-shm")->user, other);
    }
    back_up_now();
    EXPECT_EQ(owner_of(copy())->user, other);
    ASSERT_TRUE(restore(copy(), data()));
    ASSERT_TRUE(restore(copy(), folder_.path("elsewhere")));
    for (const std::string& top : {data(), folder_.path("elsewhere")}) {
        EXPECT_EQ(owner_of(top)->user, other);
        for (const auto& entry : fs::recursive_directory_iterator{top}) {
            EXPECT_EQ(owner_of(entry.path())->user, other) << entry.path();
            EXPECT_EQ(owner_of(entry.path())->group, other) << entry.path();
        }
    }
}

}  // namespace
}  // namespace brusio::sqlite
