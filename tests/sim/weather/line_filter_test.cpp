#include "sim/weather/line_filter.h"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "sim/weather/sim_transport.h"

namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

// "?" asks, "!" answers and both are open; letters are swapped on their way; "." is goodbye.
class Toy final : public LineFilter {
 public:
    explicit Toy(bool client) : client_(client) {}

    void begin(std::string& down) override {
        if (client_) down += '?';
    }
    void receive(std::string_view wire, std::string& up, std::string& down) override {
        for (const char c : wire) take(c, up, down);
    }
    void send(std::string_view plain, std::string& down) override {
        for (const char c : plain) down += swapped(c);
    }
    void close(std::string& down) override { down += '.'; }
    [[nodiscard]] State state() const override { return state_; }

 private:
    static char swapped(char c) { return static_cast<char>(c ^ 0x20); }
    void take(char c, std::string& up, std::string& down) {
        if (c == '?' || c == '!') {
            state_ = State::open;
            if (!client_) down += '!';
        } else if (c == '.') {
            state_ = State::ended;
        } else {
            up += swapped(c);
        }
    }

    bool client_;
    State state_ = State::handshaking;
};

// What one end was told, in words.
class Ear final : public TransportEvents, public LinePeer {
 public:
    void link_opened(LinkId, const LinkInfo&, Now) override { told.push_back("opened"); }
    void link_bytes(LinkId, std::string_view bytes, Now) override { add(bytes); }
    void link_closed(LinkId, CloseReason reason, Now) override {
        told.push_back(reason == CloseReason::peer_closed ? "goodbye" : "cut");
    }
    void link_drained(LinkId, Now) override {}
    void line_opened(LinkId, Now) override { told.push_back("opened"); }
    void line_bytes(LinkId, std::string_view bytes, Now) override { add(bytes); }
    void line_ended(LinkId, LineEnd how, Now) override {
        end = how;
        told.push_back("ended");
    }

    std::vector<std::string> told;
    std::optional<LineEnd> end;

 private:
    void add(std::string_view bytes) { told.emplace_back(bytes); }
};

class FilteredLine : public testing::Test {
 protected:
    FilteredLine() {
        transport_.serve(server_);
        Dial dial;
        dial.peer = &client_;
        dial.address = "10.0.0.9";
        dial.weather = *weather_named("lan");
        link_ = transport_.dial(std::move(dial));
    }
    void run_for(Duration span) {
        const MonoTime until = events_.mono() + span;
        while (!events_.empty() && events_.next_at() <= until) transport_.handle(events_.pop());
        events_.advance_to(until);
    }
    void run_until_dialed() {
        while (events_.mono() < MonoTime{1min}) {
            const Event event = events_.pop();
            transport_.handle(event);
            if (event.kind == EventKind::dial_ends) return;
        }
        FAIL() << "nobody answered";
    }
    void release(Output output) {
        const std::vector<Output> outputs{std::move(output)};
        transport_.release(outputs);
    }

    EventQueue events_{MonoTime{1s}};
    Trace trace_;
    Ear server_;
    Ear client_;
    SimTransport transport_{
        {events_, trace_, KeyedRandom{3}, 1'000'000, 5s,
         [](std::uint64_t) {
             return LineFilters{std::make_unique<Toy>(true), std::make_unique<Toy>(false)};
         },
         10s}};
    LinkId link_;
};

using Told = std::vector<std::string>;

TEST_F(FilteredLine, each_end_hears_of_it_when_its_filter_is_open) {
    run_until_dialed();
    EXPECT_EQ(server_.told, Told{});
    EXPECT_EQ(client_.told, Told{});
    run_for(1s);
    EXPECT_EQ(server_.told, Told{"opened"});
    EXPECT_EQ(client_.told, Told{"opened"});
}

TEST_F(FilteredLine, carries_through_both_filters_and_ends_with_a_goodbye) {
    run_for(1s);
    transport_.write(link_, "ciao");
    release(Deliver{Frame::copy_of("BENE"), link_, nullptr, {}});
    run_for(1s);
    transport_.close(link_);
    run_for(1min);
    EXPECT_EQ(server_.told, (Told{"opened", "ciao", "goodbye"}));
    EXPECT_EQ(client_.told, (Told{"opened", "BENE"}));
    EXPECT_EQ(transport_.line_count(), 0U);
}

TEST_F(FilteredLine, a_server_says_goodbye_too) {
    run_for(1s);
    release(Deliver{Frame::copy_of("BENE"), link_, nullptr, {}});
    release(Close{link_});
    run_for(1min);
    EXPECT_EQ(client_.told, (Told{"opened", "BENE", "ended"}));
    EXPECT_EQ(client_.end, LineEnd::closed);
    EXPECT_EQ(transport_.line_count(), 0U);
}

TEST_F(FilteredLine, a_line_that_breaks_in_the_handshake_never_was_for_the_client) {
    run_until_dialed();
    transport_.reset(link_);
    run_for(1min);
    EXPECT_EQ(server_.told, (Told{"opened", "cut"})) << "what the client had said still arrived";
    EXPECT_EQ(client_.told, Told{"ended"});
    EXPECT_EQ(client_.end, LineEnd::refused);
    EXPECT_EQ(transport_.line_count(), 0U);
}

TEST_F(FilteredLine, a_handshake_that_goes_nowhere_is_given_up_by_both) {
    run_until_dialed();
    transport_.vanish(link_);
    run_for(9s);
    EXPECT_EQ(client_.told, Told{});
    run_for(2s);
    EXPECT_EQ(client_.end, LineEnd::timed_out);
    EXPECT_EQ(server_.told, Told{});
    EXPECT_EQ(transport_.line_count(), 0U);
}

}  // namespace
}  // namespace brusio::sim
