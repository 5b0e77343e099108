#include "core/room/log_head.h"

#include <gtest/gtest.h>

namespace brusio::room {

namespace {

constexpr WallTime noon{1'704'110'400'000};

WallTime after(std::int64_t ms) { return {noon.unix_ms + ms}; }

}  // namespace

TEST(LogHead, entries_of_one_moment_have_times_that_grow) {
    LogHead log;
    EXPECT_EQ(log.take_time(noon), noon);
    EXPECT_EQ(log.take_time(noon), after(1));
    EXPECT_EQ(log.take_time(noon), after(2));
    EXPECT_EQ(log.take_time(after(2)), after(3));
    EXPECT_EQ(log.take_time(after(50)), after(50));
}

TEST(LogHead, its_times_run_no_further_ahead_of_the_clock_than_that) {
    LogHead log;
    for (int i = 0; i <= 5'000; ++i) EXPECT_EQ(log.take_time(noon), after(i));
    EXPECT_EQ(log.take_time(noon), after(5'000));
    EXPECT_EQ(log.take_time(after(1)), after(5'001));
    EXPECT_EQ(log.take_time(after(1)), after(5'001));
}

TEST(LogHead, a_clock_that_steps_back_a_little_is_not_noticed_and_one_that_steps_far_waits) {
    LogHead log;
    log.resume(7, noon);
    EXPECT_EQ(log.take_time(after(-1'000)), after(1));
    EXPECT_EQ(log.take_time(after(-3'600'000)), after(1));
    EXPECT_EQ(log.take_time(after(-3'600'000)), after(1));
    EXPECT_EQ(log.take_time(after(2)), after(2));
}

}  // namespace brusio::room
