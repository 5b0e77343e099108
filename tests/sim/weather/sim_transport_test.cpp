#include "sim/weather/sim_transport.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

// A server that answers every piece with the same bytes, and remembers what it was told.
class Echo final : public TransportEvents {
 public:
    void link_opened(LinkId link, const LinkInfo&, Now) override { order.push_back(link); }
    void link_bytes(LinkId link, std::string_view bytes, Now) override {
        got[link] += bytes;
        out.push_back(Deliver{Frame::copy_of(bytes), link, nullptr, {}});
    }
    void link_closed(LinkId link, CloseReason reason, Now) override { closed[link] = reason; }
    void link_drained(LinkId, Now) override {}

    std::vector<LinkId> order;
    std::map<LinkId, std::string> got;
    std::map<LinkId, CloseReason> closed;
    std::vector<Output> out;
};

class Phone final : public LinePeer {
 public:
    void line_opened(LinkId, Now now) override { opened_at = now.mono; }
    void line_bytes(LinkId, std::string_view bytes, Now) override { read += bytes; }
    void line_ended(LinkId, LineEnd how, Now) override { end = how; }

    std::optional<MonoTime> opened_at;
    std::string read;
    std::optional<LineEnd> end;
};

class SimTransportTest : public testing::Test {
 protected:
    SimTransportTest() { transport_.serve(echo_); }

    LinkId dial(Phone& phone, const Weather& weather = *weather_named("calm")) {
        Dial dial;
        dial.peer = &phone;
        dial.entity = 9;
        dial.address = "10.0.0.9";
        dial.weather = weather;
        return transport_.dial(std::move(dial));
    }
    void run_for(Duration span) {
        const MonoTime until = events_.mono() + span;
        while (!events_.empty() && events_.next_at() <= until) {
            transport_.handle(events_.pop());
            const std::vector<Output> out = std::exchange(echo_.out, {});
            transport_.release(out);
        }
        events_.advance_to(until);
    }

    EventQueue events_{MonoTime{1s}};
    Trace trace_;
    Echo echo_;
    SimTransport transport_{{events_, trace_, KeyedRandom{3}, 4'096, 5s}};
};

TEST_F(SimTransportTest, a_round_trip_takes_two_latencies) {
    Phone phone;
    const LinkId link = dial(phone);
    run_for(2ms);
    ASSERT_TRUE(phone.opened_at);
    transport_.write(link, "hello");
    run_for(1999us);
    EXPECT_EQ(phone.read, "");
    run_for(1us);
    EXPECT_EQ(phone.read, "hello");
}

TEST_F(SimTransportTest, a_refused_connect_and_a_timed_out_one_say_so_and_leave_nothing) {
    Weather weather = *weather_named("calm");
    weather.refuse_per_mille = 1000;
    Phone refused;
    dial(refused, weather);
    weather.refuse_per_mille = 0;
    weather.dial_timeout_per_mille = 1000;
    Phone timed_out;
    dial(timed_out, weather);
    run_for(19s);
    EXPECT_EQ(refused.end, LineEnd::refused);
    EXPECT_FALSE(timed_out.end);
    run_for(2s);
    EXPECT_EQ(timed_out.end, LineEnd::timed_out);
    EXPECT_TRUE(echo_.order.empty());
    EXPECT_EQ(transport_.line_count(), 0U);
}

TEST_F(SimTransportTest, a_reset_tells_both_ends_at_once) {
    Phone phone;
    const LinkId link = dial(phone);
    run_for(1s);
    transport_.write(link, std::string(2'000, 'x'));
    transport_.reset(link);
    EXPECT_EQ(phone.end, LineEnd::reset);
    EXPECT_EQ(echo_.closed.at(link), CloseReason::reset);
    EXPECT_LT(echo_.got[link].size(), 2'000U) << "some of what was written is lost";
    EXPECT_EQ(transport_.line_count(), 0U);
}

TEST_F(SimTransportTest, a_vanished_line_tells_neither_end) {
    Phone phone;
    const LinkId link = dial(phone);
    run_for(1s);
    transport_.vanish(link);
    transport_.write(link, "lost");
    transport_.release(std::vector<Output>{Deliver{Frame::copy_of("lost too"), link, nullptr, {}}});
    run_for(1h);
    EXPECT_FALSE(phone.end);
    EXPECT_FALSE(echo_.closed.contains(link));
    EXPECT_EQ(echo_.got[link], "");
    EXPECT_EQ(phone.read, "");
    transport_.release(std::vector<Output>{Close{link, CloseReason::ping_timeout}});
    transport_.close(link);
    run_for(1s);
    EXPECT_EQ(transport_.line_count(), 0U);
}

TEST_F(SimTransportTest, a_clog_holds_one_direction_and_then_lets_everything_through) {
    Phone phone;
    const LinkId link = dial(phone);
    run_for(1s);
    transport_.clog(link, Way::down, events_.mono() + 10s);
    transport_.write(link, "one ");
    run_for(5s);
    transport_.write(link, "two");
    run_for(4s);
    EXPECT_EQ(echo_.got[link], "one two");
    EXPECT_EQ(phone.read, "");
    run_for(1s);
    EXPECT_EQ(phone.read, "one two");
}

TEST_F(SimTransportTest, a_reader_that_stops_is_cut_at_the_cap_and_keeps_what_the_wire_had) {
    Phone phone;
    Weather weather = *weather_named("calm");
    weather.window_bytes = 1'000;
    const LinkId link = dial(phone, weather);
    run_for(1s);
    transport_.set_reading(link, false);
    transport_.release(
        std::vector<Output>{Deliver{Frame::copy_of(std::string(5'000, 'x')), link, nullptr, {}}});
    run_for(1s);
    EXPECT_FALSE(echo_.closed.contains(link)) << "1,000 on the wire and 4,000 queued";
    transport_.release(
        std::vector<Output>{Deliver{Frame::copy_of(std::string(97, 'y')), link, nullptr, {}}});
    run_for(1s);
    EXPECT_EQ(echo_.closed.at(link), CloseReason::send_queue_exceeded);
    transport_.set_reading(link, true);
    run_for(1s);
    EXPECT_EQ(phone.read, std::string(1'000, 'x'));
    EXPECT_EQ(phone.end, LineEnd::closed);
    EXPECT_LE(transport_.server_queue_bytes_peak(), 4'096U);
}

TEST_F(SimTransportTest, a_closed_line_whose_peer_never_reads_is_given_up) {
    Phone phone;
    Weather weather = *weather_named("calm");
    weather.window_bytes = 10;
    const LinkId link = dial(phone, weather);
    run_for(1s);
    transport_.set_reading(link, false);
    transport_.release(
        std::vector<Output>{Deliver{Frame::copy_of(std::string(50, 'x')), link, nullptr, {}},
                            Close{link, CloseReason::quit}});
    run_for(4s);
    EXPECT_FALSE(phone.end);
    run_for(2s);
    EXPECT_EQ(phone.end, LineEnd::reset);
    EXPECT_EQ(transport_.line_count(), 0U);
}

TEST_F(SimTransportTest, a_client_may_close_while_it_is_being_given_bytes) {
    class Hasty final : public LinePeer {
     public:
        explicit Hasty(SimTransport& transport) : transport_(transport) {}
        void line_opened(LinkId, Now) override {}
        void line_bytes(LinkId link, std::string_view bytes, Now) override {
            transport_.close(link);
            copy = bytes;  // still readable after the close
        }
        void line_ended(LinkId, LineEnd, Now) override { ended = true; }
        std::string copy;
        bool ended = false;

     private:
        SimTransport& transport_;
    };
    Hasty hasty{transport_};
    Dial dial;
    dial.peer = &hasty;
    dial.weather = *weather_named("calm");
    const LinkId link = transport_.dial(std::move(dial));
    run_for(1s);
    transport_.write(link, "hello");
    run_for(1s);
    EXPECT_EQ(hasty.copy, "hello");
    EXPECT_FALSE(hasty.ended);
    EXPECT_EQ(transport_.line_count(), 0U);
}

TEST_F(SimTransportTest, one_line_more_does_not_move_the_arrivals_of_another) {
    const auto arrivals = [](bool with_other) {
        EventQueue events{MonoTime{1s}};
        Trace trace;
        Echo echo;
        SimTransport transport{{events, trace, KeyedRandom{3}, 4'096, 5s}};
        transport.serve(echo);
        Phone other;
        Phone phone;
        Dial dial;
        dial.weather = *weather_named("wifi");
        if (with_other) {
            dial.peer = &other;
            dial.entity = 1;
            transport.dial(dial);
        }
        dial.peer = &phone;
        dial.entity = 2;
        const LinkId link = transport.dial(dial);
        std::vector<MonoTime> times;
        for (int i = 0; i < 20; ++i) {
            const MonoTime until = MonoTime{1s} + i * 1s;
            std::size_t before = echo.got[link].size();
            while (!events.empty() && events.next_at() <= until) {
                transport.handle(events.pop());
                if (echo.got[link].size() != before) times.push_back(events.mono());
                before = echo.got[link].size();
            }
            events.advance_to(until);
            transport.write(link, "x");
        }
        return times;
    };
    EXPECT_EQ(arrivals(false), arrivals(true));
    EXPECT_GT(arrivals(false).size(), 10U);
}

}  // namespace
}  // namespace brusio::sim
