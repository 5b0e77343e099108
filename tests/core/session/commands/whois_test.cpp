#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;

class Whois : public testing::Test {
 protected:
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
};

TEST_F(Whois, tells_what_everybody_may_know) {
    bob.send("JOIN #a");
    bench.advance(std::chrono::seconds{30});
    EXPECT_THAT(alice.ask("WHOIS BOB"),
                ElementsAre(":irc.example 311 alice bob ~user 192.0.2.1 * :Real bob",
                            ":irc.example 319 alice bob :@#a",
                            ":irc.example 312 alice bob irc.example :a test server",
                            ":irc.example 317 alice bob 30 1704067200 :seconds idle, time of "
                            "sign-on",
                            ":irc.example 318 alice bob :End of WHOIS"));
}

TEST_F(Whois, names_rooms_that_the_asker_may_know_of) {
    bob.send("JOIN #open,#secret");
    bob.send("MODE #secret +s");
    EXPECT_THAT(alice.ask("WHOIS bob"), Contains(":irc.example 319 alice bob :@#open"));
    alice.send("JOIN #secret");
    EXPECT_THAT(alice.ask("WHOIS bob"), Contains(":irc.example 319 alice bob :@#open @#secret"));
    bob.send("MODE bob +i");
    EXPECT_THAT(alice.ask("WHOIS bob"), Contains(":irc.example 319 alice bob :@#secret"));
}

TEST_F(Whois, tells_address_and_modes_to_the_user_itself_and_to_operators) {
    const auto has_private = AllOf(Contains(HasSubstr(" 378 ")), Contains(HasSubstr(" 379 ")));
    EXPECT_THAT(alice.ask("WHOIS bob"), Not(Contains(HasSubstr(" 378 "))));
    EXPECT_THAT(bob.ask("WHOIS bob"), has_private);
    bench.make_operator(alice);
    EXPECT_THAT(alice.ask("WHOIS bob"), has_private);
}

TEST_F(Whois, tells_bots_operators_the_away_and_the_secure) {
    testing_support::LinkOptions options;
    options.secure = true;
    BenchClient& carol = bench.connect("carol", {}, options);
    carol.send("MODE carol +B");
    carol.send("AWAY :out");
    bench.make_operator(carol);
    EXPECT_THAT(alice.ask("WHOIS carol"),
                AllOf(Contains(":irc.example 301 alice carol :out"),
                      Contains(":irc.example 313 alice carol :is a server operator"),
                      Contains(":irc.example 335 alice carol :is a bot"),
                      Contains(":irc.example 671 alice carol :is connected over TLS")));
}

TEST_F(Whois, many_rooms_are_named_on_lines_that_fit) {
    for (int i = 0; i < 90; ++i) {
        bob.send("JOIN #" + std::string(50, 'r') + std::to_string(i));
    }
    std::size_t rooms = 0;
    for (const std::string& line : alice.ask("WHOIS bob")) {
        EXPECT_LE(line.size() + 2, 512U);
        rooms += static_cast<std::size_t>(std::count(line.begin(), line.end(), '#'));
    }
    EXPECT_EQ(rooms, 90U);
}

TEST_F(Whois, of_nobody_ends_too) {
    EXPECT_THAT(alice.ask("WHOIS nobody"),
                ElementsAre(HasSubstr(" 401 alice nobody "), HasSubstr(" 318 alice nobody ")));
    EXPECT_THAT(alice.ask("WHOIS"), ElementsAre(HasSubstr(" 431 alice ")));
    EXPECT_THAT(alice.ask("WHOIS elsewhere bob"), ElementsAre(HasSubstr(" 402 alice elsewhere ")));
    EXPECT_THAT(alice.ask("WHOIS bob bob"), Contains(HasSubstr(" 311 alice bob ")));
}

}  // namespace
}  // namespace brusio
