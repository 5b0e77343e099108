#include "core/room/member.h"

#include <gtest/gtest.h>

namespace brusio::room {
namespace {

TEST(RankSet, the_highest_rank_is_the_most_powerful_one) {
    RankSet ranks;
    EXPECT_EQ(ranks.highest(), std::nullopt);
    EXPECT_TRUE(ranks.set(Rank::voice, Turn::on));
    EXPECT_EQ(ranks.highest(), Rank::voice);
    EXPECT_TRUE(ranks.set(Rank::room_operator, Turn::on));
    EXPECT_EQ(ranks.highest(), Rank::room_operator);
    EXPECT_TRUE(ranks.set(Rank::room_operator, Turn::off));
    EXPECT_EQ(ranks.highest(), Rank::voice);
}

TEST(RankSet, says_whether_something_changed) {
    RankSet ranks{Rank::voice};
    EXPECT_FALSE(ranks.set(Rank::voice, Turn::on));
    EXPECT_TRUE(ranks.set(Rank::voice, Turn::off));
    EXPECT_FALSE(ranks.set(Rank::voice, Turn::off));
    EXPECT_TRUE(ranks.empty());
}

TEST(RankSet, a_higher_rank_stands_for_the_lower_ones) {
    EXPECT_TRUE(RankSet{Rank::room_operator}.at_least(Rank::voice));
    EXPECT_TRUE(RankSet{Rank::half_operator}.at_least(Rank::half_operator));
    EXPECT_FALSE(RankSet{Rank::half_operator}.at_least(Rank::room_operator));
    EXPECT_FALSE(RankSet{}.at_least(Rank::voice));
}

}  // namespace
}  // namespace brusio::room
