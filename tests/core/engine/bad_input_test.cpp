#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/engine_bench.h"

/// Every kind of bad input has its answer, a bounded cost and no effect on others.
namespace brusio::engine {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::Pings;

class BadInput : public testing::Test {
 protected:
    BadInput() : ada_(bench_.connect("ada")), bob_(bench_.connect("bob")) {
        ada_.send("JOIN #a");
        bob_.send("JOIN #a");
        bench_.forget_all();
    }

    EngineBench bench_;
    BenchClient& ada_;
    BenchClient& bob_;
};

TEST_F(BadInput, a_line_over_512_bytes_is_answered_417_and_the_next_one_works) {
    for (const std::size_t bytes : {501U, 600U, 1500U}) {
        ada_.send("PRIVMSG #a :" + std::string(bytes, 'x'));
        EXPECT_THAT(ada_.take(), ElementsAre(HasSubstr(" 417 ada "))) << bytes;
    }
    EXPECT_THAT(bob_.take(), IsEmpty());
    ada_.send("PRIVMSG #a :short");
    EXPECT_THAT(bob_.take(), ElementsAre(HasSubstr("short")));
}

TEST_F(BadInput, tags_over_their_limit_are_answered_417) {
    ada_.send("@+a=" + std::string(5000, 'x') + " PRIVMSG #a :hi");
    EXPECT_THAT(ada_.take(), ElementsAre(HasSubstr(" 417 ada ")));
    EXPECT_THAT(bob_.take(), IsEmpty());
}

TEST_F(BadInput, invalid_utf8_is_refused_and_never_relayed) {
    ada_.send("PRIVMSG #a :caf\xe9");
    EXPECT_THAT(ada_.take(), ElementsAre(HasSubstr("UTF-8")));
    EXPECT_THAT(bob_.take(), IsEmpty());
}

TEST_F(BadInput, invalid_utf8_has_its_code_for_those_who_read_standard_replies) {
    BenchClient& carol = bench_.connect("carol", "standard-replies");
    EXPECT_THAT(carol.ask("PRIVMSG #a :\xc3\x28"),
                ElementsAre(HasSubstr(" FAIL PRIVMSG INVALID_UTF8 ")));
}

TEST_F(BadInput, invalid_utf8_is_refused_with_the_label_of_its_line) {
    BenchClient& carol = bench_.connect("carol", "labeled-response batch");
    EXPECT_THAT(carol.ask("@label=x PRIVMSG #a :\xaa"),
                ElementsAre(HasSubstr("@label=x :irc.example FAIL PRIVMSG INVALID_UTF8 ")));
    EXPECT_THAT(carol.ask("@label=\xaa PRIVMSG #a :hi"),
                ElementsAre(testing::Not(HasSubstr("label"))));
}

TEST_F(BadInput, a_nul_byte_is_refused_and_never_relayed) {
    ada_.send_bytes(std::string("PRIVMSG #a :x\0y\r\n", 17));
    EXPECT_THAT(ada_.take(), SizeIs(1));
    EXPECT_THAT(bob_.take(), IsEmpty());
}

TEST_F(BadInput, lone_line_feeds_and_carriage_returns_end_lines) {
    ada_.send_bytes("PRIVMSG #a :one\nPRIVMSG #a :two\rPRIVMSG #a :three\r\n");
    EXPECT_THAT(bob_.take(), SizeIs(3));
}

TEST_F(BadInput, a_web_browser_is_shown_the_door) {
    BenchClient& browser = bench_.open();
    browser.send_bytes("GET / HTTP/1.1\r\nHost: x\r\nNICK eve\r\nUSER e 0 * :e\r\n\r\n");
    EXPECT_TRUE(browser.closed());
    EXPECT_THAT(browser.take(), ElementsAre(HasSubstr("ERROR :This is a chat server")));
}

TEST_F(BadInput, half_a_line_for_ever_ends_with_the_registration_deadline) {
    BenchClient& slow = bench_.open();
    for (int i = 0; i < 29; ++i) {
        slow.send_bytes("N");
        bench_.advance(std::chrono::seconds{1});
    }
    EXPECT_FALSE(slow.closed());
    bench_.advance(std::chrono::seconds{2});
    EXPECT_TRUE(slow.closed());
}

TEST_F(BadInput, a_line_that_never_ends_costs_one_answer_and_no_memory) {
    for (int i = 0; i < 1000; ++i) ada_.send_bytes(std::string(1000, 'x'));
    EXPECT_THAT(ada_.take(), ElementsAre(HasSubstr(" 417 ada ")));
    ada_.send_bytes("\r\n");
    EXPECT_THAT(ada_.ask("PING 1"), ElementsAre(HasSubstr("PONG")));
}

TEST_F(BadInput, an_unknown_command_is_named_in_its_answer) {
    EXPECT_THAT(ada_.ask("FROBNICATE now"), ElementsAre(HasSubstr(" 421 ada FROBNICATE ")));
}

TEST_F(BadInput, commands_before_registration_are_answered_451) {
    BenchClient& eve = bench_.open();
    EXPECT_THAT(eve.ask("JOIN #a"), ElementsAre(HasSubstr(" 451 * ")));
    EXPECT_THAT(bob_.take(), IsEmpty());
}

TEST_F(BadInput, who_answers_no_ping_is_dropped_and_others_see_it) {
    bench_.advance(std::chrono::seconds{151}, Pings::ignored);
    EXPECT_TRUE(ada_.closed());
    EXPECT_THAT(ada_.take(), Contains(HasSubstr("ERROR :Ping timeout")));
}

TEST_F(BadInput, who_answers_pings_stays_for_ever) {
    bench_.advance(std::chrono::hours{3});
    EXPECT_FALSE(ada_.closed());
    EXPECT_FALSE(bob_.closed());
}

TEST(Flood, is_slowed_down_and_nothing_of_it_is_lost_or_reordered) {
    auto config = EngineBench::default_config();
    config.limits.command_burst_tokens = 20;  // a message costs 2
    config.limits.command_tokens_per_second = 10;
    EngineBench bench(config);
    BenchClient& ada = bench.connect("ada");
    BenchClient& bob = bench.connect("bob");
    ada.send("JOIN #a");
    bob.send("JOIN #a");
    bench.advance(std::chrono::seconds{10});
    bench.forget_all();
    std::string flood;
    for (int i = 0; i < 60; ++i) flood += "PRIVMSG #a :" + std::to_string(i) + "\r\n";
    ada.send_bytes(flood);
    EXPECT_THAT(bob.take(), SizeIs(10));
    bench.advance(std::chrono::seconds{2});
    EXPECT_THAT(bob.take(), SizeIs(10));
    bench.advance(std::chrono::seconds{20});
    const auto rest = bob.take();
    ASSERT_THAT(rest, SizeIs(40));
    EXPECT_THAT(rest.back(), HasSubstr("PRIVMSG #a :59"));
    EXPECT_THAT(rest.front(), HasSubstr("PRIVMSG #a :20"));
}

}  // namespace
}  // namespace brusio::engine
