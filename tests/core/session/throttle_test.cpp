#include "core/session/throttle.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

Limits limits() {
    Limits limits;
    limits.command_burst_tokens = 5;
    limits.command_tokens_per_second = 2;
    return limits;
}

MonoTime at(Duration since_start) { return MonoTime{since_start}; }

TEST(Throttle, lets_a_burst_through_and_then_the_rate) {
    Throttle throttle;
    for (int i = 0; i < 5; ++i) {
        ASSERT_TRUE(throttle.ready(limits(), at(seconds{1})));
        throttle.charge(1, limits());
    }
    EXPECT_FALSE(throttle.ready(limits(), at(seconds{1})));
    EXPECT_TRUE(throttle.ready(limits(), at(seconds{1} + milliseconds{500})));
}

TEST(Throttle, says_when_it_will_be_ready_and_keeps_its_word) {
    Throttle throttle;
    ASSERT_TRUE(throttle.ready(limits(), at(seconds{0})));
    throttle.charge(25, limits());
    const MonoTime ready_at = throttle.ready_at(limits());
    EXPECT_FALSE(throttle.ready(limits(), MonoTime{ready_at.since_origin - milliseconds{1}}));
    EXPECT_TRUE(throttle.ready(limits(), ready_at));
}

TEST(Throttle, a_command_dearer_than_the_bucket_is_possible_once) {
    Throttle throttle;
    ASSERT_TRUE(throttle.ready(limits(), at(seconds{0})));
    throttle.charge(50, limits());
    EXPECT_FALSE(throttle.ready(limits(), at(seconds{10})));
    EXPECT_TRUE(throttle.ready(limits(), at(seconds{23})));
}

TEST(Throttle, never_holds_more_than_the_burst_however_long_it_waits) {
    Throttle throttle;
    ASSERT_TRUE(throttle.ready(limits(), at(seconds{0})));
    int allowed = 0;
    while (throttle.ready(limits(), at(std::chrono::hours{24 * 365 * 200}))) {
        throttle.charge(1, limits());
        ++allowed;
    }
    EXPECT_EQ(allowed, 5);
}

TEST(Throttle, many_small_steps_bring_back_as_much_as_one_long_one) {
    Throttle throttle;
    ASSERT_TRUE(throttle.ready(limits(), at(seconds{0})));
    throttle.charge(6, limits());
    for (int ms = 0; ms < 500; ++ms) {
        ASSERT_FALSE(throttle.ready(limits(), at(milliseconds{ms})));
    }
    EXPECT_TRUE(throttle.ready(limits(), at(milliseconds{501})));
}

TEST(Throttle, a_rate_of_zero_switches_it_off) {
    Limits off = limits();
    off.command_tokens_per_second = 0;
    Throttle throttle;
    for (int i = 0; i < 1000; ++i) {
        ASSERT_TRUE(throttle.ready(off, at(seconds{0})));
        throttle.charge(10, off);
    }
}

}  // namespace
}  // namespace brusio::session
