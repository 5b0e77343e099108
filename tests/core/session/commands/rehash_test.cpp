#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Rehash, asks_the_program_once_for_the_configuration) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    EXPECT_THAT(root.ask("REHASH"),
                Contains(":irc.example 382 root configuration :Reading the configuration again"));
    EXPECT_EQ(bench.reloads_requested(), 1U);
}

TEST(Rehash, is_for_operators_only) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("REHASH"),
                ElementsAre(":irc.example 481 alice :Only server operators may do that"));
    EXPECT_EQ(bench.reloads_requested(), 0U);
}

}  // namespace
}  // namespace brusio
