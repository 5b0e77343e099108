#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::ElementsAre;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Userhost, shows_presence_and_operators_of_five_at_most) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& root = bench.connect("root");
    for (const char* nick : {"b", "c", "d", "e"}) bench.connect(nick);
    bench.make_operator(root);
    root.send("AWAY :out");
    EXPECT_THAT(alice.ask("USERHOST ROOT b c d e alice"),
                ElementsAre(":irc.example 302 alice :root*=-~user@192.0.2.1 b=+~user@192.0.2.1 "
                            "c=+~user@192.0.2.1 d=+~user@192.0.2.1 e=+~user@192.0.2.1"));
}

TEST(Userhost, of_nobody_is_an_empty_list) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("USERHOST nobody"), ElementsAre(":irc.example 302 alice :"));
}

}  // namespace
}  // namespace brusio
