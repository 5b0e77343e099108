#include "server-app/store_choice.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <optional>

#include "tests/support/temporary_folder.h"

namespace brusio::server {
namespace {

/// Sets what decides about the data directory, and puts it back at the end.
class DataFolderTest : public testing::Test {
 protected:
    static constexpr std::array names{"STATE_DIRECTORY", "XDG_STATE_HOME", "HOME"};

    DataFolderTest() {
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (const char* value = std::getenv(names[i])) before_[i] = value;
            ::unsetenv(names[i]);
        }
    }
    ~DataFolderTest() override {
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (before_[i]) ::setenv(names[i], before_[i]->c_str(), 1);
        }
    }
    std::array<std::optional<std::string>, names.size()> before_;
};

TEST_F(DataFolderTest, the_first_that_can_be_told_is_taken) {
    CommandLine command;
    ASSERT_FALSE(data_folder(command));
    EXPECT_NE(data_folder(command).error().find("--data"), std::string::npos);
    ::setenv("HOME", "/homes/ann", 1);
    EXPECT_EQ(data_folder(command).value(), "/homes/ann/.local/state/brusio");
    ::setenv("XDG_STATE_HOME", "relative", 1);  // to be ignored
    EXPECT_EQ(data_folder(command).value(), "/homes/ann/.local/state/brusio");
    ::setenv("XDG_STATE_HOME", "/state", 1);
    EXPECT_EQ(data_folder(command).value(), "/state/brusio");
    ::setenv("STATE_DIRECTORY", "/var/lib/brusio:/var/lib/other", 1);
    EXPECT_EQ(data_folder(command).value(), "/var/lib/brusio");
    command.data_folder = "/srv/data";
    EXPECT_EQ(data_folder(command).value(), "/srv/data");
}

TEST(StoreChoice, in_memory_nothing_is_made) {
    const test::TemporaryFolder folder;
    CommandLine command;
    command.keeping = CommandLine::Keeping::ephemeral;
    command.data_folder = folder.path("data");
    const auto opened = open_store(command, Limits{}, 7, [] {});
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->epoch, 7U);
    EXPECT_TRUE(opened->folder.empty());
    EXPECT_FALSE(std::filesystem::exists(folder.path("data")));
}

TEST(StoreChoice, on_disk_every_start_has_another_epoch) {
    const test::TemporaryFolder folder;
    CommandLine command;
    command.data_folder = folder.path("data");
    EXPECT_EQ(open_store(command, Limits{}, 7, [] {}).value().epoch, 7U);
    const auto again = open_store(command, Limits{}, 7, [] {});
    EXPECT_EQ(again->epoch, 8U);
    EXPECT_EQ(again->secret.size(), 32U);
    EXPECT_EQ(again->folder, folder.path("data"));
}

}  // namespace
}  // namespace brusio::server
