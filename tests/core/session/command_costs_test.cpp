#include "core/session/command_costs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::Contains;
using testing::HasSubstr;
using testing_support::BenchClient;
using testing_support::EngineBench;

session::ServerConfig with_default_rates() {
    auto config = EngineBench::default_config();
    config.limits.command_tokens_per_second = Limits{}.command_tokens_per_second;
    return config;
}

std::size_t count_of(const std::vector<std::string>& lines, std::string_view part) {
    return static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(),
        [&](const std::string& line) { return line.find(part) != std::string::npos; }));
}

class Costs : public testing::Test {
 protected:
    /// Both in #a, with full buckets.
    Costs() {
        ada_.send("JOIN #a");
        bob_.send("JOIN #a");
        rest();
    }
    void rest() {
        bench_.advance(std::chrono::minutes{5});
        bench_.forget_all();
    }
    /// Sends all lines as one piece; how many of those with `part` bob hears within `time`.
    std::size_t heard(const std::string& lines, std::string_view part, Duration time) {
        ada_.send_bytes(lines);
        bench_.advance(time);
        return count_of(bob_.take(), part);
    }
    static std::string times(int count, const std::string& lines) {
        std::string all;
        for (int i = 0; i < count; ++i) all += lines;
        return all;
    }

    EngineBench bench_{with_default_rates()};
    BenchClient& ada_ = bench_.connect("ada", "batch draft/multiline message-tags");
    BenchClient& bob_ = bench_.connect("bob", "away-notify setname");
};

std::string message_of_lines(int lines, const std::string& text) {
    std::string all = "BATCH +1 draft/multiline #a\r\n";
    for (int i = 0; i < lines; ++i) all += "@batch=1 PRIVMSG #a :" + text + "\r\n";
    return all + "BATCH -1\r\n";
}

TEST_F(Costs, a_message_of_many_lines_is_said_at_once) {
    EXPECT_EQ(heard(message_of_lines(99, "x"), "PRIVMSG #a :x", seconds{0}), 99U);
}

TEST_F(Costs, also_by_someone_who_has_just_used_up_all_tokens_but_one) {
    const std::string talk = times(19, "PRIVMSG #a :y\r\n");
    EXPECT_EQ(heard(talk + message_of_lines(99, "x"), "PRIVMSG #a :x", seconds{0}), 99U);
}

TEST_F(Costs, what_follows_messages_of_many_lines_is_slowed) {
    const std::string flood = times(10, message_of_lines(100, "x"));
    EXPECT_LE(heard(flood, "PRIVMSG #a :x", seconds{1}), 400U);
    EXPECT_EQ(heard("PING done\r\n", "PRIVMSG #a :x", seconds{40}) % 100, 0U);
    EXPECT_THAT(ada_.take(), Contains(HasSubstr("PONG")));
}

TEST_F(Costs, an_open_batch_lets_no_other_flood_through) {
    const std::string flood = "BATCH +1 draft/multiline #a\r\n" + times(200, "PRIVMSG #a :z\r\n");
    EXPECT_LE(heard(flood, "PRIVMSG #a :z", seconds{0}), 40U);
}

TEST_F(Costs, a_refused_batch_is_slowed_like_any_nonsense) {
    ada_.send("BATCH +1 draft/multiline #a");
    ada_.send("@batch=1 PRIVMSG #b :elsewhere");
    ada_.send_bytes(times(200, "@batch=1 PRIVMSG #a :x\r\n") + "PING done\r\n");
    EXPECT_EQ(count_of(ada_.take(), "PONG"), 0U);
    bench_.advance(seconds{60});
    EXPECT_EQ(count_of(ada_.take(), "PONG"), 1U);
}

/// Half a minute of what one user repeats is a few dozen lines for the others at most.
TEST_F(Costs, nothing_that_one_user_repeats_floods_a_room) {
    constexpr std::size_t lines_max = 20 + 10 + 2;  // the burst, and half a minute's rate
    const std::pair<std::string, std::string> repeated[] = {
        {"NICK ada1\r\nNICK ada\r\n", " NICK "},
        {"AWAY :x\r\nAWAY\r\n", " AWAY"},
        {"SETNAME a\r\nSETNAME b\r\n", " SETNAME "},
        {"TOPIC #a :x\r\nTOPIC #a :y\r\n", " TOPIC "},
    };
    for (const auto& [lines, part] : repeated) {
        SCOPED_TRACE(part);
        EXPECT_LE(heard(times(300, lines), part, seconds{30}), lines_max);
        bench_.advance(std::chrono::hours{1});
        rest();
    }
}

TEST_F(Costs, going_out_and_in_again_is_bounded_like_every_announcement) {
    EXPECT_LE(heard(times(300, "PART #a\r\nJOIN #a\r\n"), " PART ", seconds{30}), 32U);
}

TEST_F(Costs, several_targets_cost_as_much_as_several_messages) {
    BenchClient& carol = bench_.connect("carol");
    rest();
    EXPECT_EQ(heard(times(40, "PRIVMSG bob,carol :x\r\n"), "PRIVMSG", seconds{0}), 10U);
    EXPECT_EQ(count_of(carol.take(), "PRIVMSG"), 10U);
}

TEST(CostsOfReturn, a_client_in_fifty_rooms_has_asked_for_all_of_them_and_speaks_within_seconds) {
    EngineBench bench{with_default_rates()};
    BenchClient& bob = bench.connect("bob");
    bob.send("JOIN #room0");
    bench.advance(std::chrono::minutes{5});
    BenchClient& ada = bench.connect("ada", "batch draft/chathistory");
    bench.forget_all();
    std::string lines;
    for (int i = 0; i < 50; ++i) lines += "JOIN #room" + std::to_string(i) + "\r\n";
    for (int i = 0; i < 50; ++i) {
        const std::string room = "#room" + std::to_string(i);
        lines += "MODE " + room + "\r\nMODE " + room + " b\r\nWHO " + room +
                 "\r\nCHATHISTORY LATEST " + room + " * 50\r\n";
    }
    ada.send_bytes(lines + "PRIVMSG #room0 :I am back\r\n");
    bench.advance(seconds{5});
    EXPECT_THAT(bob.take(), Contains(HasSubstr("I am back")));
    EXPECT_EQ(count_of(ada.take(), " 315 "), 50U);
}

TEST(CostsOfReturn, questions_cost_again_when_they_are_too_many_or_too_late) {
    EngineBench bench{with_default_rates()};
    BenchClient& ada = bench.connect("ada");
    ada.send("JOIN #a");
    bench.forget_all();
    std::string questions;
    for (int i = 0; i < 60; ++i) questions += "WHO #a\r\n";
    ada.send_bytes(questions);
    EXPECT_LE(count_of(ada.take(), " 315 "), 16U);
    bench.advance(std::chrono::minutes{5});
    bench.forget_all();
    ada.send_bytes(questions);
    EXPECT_LE(count_of(ada.take(), " 315 "), 8U);
}

}  // namespace
}  // namespace brusio
