#include "core/room/whowas.h"

#include <gtest/gtest.h>

namespace brusio::room {
namespace {

PastUser past(const std::string& nick, std::int64_t when) {
    return PastUser{Folded{nick}, nick, "user", "host", "real name", WallTime{when}};
}

TEST(Whowas, the_newest_of_a_nick_comes_first) {
    Whowas whowas(10);
    whowas.remember(past("eve", 1));
    whowas.remember(past("bob", 2));
    whowas.remember(past("eve", 3));
    const auto found = whowas.find(Folded{"eve"}, 10);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0]->when.unix_ms, 3);
    EXPECT_EQ(found[1]->when.unix_ms, 1);
}

TEST(Whowas, gives_no_more_than_asked) {
    Whowas whowas(10);
    for (int i = 0; i < 5; ++i) whowas.remember(past("eve", i));
    EXPECT_EQ(whowas.find(Folded{"eve"}, 2).size(), 2U);
    EXPECT_TRUE(whowas.find(Folded{"eve"}, 0).empty());
}

TEST(Whowas, the_oldest_makes_place_when_it_is_full) {
    Whowas whowas(3);
    for (int i = 0; i < 8; ++i) {
        whowas.remember(past("eve", i));
        whowas.check_invariants();
    }
    const auto found = whowas.find(Folded{"eve"}, 10);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0]->when.unix_ms, 7);
    EXPECT_EQ(found[1]->when.unix_ms, 6);
    EXPECT_EQ(found[2]->when.unix_ms, 5);
}

TEST(Whowas, with_no_room_for_entries_remembers_nobody) {
    Whowas whowas(0);
    whowas.remember(past("eve", 1));
    EXPECT_EQ(whowas.size(), 0U);
    EXPECT_TRUE(whowas.find(Folded{"eve"}, 10).empty());
}

}  // namespace
}  // namespace brusio::room
