#include "server-app/usable_cores.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace brusio::server {
namespace {

class UsableCores : public testing::Test {
 protected:
    void bound(const std::string& group, const std::string& text) {
        std::filesystem::create_directories(folder.path(group));
        std::ofstream(folder.path(group + "/cpu.max")) << text << '\n';
    }
    std::size_t cores_of(std::string_view group) {
        return cores_of_group(folder.path("sys"), group, 64);
    }

    test::TemporaryFolder folder;
};

TEST_F(UsableCores, are_bounded_by_the_group_and_those_above_it) {
    bound("sys/system.slice/brusiod.service", "max 100000");
    EXPECT_EQ(cores_of("/system.slice/brusiod.service"), 64U);
    bound("sys/system.slice", "600000 100000");
    EXPECT_EQ(cores_of("/system.slice/brusiod.service"), 6U);
    bound("sys/system.slice/brusiod.service", "350000 100000");
    EXPECT_EQ(cores_of("/system.slice/brusiod.service"), 3U);
    bound("sys/system.slice/brusiod.service", "50000 100000");
    EXPECT_EQ(cores_of("/system.slice/brusiod.service"), 1U);
}

TEST_F(UsableCores, are_all_where_no_group_says_anything) {
    EXPECT_EQ(cores_of(""), 64U);
    EXPECT_EQ(cores_of("/nowhere"), 64U);
    bound("sys", "200000 100000");
    EXPECT_EQ(cores_of("/"), 2U);
    bound("sys", "nonsense");
    EXPECT_EQ(cores_of("/"), 64U);
    EXPECT_GE(usable_cores(), 1U);
}

TEST(HashThreads, are_half_of_them_within_reason) {
    EXPECT_EQ(hash_threads_for(1), 2U);
    EXPECT_EQ(hash_threads_for(4), 2U);
    EXPECT_EQ(hash_threads_for(12), 6U);
    EXPECT_EQ(hash_threads_for(128), 8U);
}

}  // namespace
}  // namespace brusio::server
