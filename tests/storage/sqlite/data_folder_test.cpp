#include "storage/sqlite/data_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/temporary_folder.h"

namespace brusio::sqlite {
namespace {

using testing::HasSubstr;

class DataFolderTest : public testing::Test {
 protected:
    [[nodiscard]] std::string data() const { return folder_.path("data"); }
    std::string put(const std::string& name, std::string_view text) const {
        ::mkdir(data().c_str(), 0700);
        return folder_.put("data/" + name, text);
    }
    /// Why it cannot be served from; empty if it can.
    [[nodiscard]] std::string refusal() const {
        const auto opened = DataFolder::open(data(), DataFolder::Use::serve);
        return opened ? std::string{} : opened.error();
    }
    [[nodiscard]] unsigned mode() const {
        struct stat found {};
        return ::stat(data().c_str(), &found) == 0 ? found.st_mode & 07777U : 0U;
    }

    test::TemporaryFolder folder_;
};

TEST_F(DataFolderTest, a_lock_that_is_held_is_named_with_its_file) {
    const auto first = DataFolder::open(data(), DataFolder::Use::serve);
    ASSERT_TRUE(first);
    for (const auto use : {DataFolder::Use::serve, DataFolder::Use::hold}) {
        const auto second = DataFolder::open(data(), use);
        ASSERT_FALSE(second);
        EXPECT_THAT(second.error(), HasSubstr("(process " + std::to_string(::getpid()) + ")"));
        EXPECT_THAT(second.error(), HasSubstr("it holds " + data() + "/brusio.lock"));
    }
}

TEST_F(DataFolderTest, one_that_is_held_gets_no_store) {
    ASSERT_TRUE(DataFolder::open(data(), DataFolder::Use::hold));
    EXPECT_FALSE(std::filesystem::exists(data() + "/brusio.db"));
}

TEST_F(DataFolderTest, one_that_others_may_read_is_closed_to_them_with_a_word) {
    put("brusio.db", "");
    for (const ::mode_t mode_before : {0755U, 0750U, 0777U}) {
        ASSERT_EQ(::chmod(data().c_str(), mode_before), 0);
        const auto opened = DataFolder::open(data(), DataFolder::Use::serve);
        ASSERT_TRUE(opened) << opened.error();
        EXPECT_THAT(opened->mended(), HasSubstr("is open to other users (mode 07"));
        EXPECT_EQ(mode(), 0700U);
    }
    const auto again = DataFolder::open(data(), DataFolder::Use::serve);
    EXPECT_EQ(again->mended(), "");
}

TEST_F(DataFolderTest, one_that_has_other_things_in_it_is_not_closed_but_refused) {
    put("letters.txt", "private");
    ASSERT_EQ(::chmod(data().c_str(), 0755), 0);
    EXPECT_THAT(refusal(), HasSubstr("mode 0755"));
    EXPECT_THAT(refusal(), HasSubstr("chmod 700 " + data()));
    EXPECT_EQ(mode(), 0755U);
    EXPECT_FALSE(std::filesystem::exists(data() + "/brusio.lock"));
    ASSERT_EQ(::chmod(data().c_str(), 0700), 0);
    EXPECT_EQ(refusal(), "");
}

TEST_F(DataFolderTest, each_sign_of_an_earlier_store_is_named_and_nothing_is_made) {
    for (const char* sign : {"brusio.started", "secret", "cloak-key", "self-signed.pem",
                             "brusio-before-version-3.db", "before-restore-1", "brusio.db-wal"}) {
        const std::string path = put(sign, "something");
        EXPECT_THAT(refusal(), HasSubstr("is not there, but " + path)) << sign;
        EXPECT_FALSE(std::filesystem::exists(data() + "/brusio.db")) << sign;
        put("brusio.db", "");
        EXPECT_THAT(refusal(), HasSubstr("is empty, but " + path)) << sign;
        EXPECT_THAT(refusal(), HasSubstr("brusiod restore FILE --data " + data())) << sign;
        std::filesystem::remove_all(data());
    }
}

TEST_F(DataFolderTest, a_first_start_that_never_ended_is_no_sign) {
    put("brusio.db", "");
    put("brusio.lock", "123");
    EXPECT_EQ(refusal(), "");
    ASSERT_TRUE(mark_started(data()));
    EXPECT_THAT(refusal(), HasSubstr("brusio.started says that there was one"));
}

TEST_F(DataFolderTest, what_root_makes_belongs_to_the_owner_of_the_directory) {
    if (::geteuid() != 0) GTEST_SKIP() << "needs root";
    constexpr ::uid_t other = 4711;
    ::mkdir(data().c_str(), 0700);
    ASSERT_EQ(::chown(data().c_str(), other, other), 0);
    ASSERT_TRUE(DataFolder::open(data(), DataFolder::Use::serve));
    ASSERT_TRUE(mark_started(data()));
    for (const char* name : {"/brusio.db", "/brusio.lock", "/brusio.started"}) {
        const auto owner = owner_of(data() + name);
        ASSERT_TRUE(owner) << name;
        EXPECT_EQ(owner->user, other) << name;
        EXPECT_EQ(owner->group, other) << name;
    }
}

TEST_F(DataFolderTest, root_gives_no_file_away_that_has_another_name) {
    if (::geteuid() != 0) GTEST_SKIP() << "needs root";
    const std::string precious = folder_.put("precious", "root's own");
    ::mkdir(data().c_str(), 0700);
    ASSERT_EQ(::chown(data().c_str(), 4711, 4711), 0);
    ASSERT_EQ(::link(precious.c_str(), (data() + "/brusio.lock").c_str()), 0);
    EXPECT_THAT(refusal(), HasSubstr("brusio.lock"));
    EXPECT_EQ(owner_of(precious)->user, 0U);
    ASSERT_EQ(::unlink((data() + "/brusio.lock").c_str()), 0);
    ASSERT_EQ(::symlink(precious.c_str(), (data() + "/brusio.lock").c_str()), 0);
    EXPECT_THAT(refusal(), HasSubstr("brusio.lock"));
    EXPECT_EQ(owner_of(precious)->user, 0U);
}

}  // namespace
}  // namespace brusio::sqlite
