#include "sim/time/event_queue.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/base/keyed_random.h"

namespace brusio::sim {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

MonoTime at(Duration since) { return MonoTime{since}; }

TEST(EventQueue, gives_the_earliest_first_and_moves_the_clock_to_it) {
    EventQueue queue{MonoTime{}};
    queue.schedule(at(seconds{3}), EventKind::person_acts, 3);
    queue.schedule(at(seconds{1}), EventKind::person_acts, 1);
    queue.schedule(at(seconds{2}), EventKind::person_acts, 2);
    for (std::uint32_t expected = 1; expected <= 3; ++expected) {
        EXPECT_EQ(queue.pop().subject, expected);
        EXPECT_EQ(queue.mono(), at(seconds{expected}));
    }
    EXPECT_TRUE(queue.empty());
}

TEST(EventQueue, equal_times_come_in_the_order_of_scheduling) {
    EventQueue queue{MonoTime{}};
    for (std::uint32_t i = 0; i < 100; ++i) queue.schedule(at(seconds{1}), EventKind::unclogs, i);
    for (std::uint32_t i = 0; i < 100; ++i) EXPECT_EQ(queue.pop().subject, i);
}

TEST(EventQueue, ten_thousand_mixed_events_come_out_sorted) {
    EventQueue queue{MonoTime{}};
    const KeyedRandom chance{7};
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        queue.schedule(at(milliseconds{chance.below(500, i, "at", 0)}), EventKind::unclogs, i);
    }
    Event before = queue.pop();
    while (!queue.empty()) {
        const Event event = queue.pop();
        ASSERT_TRUE(before.at < event.at || (before.at == event.at && before.seq < event.seq));
        before = event;
    }
}

TEST(EventQueue, the_wall_clock_keeps_the_pace_of_the_virtual_one) {
    EventQueue queue{MonoTime{}};
    const auto start = queue.now().wall.unix_ms;
    queue.advance_to(at(milliseconds{1'234}));
    EXPECT_EQ(queue.now().wall.unix_ms, start + 1'234);
}

TEST(EventQueueDeathTest, refuses_the_past) {
    EventQueue queue{at(seconds{5})};
    EXPECT_DEATH(queue.schedule(at(seconds{4}), EventKind::unclogs, 0), "at >= now_");
}

}  // namespace
}  // namespace brusio::sim
