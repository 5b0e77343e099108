#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Wallops, reaches_those_who_want_it) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol");
    bench.make_operator(root);
    carol.send("MODE carol +w");
    bench.forget_all();
    EXPECT_THAT(root.ask("WALLOPS :news"), IsEmpty());
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_THAT(carol.take(), ElementsAre(":root!~user@192.0.2.1 WALLOPS :news"));
    root.send("MODE root +w");
    EXPECT_THAT(root.ask("WALLOPS :more"), ElementsAre(":root!~user@192.0.2.1 WALLOPS :more"));
}

TEST(Wallops, is_for_operators_with_something_to_say) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("WALLOPS :x"), ElementsAre(HasSubstr(" 481 alice ")));
    bench.make_operator(alice);
    EXPECT_THAT(alice.ask("WALLOPS :"), ElementsAre(HasSubstr(" 461 alice WALLOPS ")));
}

}  // namespace
}  // namespace brusio
