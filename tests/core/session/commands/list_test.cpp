#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(List, hides_a_secret_room_like_one_that_is_not_there) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
    alice.send("JOIN #a");
    alice.send("MODE #a +s");
    EXPECT_EQ(bob.ask("LIST #a"), bob.ask("LIST #b"));
    EXPECT_THAT(alice.ask("LIST #a"), Contains(":irc.example 322 alice #a 1 :"));
    bob.send("JOIN #a");
    EXPECT_THAT(bob.ask("LIST"), Contains(":irc.example 322 bob #a 2 :"));
}

TEST(List, with_ages_at_the_edge_counts_neither_side) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    alice.send("JOIN #a");
    alice.send("TOPIC #a :words");
    bench.advance(std::chrono::minutes{1});
    for (const char* edge : {"LIST C<1", "LIST C>1", "LIST T<1", "LIST T>1"}) {
        EXPECT_EQ(alice.ask(edge).size(), 2U) << edge;
    }
    bench.advance(std::chrono::milliseconds{1});
    EXPECT_EQ(alice.ask("LIST c>1").size(), 3U);
    EXPECT_EQ(alice.ask("LIST t>1").size(), 3U);
    EXPECT_EQ(alice.ask("LIST C<99999999999999999999999").size(), 2U);
    EXPECT_EQ(alice.ask("LIST C<9999999999999999999").size(), 3U);
}

TEST(List, rooms_without_a_topic_have_no_age_of_it) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    alice.send("JOIN #a");
    EXPECT_EQ(alice.ask("LIST T<99").size(), 2U);
    EXPECT_EQ(alice.ask("LIST T>0").size(), 2U);
}

}  // namespace
}  // namespace brusio
