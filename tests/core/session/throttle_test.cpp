#include "core/session/throttle.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TokenRate rate() { return {.burst = 5, .per_minute = 120}; }

MonoTime at(Duration since_start) { return MonoTime{since_start}; }

TEST(Throttle, lets_a_burst_through_and_then_the_rate) {
    Throttle throttle;
    for (int i = 0; i < 5; ++i) {
        ASSERT_TRUE(throttle.ready(rate(), at(seconds{1})));
        throttle.charge(1, rate());
    }
    EXPECT_FALSE(throttle.ready(rate(), at(seconds{1})));
    EXPECT_TRUE(throttle.ready(rate(), at(seconds{1} + milliseconds{500})));
}

TEST(Throttle, says_when_it_will_be_ready_and_keeps_its_word) {
    Throttle throttle;
    ASSERT_TRUE(throttle.ready(rate(), at(seconds{0})));
    throttle.charge(25, rate());
    const MonoTime ready_at = throttle.ready_at(rate());
    EXPECT_FALSE(throttle.ready(rate(), MonoTime{ready_at.since_origin - milliseconds{1}}));
    EXPECT_TRUE(throttle.ready(rate(), ready_at));
}

TEST(Throttle, a_command_dearer_than_the_bucket_is_possible_once) {
    Throttle throttle;
    ASSERT_TRUE(throttle.ready(rate(), at(seconds{0})));
    throttle.charge(50, rate());
    EXPECT_FALSE(throttle.ready(rate(), at(seconds{10})));
    EXPECT_TRUE(throttle.ready(rate(), at(seconds{23})));
}

TEST(Throttle, never_holds_more_than_the_burst_however_long_it_waits) {
    Throttle throttle;
    ASSERT_TRUE(throttle.ready(rate(), at(seconds{0})));
    int allowed = 0;
    while (throttle.ready(rate(), at(std::chrono::hours{24 * 365 * 200}))) {
        throttle.charge(1, rate());
        ++allowed;
    }
    EXPECT_EQ(allowed, 5);
}

TEST(Throttle, many_small_steps_bring_back_as_much_as_one_long_one) {
    Throttle throttle;
    ASSERT_TRUE(throttle.ready(rate(), at(seconds{0})));
    throttle.charge(6, rate());
    for (int ms = 0; ms < 500; ++ms) {
        ASSERT_FALSE(throttle.ready(rate(), at(milliseconds{ms})));
    }
    EXPECT_TRUE(throttle.ready(rate(), at(milliseconds{501})));
}

TEST(Throttle, credit_lets_it_owe_that_much_and_no_more) {
    Throttle throttle;
    const MonoTime now = at(seconds{0});
    int allowed = 0;
    while (throttle.ready(rate(), now, 3)) {
        throttle.charge(1, rate());
        ++allowed;
    }
    EXPECT_EQ(allowed, 5 + 3);
    EXPECT_FALSE(throttle.ready(rate(), at(milliseconds{1500})));
    EXPECT_TRUE(throttle.ready(rate(), at(milliseconds{1501})));
}

TEST(Throttle, parts_make_a_token_together) {
    Throttle throttle;
    int allowed = 0;
    while (throttle.ready(rate(), at(seconds{0}))) {
        throttle.charge_part(4, rate());
        ++allowed;
    }
    EXPECT_EQ(allowed, 5 * 4);
}

TEST(Throttle, a_rate_below_one_a_second_is_exact) {
    const TokenRate slow{.burst = 1, .per_minute = 20};
    Throttle throttle;
    ASSERT_TRUE(throttle.ready(slow, at(seconds{0})));
    throttle.charge(1, slow);
    EXPECT_FALSE(throttle.ready(slow, at(milliseconds{0})));
    throttle.charge(1, slow);
    EXPECT_FALSE(throttle.ready(slow, at(seconds{3})));
    EXPECT_TRUE(throttle.ready(slow, at(milliseconds{3001})));
}

TEST(Throttle, a_rate_of_zero_switches_it_off) {
    const TokenRate off{.burst = 5, .per_minute = 0};
    Throttle throttle;
    for (int i = 0; i < 1000; ++i) {
        ASSERT_TRUE(throttle.ready(off, at(seconds{0})));
        throttle.charge(10, off);
    }
}

}  // namespace
}  // namespace brusio::session
