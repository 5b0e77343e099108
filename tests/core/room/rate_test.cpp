#include "core/room/rate.h"

#include <gtest/gtest.h>

namespace brusio::room {
namespace {

using namespace std::chrono_literals;

constexpr MonoTime start{1h};

TEST(RateGate, is_open_without_a_rate) {
    RateGate gate;
    for (int i = 0; i < 100; ++i) gate.count(start);
    EXPECT_TRUE(gate.is_open(start));
}

TEST(RateGate, shuts_after_so_many_and_opens_when_the_window_has_passed) {
    RateGate gate;
    EXPECT_TRUE(gate.set_rate({2, 10}));
    gate.count(start);
    EXPECT_TRUE(gate.is_open(start));
    gate.count(start + 9s);
    EXPECT_FALSE(gate.is_open(start + 9999ms));
    EXPECT_TRUE(gate.is_open(start + 10s));
}

TEST(RateGate, begins_a_window_with_what_happens_after_the_last) {
    RateGate gate;
    gate.set_rate({1, 10});
    gate.count(start);
    gate.count(start + 15s);
    EXPECT_FALSE(gate.is_open(start + 20s));
    EXPECT_TRUE(gate.is_open(start + 25s));
}

TEST(RateGate, forgets_what_it_counted_with_another_rate) {
    RateGate gate;
    gate.set_rate({1, 10});
    gate.count(start);
    EXPECT_FALSE(gate.set_rate({1, 10}));
    EXPECT_FALSE(gate.is_open(start));
    EXPECT_TRUE(gate.set_rate({1, 20}));
    EXPECT_TRUE(gate.is_open(start));
    EXPECT_TRUE(gate.set_rate({}));
    EXPECT_FALSE(gate.rate().is_set());
}

}  // namespace
}  // namespace brusio::room
