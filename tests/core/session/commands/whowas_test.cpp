#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Whowas, remembers_the_newest_first_and_as_many_as_asked) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    for (int i = 0; i < 3; ++i) {
        bench.connect("bob").send("QUIT");
        bench.advance(std::chrono::seconds{1});
    }
    EXPECT_EQ(alice.ask("WHOWAS bob").size(), 7U);
    EXPECT_EQ(alice.ask("WHOWAS BOB 0").size(), 7U);
    EXPECT_EQ(alice.ask("WHOWAS bob -2").size(), 7U);
    EXPECT_EQ(alice.ask("WHOWAS bob x").size(), 7U);
    EXPECT_THAT(alice.ask("WHOWAS bob 1"),
                ElementsAre(":irc.example 314 alice bob ~user 192.0.2.1 * :Real bob",
                            ":irc.example 312 alice bob irc.example :2024-01-01T00:00:02.000Z",
                            ":irc.example 369 alice bob :End of WHOWAS"));
}

TEST(Whowas, remembers_a_nick_that_was_given_up) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    alice.send("NICK alicia");
    EXPECT_THAT(alice.ask("WHOWAS alice"), ElementsAre(HasSubstr(" 314 alicia alice "),
                                                       HasSubstr(" 312 "), HasSubstr(" 369 ")));
}

TEST(Whowas, of_nobody_ends_too) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("WHOWAS nobody"),
                ElementsAre(HasSubstr(" 406 alice nobody "), HasSubstr(" 369 alice nobody ")));
    EXPECT_THAT(alice.ask("WHOWAS"), ElementsAre(HasSubstr(" 431 alice ")));
}

}  // namespace
}  // namespace brusio
