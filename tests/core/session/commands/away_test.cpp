#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Away, tells_those_who_asked_and_share_a_room) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob", "away-notify");
    BenchClient& carol = bench.connect("carol");
    for (BenchClient* client : {&alice, &bob, &carol}) client->send("JOIN #a");
    bench.forget_all();
    EXPECT_THAT(alice.ask("AWAY :at lunch"),
                ElementsAre(":irc.example 306 alice :You are now marked as away"));
    EXPECT_THAT(bob.take(), ElementsAre(":alice!~user@192.0.2.1 AWAY :at lunch"));
    EXPECT_THAT(carol.take(), IsEmpty());
}

TEST(Away, with_an_empty_message_means_to_be_back) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    alice.send("AWAY :out");
    EXPECT_THAT(alice.ask("AWAY :"),
                ElementsAre(":irc.example 305 alice :You are no longer marked as away"));
    BenchClient& bob = bench.connect("bob");
    EXPECT_THAT(bob.ask("PRIVMSG alice :hello"), IsEmpty());
}

TEST(Away, cuts_a_long_message_between_characters) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
    std::string words(199, 'a');
    alice.send("AWAY :" + words + "\u00e9tait");
    EXPECT_THAT(bob.ask("PRIVMSG alice :hello"),
                ElementsAre(":irc.example 301 bob alice :" + words));
}

TEST(Away, is_not_told_again_when_it_stays_the_same) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob", "away-notify");
    alice.send("JOIN #a");
    bob.send("JOIN #a");
    alice.send("AWAY :out");
    bench.forget_all();
    alice.send("AWAY :out");
    EXPECT_THAT(bob.take(), IsEmpty());
}

TEST(Away, before_registration_needs_the_capability) {
    EngineBench bench;
    BenchClient& link = bench.open();
    EXPECT_THAT(link.ask("AWAY :out"),
                ElementsAre(":irc.example 451 * :Register first, with NICK and USER"));
}

}  // namespace
}  // namespace brusio
