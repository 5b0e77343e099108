// What can be wrong with a store on disk, and what is left on it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <iterator>

#include <sys/resource.h>
#include <sys/stat.h>

#include "storage/client/sqlite_client_store.h"
#include "storage/sqlite/database.h"
#include "tests/support/temporary_folder.h"

namespace brusio::client_sqlite {
namespace {

using client::StoreTrouble;
using testing::EndsWith;
using testing::HasSubstr;

struct Trouble : testing::Test {
    test::TemporaryFolder folder;
    const std::string path = folder.path("above/store");

    client::OpenedStore open() { return SqliteClientStore::open(path); }
    static client::StoreWrite row(std::uint64_t id, const std::string& text) {
        client::Message message;
        message.id = client::MessageId{id};
        message.msgid = "m" + std::to_string(id);
        message.text = text;
        return client::KeepRow{"#a", message};
    }
    static std::size_t rows(client::ClientStore& store) {
        return store.read({{}, "#a", {}, 10'000, 10'000}).rows.size();
    }
    std::string all_bytes() const {
        std::string bytes;
        for (const auto& entry : std::filesystem::directory_iterator{path}) {
            std::ifstream file{entry.path(), std::ios::binary};
            bytes.append(std::istreambuf_iterator<char>{file}, {});
        }
        return bytes;
    }
    static ::mode_t mode_of(const std::filesystem::path& file) {
        struct stat found {};
        EXPECT_EQ(::stat(file.c_str(), &found), 0);
        return found.st_mode & 0777U;
    }
    void set_version(const char* sql) const {
        auto database = sqlite::Database::open(path + "/client.db", {sqlite::Access::write});
        ASSERT_TRUE(database.ok());
        ASSERT_TRUE((*database)->execute(sql));
    }
};

TEST_F(Trouble, the_files_are_their_owners_alone) {
    const ::mode_t before = ::umask(0);
    const client::OpenedStore opened = open();
    ASSERT_NE(opened.store, nullptr) << opened.detail;
    ASSERT_TRUE(opened.store->write(std::vector{row(1, "x")}));
    EXPECT_EQ(mode_of(path), 0700U);
    for (const auto& entry : std::filesystem::directory_iterator{path}) {
        EXPECT_EQ(mode_of(entry.path()), 0600U) << entry.path();
    }
    ::umask(before);
}

TEST_F(Trouble, a_second_program_is_told_that_there_is_a_first) {
    client::OpenedStore first = open();
    ASSERT_NE(first.store, nullptr);
    const client::OpenedStore second = open();
    EXPECT_EQ(second.store, nullptr);
    EXPECT_EQ(second.trouble, StoreTrouble::in_use);
    first.store.reset();
    EXPECT_NE(open().store, nullptr);
}

TEST_F(Trouble, a_newer_schema_is_left_as_it_is) {
    ASSERT_TRUE(open().store->write(std::vector{row(1, "x")}));
    set_version("PRAGMA user_version = 99");
    const client::OpenedStore opened = open();
    EXPECT_EQ(opened.store, nullptr);
    EXPECT_EQ(opened.trouble, StoreTrouble::newer);
    EXPECT_THAT(opened.detail, EndsWith("client.db"));
    set_version("PRAGMA user_version = 1");
    EXPECT_EQ(rows(*open().store), 1U);
}

TEST_F(Trouble, a_file_that_is_none_of_ours_is_put_aside) {
    std::filesystem::create_directories(path);
    std::ofstream{path + "/client.db"} << std::string(5'000, 'x');
    client::OpenedStore opened = open();
    ASSERT_NE(opened.store, nullptr) << opened.detail;
    EXPECT_EQ(opened.trouble, StoreTrouble::damaged);
    EXPECT_THAT(opened.detail, EndsWith("/client-damaged-1.db"));
    EXPECT_EQ(std::filesystem::file_size(opened.detail), 5'000U);
    EXPECT_TRUE(opened.store->write(std::vector{row(1, "x")}));
    opened.store.reset();
    EXPECT_EQ(open().trouble, StoreTrouble::none);
}

TEST_F(Trouble, damage_that_shows_later_is_put_aside_by_the_next_start) {
    std::vector<client::StoreWrite> many;
    for (std::uint64_t id = 1; id < 2'000; ++id) many.push_back(row(id, std::string(200, 'y')));
    ASSERT_TRUE(open().store->write(many));
    {
        std::fstream file{path + "/client.db", std::ios::in | std::ios::out | std::ios::binary};
        for (int page = 8; page < 100; ++page) {
            file.seekp(page * 4'096);
            file << std::string(4'096, '\x7f');
        }
    }
    client::OpenedStore opened = open();
    ASSERT_NE(opened.store, nullptr);
    EXPECT_LT(rows(*opened.store), 1'999U);
    opened.store.reset();
    opened = open();
    EXPECT_EQ(opened.trouble, StoreTrouble::damaged);
    ASSERT_NE(opened.store, nullptr);
    EXPECT_EQ(rows(*opened.store), 0U);
}

TEST_F(Trouble, a_folder_that_cannot_be_made_is_told) {
    std::ofstream{folder.path("above")} << "a file";
    const client::OpenedStore opened = open();
    EXPECT_EQ(opened.store, nullptr);
    EXPECT_EQ(opened.trouble, StoreTrouble::unwritable);
    EXPECT_THAT(opened.detail, HasSubstr("above/store"));
}

TEST_F(Trouble, a_full_disk_takes_all_of_a_write_or_nothing_and_then_again) {
    const client::OpenedStore opened = open();
    ASSERT_TRUE(opened.store->write(std::vector{row(1, "x")}));
    std::vector<client::StoreWrite> many;
    for (std::uint64_t id = 2; id < 3'000; ++id) many.push_back(row(id, std::string(500, 'y')));
    // A file that may not grow any more fails as a disk does that is full.
    ::rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    const ::rlimit small{300'000, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const bool taken = opened.store->write(many);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, ignored);
    EXPECT_FALSE(taken);
    EXPECT_EQ(rows(*opened.store), 1U);
    EXPECT_TRUE(opened.store->write(many));
    EXPECT_EQ(rows(*opened.store), 2'999U);
}

TEST_F(Trouble, what_is_taken_back_or_let_go_leaves_the_files) {
    client::OpenedStore opened = open();
    std::vector<client::StoreWrite> said;
    for (std::uint64_t id = 1; id < 200; ++id) {
        said.push_back(row(id, "the secret word " + std::string(id * 20, 'z')));
    }
    said.push_back(row(200, "something else"));
    ASSERT_TRUE(opened.store->write(said));
    ASSERT_THAT(all_bytes(), HasSubstr("the secret word"));
    for (std::uint64_t id = 1; id < 100; ++id) {
        ASSERT_TRUE(opened.store->write(std::vector<client::StoreWrite>{
            client::RedactRow{"#a", "m" + std::to_string(id), "op", "why"}}));
    }
    ASSERT_TRUE(opened.store->write(
        std::vector<client::StoreWrite>{client::TrimRows{WallTime{-1}, 1, 10'000}}));
    EXPECT_EQ(all_bytes().find("the secret word"), std::string::npos) << "while it is open";
    opened.store.reset();
    EXPECT_EQ(all_bytes().find("the secret word"), std::string::npos);
    EXPECT_THAT(all_bytes(), HasSubstr("something else"));
}

TEST_F(Trouble, a_folder_is_removed_with_all_that_is_in_it) {
    ASSERT_TRUE(open().store->write(std::vector{row(1, "x")}));
    EXPECT_TRUE(remove_folder(path));
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_TRUE(remove_folder(path)) << "not there is as well";
}

}  // namespace
}  // namespace brusio::client_sqlite
