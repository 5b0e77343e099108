#include "sim/weather/flow.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace brusio::sim {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// One direction with a reader that takes everything as it arrives.
struct Bench {
    Weather weather;
    KeyedRandom chance{5};
    EventQueue events{MonoTime{}};
    Flow flow;
    std::vector<std::string> reads;
    bool ended = false;

    Bench() { flow.open({0, 1, EventKind::up_arrives, EventKind::up_writable, 77}); }
    void write(std::string_view bytes) {
        flow.push(Frame::copy_of(bytes));
        flow.depart(weather, chance, events);
    }
    void run() {
        while (!events.empty()) {
            const Event event = events.pop();
            while (flow.has_arrived(event.at)) {
                const Arrival arrival = flow.take(event.at);
                if (!arrival.bytes.empty()) reads.emplace_back(arrival.bytes);
                ended = ended || arrival.end_of_stream;
            }
            flow.depart(weather, chance, events);
        }
    }
    [[nodiscard]] std::string all() const {
        std::string out;
        for (const std::string& read : reads) out += read;
        return out;
    }
};

std::string long_text() {
    std::string text;
    for (int i = 0; i < 500; ++i) text += std::to_string(i) + ",";
    return text;
}

TEST(Flow, calm_weather_carries_one_write_as_one_read_after_the_latency) {
    Bench bench;
    bench.weather.latency = {Delay::Shape::fixed, milliseconds{40}, {}};
    bench.write("hello");
    EXPECT_EQ(bench.events.next_at(), MonoTime{milliseconds{40}});
    bench.run();
    EXPECT_EQ(bench.reads, std::vector<std::string>{"hello"});
    EXPECT_TRUE(bench.flow.drained());
}

TEST(Flow, every_profile_keeps_every_byte_in_order) {
    for (const Weather& weather : weather_profiles()) {
        Bench bench;
        bench.weather = weather;
        std::string expected;
        for (int i = 0; i < 200; ++i) {
            const std::string line = "line " + std::to_string(i) + "\r\n";
            expected += line;
            bench.write(line);
            if (i % 7 == 0)
                bench.events.advance_to(bench.events.empty() ? bench.events.mono()
                                                             : bench.events.next_at());
        }
        bench.flow.push_end();
        bench.flow.depart(bench.weather, bench.chance, bench.events);
        bench.run();
        EXPECT_EQ(bench.all(), expected) << weather.name;
        EXPECT_TRUE(bench.ended) << weather.name;
        EXPECT_TRUE(bench.flow.drained()) << weather.name;
    }
}

TEST(Flow, a_dribble_arrives_byte_by_byte) {
    Bench bench;
    bench.weather.cut_every_bytes = 1;
    bench.weather.fragment_gap = milliseconds{1};
    bench.write("hello");
    bench.run();
    EXPECT_EQ(bench.all(), "hello");
    EXPECT_GE(bench.reads.size(), 4U);  // two pieces may happen to arrive together
}

TEST(Flow, fragments_cut_a_write_at_many_places) {
    Bench bench;
    bench.weather.fragment_per_mille = 1000;
    bench.weather.fragment_gap = milliseconds{5};
    bench.write(long_text());
    bench.run();
    EXPECT_GT(bench.reads.size(), 1U);
    EXPECT_EQ(bench.all(), long_text());
}

TEST(Flow, held_writes_are_glued_into_one_read) {
    Bench bench;
    bench.weather.latency = {Delay::Shape::fixed, milliseconds{1}, {}};
    bench.weather.hold_per_mille = 1000;
    bench.weather.hold_for = seconds{1};
    bench.write("a");
    bench.events.advance_to(MonoTime{milliseconds{0}} + Duration{1});
    bench.write("b");
    bench.write("c");
    bench.run();
    EXPECT_EQ(bench.all(), "abc");
    EXPECT_LT(bench.reads.size(), 3U);
}

TEST(Flow, a_full_window_holds_the_sender_back_until_something_is_read) {
    Bench bench;
    bench.weather.window_bytes = 10;
    bench.write("0123456789abcdef");
    EXPECT_EQ(bench.flow.wire_bytes(), 10U);
    EXPECT_EQ(bench.flow.queued_bytes(), 6U);
    EXPECT_EQ(bench.flow.take(bench.events.mono(), 4).bytes, "0123");
    bench.flow.depart(bench.weather, bench.chance, bench.events);
    EXPECT_EQ(bench.flow.queued_bytes(), 2U);
    bench.run();
    EXPECT_EQ(bench.all(), "456789abcdef");
}

TEST(Flow, a_short_write_takes_a_part_and_the_rest_follows) {
    Bench bench;
    bench.weather.short_write_per_mille = 1000;
    bench.write("hello world");
    EXPECT_GT(bench.flow.queued_bytes(), 0U);
    bench.weather.short_write_per_mille = 500;
    bench.run();
    EXPECT_EQ(bench.all(), "hello world");
}

TEST(Flow, bandwidth_spreads_arrivals) {
    Bench bench;
    bench.weather.bytes_per_second = 1'000;
    bench.write(std::string(500, 'x'));
    bench.write(std::string(500, 'y'));
    bench.run();
    EXPECT_EQ(bench.events.mono(), MonoTime{seconds{1}});
}

TEST(Flow, a_cut_wire_swallows_until_the_window_is_full) {
    Bench bench;
    bench.weather.window_bytes = 10;
    bench.write("abc");
    bench.flow.cut();
    bench.write("0123456789");
    bench.run();
    EXPECT_TRUE(bench.reads.empty());
    EXPECT_EQ(bench.flow.wire_bytes(), 10U);
    EXPECT_EQ(bench.flow.queued_bytes(), 3U);
}

TEST(Flow, breaking_off_keeps_a_prefix_that_may_end_inside_a_line) {
    Bench bench;
    bench.weather.latency = {Delay::Shape::fixed, seconds{1}, {}};
    bench.write("first\r\n");
    bench.write("second\r\n");
    bench.flow.break_off(bench.events.mono(), 10);
    EXPECT_EQ(bench.flow.take(bench.events.mono()).bytes, "first\r\nsec");
    EXPECT_TRUE(bench.flow.drained());
}

}  // namespace
}  // namespace brusio::sim
