#include "bench/load/stream_checker.h"

#include <gtest/gtest.h>

namespace brusio::bench {
namespace {

TEST(StreamChecker, a_perfect_run_has_no_faults) {
    StreamChecker checker{2};
    for (std::uint32_t sequence = 0; sequence < 5; ++sequence) {
        EXPECT_EQ(checker.arrived(0, sequence), Delivery::in_order);
        EXPECT_EQ(checker.arrived(1, sequence), Delivery::in_order);
    }
    checker.finish(0, 5);
    checker.finish(1, 5);
    EXPECT_TRUE(checker.faults().none());
}

TEST(StreamChecker, a_hole_that_never_closes_is_loss) {
    StreamChecker checker{1};
    checker.arrived(0, 0);
    checker.arrived(0, 3);
    checker.finish(0, 4);
    EXPECT_EQ(checker.faults().lost, 2U);
    EXPECT_EQ(checker.faults().reordered, 0U);
}

TEST(StreamChecker, a_missing_tail_is_loss) {
    StreamChecker checker{1};
    checker.arrived(0, 0);
    checker.finish(0, 3);
    EXPECT_EQ(checker.faults().lost, 2U);
}

TEST(StreamChecker, a_stream_that_got_nothing_lost_everything) {
    StreamChecker checker{2};
    checker.finish(1, 7);
    EXPECT_EQ(checker.faults().lost, 7U);
}

TEST(StreamChecker, a_message_that_comes_twice_is_doubled) {
    StreamChecker checker{1};
    checker.arrived(0, 0);
    EXPECT_EQ(checker.arrived(0, 0), Delivery::doubled);
    checker.finish(0, 1);
    EXPECT_EQ(checker.faults().doubled, 1U);
    EXPECT_EQ(checker.faults().lost, 0U);
}

TEST(StreamChecker, two_messages_that_changed_places_are_reordered_and_not_lost) {
    StreamChecker checker{1};
    checker.arrived(0, 1);
    EXPECT_EQ(checker.arrived(0, 0), Delivery::late);
    checker.finish(0, 2);
    EXPECT_EQ(checker.faults().reordered, 1U);
    EXPECT_EQ(checker.faults().lost, 0U);
    EXPECT_EQ(checker.faults().doubled, 0U);
}

TEST(StreamChecker, a_late_message_that_comes_twice_is_reordered_once_and_doubled_once) {
    StreamChecker checker{1};
    checker.arrived(0, 1);
    checker.arrived(0, 0);
    EXPECT_EQ(checker.arrived(0, 0), Delivery::doubled);
    EXPECT_EQ(checker.faults().reordered, 1U);
    EXPECT_EQ(checker.faults().doubled, 1U);
}

TEST(StreamChecker, a_forbidden_stream_counts_every_arrival_as_stray_and_misses_nothing) {
    StreamChecker checker{2};
    checker.forbid(1);
    EXPECT_EQ(checker.arrived(1, 0), Delivery::stray);
    checker.finish(1, 10);
    EXPECT_EQ(checker.faults().stray, 1U);
    EXPECT_EQ(checker.faults().lost, 0U);
}

TEST(StreamChecker, streams_do_not_mix) {
    StreamChecker checker{3};
    checker.arrived(0, 2);
    checker.arrived(1, 0);
    checker.arrived(2, 1);
    checker.finish(1, 1);
    EXPECT_TRUE(checker.faults().none());
    checker.finish(2, 2);
    EXPECT_EQ(checker.faults().lost, 1U);
    checker.finish(0, 3);
    EXPECT_EQ(checker.faults().lost, 3U);
}

TEST(DeliveryFaults, add_up_kind_by_kind) {
    DeliveryFaults sum{1, 2, 3, 4};
    sum += DeliveryFaults{10, 20, 30, 40};
    EXPECT_EQ(sum.lost, 11U);
    EXPECT_EQ(sum.doubled, 22U);
    EXPECT_EQ(sum.reordered, 33U);
    EXPECT_EQ(sum.stray, 44U);
    EXPECT_FALSE(sum.none());
}

}  // namespace
}  // namespace brusio::bench
