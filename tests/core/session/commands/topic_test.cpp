#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::BenchClient;
using testing_support::EngineBench;

class Topic : public testing::Test {
 protected:
    void SetUp() override {
        alice.send("JOIN #a");
        bob.send("JOIN #a");
        bench.forget_all();
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
};

TEST_F(Topic, is_told_to_everybody_and_kept_for_newcomers) {
    alice.send("TOPIC #a :Tea");
    EXPECT_THAT(alice.take(), ElementsAre(":alice!~user@192.0.2.1 TOPIC #a :Tea"));
    EXPECT_THAT(bob.take(), ElementsAre(":alice!~user@192.0.2.1 TOPIC #a :Tea"));
    BenchClient& carol = bench.connect("carol");
    EXPECT_THAT(carol.ask("JOIN #a"),
                AllOf(Contains(":irc.example 332 carol #a :Tea"),
                      Contains(":irc.example 333 carol #a alice!~user@192.0.2.1 1704067200")));
}

TEST_F(Topic, empty_clears_it) {
    alice.send("TOPIC #a :Tea");
    alice.send("TOPIC #a :");
    EXPECT_THAT(bob.take(), Contains(":alice!~user@192.0.2.1 TOPIC #a :"));
    EXPECT_THAT(bob.ask("TOPIC #a"), ElementsAre(":irc.example 331 bob #a :No topic is set"));
}

TEST_F(Topic, locked_needs_half_an_operator) {
    alice.send("MODE #a +tv bob");
    bob.send("PING x");
    EXPECT_THAT(bob.ask("TOPIC #a :x"), ElementsAre(HasSubstr(" 482 bob #a ")));
    alice.send("MODE #a +h bob");
    EXPECT_THAT(bob.ask("TOPIC #a :x"), Contains(":bob!~user@192.0.2.1 TOPIC #a :x"));
}

TEST_F(Topic, is_cut_between_characters) {
    alice.send("TOPIC #a :" + std::string(389, 'x') + "\u00e9");
    EXPECT_THAT(bob.take(),
                ElementsAre(":alice!~user@192.0.2.1 TOPIC #a :" + std::string(389, 'x')));
}

TEST_F(Topic, from_outside_is_read_but_not_written_and_secret_rooms_are_not_there) {
    BenchClient& carol = bench.connect("carol");
    EXPECT_THAT(carol.ask("TOPIC #a"), ElementsAre(HasSubstr(" 331 carol #a ")));
    EXPECT_THAT(carol.ask("TOPIC #a :x"), ElementsAre(HasSubstr(" 442 carol #a ")));
    alice.send("MODE #a +s");
    EXPECT_THAT(carol.ask("TOPIC #a"), ElementsAre(HasSubstr(" 403 carol #a ")));
    EXPECT_THAT(carol.ask("TOPIC #a :x"), ElementsAre(HasSubstr(" 403 carol #a ")));
}

}  // namespace
}  // namespace brusio
