#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Names, shows_invisible_members_to_members_alone) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol");
    alice.send("JOIN #a");
    bob.send("JOIN #a");
    bob.send("MODE bob +i");
    EXPECT_THAT(carol.ask("NAMES #a"), ElementsAre(":irc.example 353 carol = #a :@alice",
                                                   ":irc.example 366 carol #a :End of names list"));
    EXPECT_THAT(alice.ask("NAMES #a"), Contains(":irc.example 353 alice = #a :@alice bob"));
}

TEST(Names, of_a_secret_room_from_outside_looks_like_no_room) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
    alice.send("JOIN #a");
    alice.send("MODE #a +s");
    EXPECT_THAT(alice.ask("NAMES #a"), Contains(":irc.example 353 alice @ #a :@alice"));
    EXPECT_THAT(bob.ask("NAMES #a"), ElementsAre(":irc.example 366 bob #a :End of names list"));
    EXPECT_THAT(bob.ask("NAMES #b"), ElementsAre(":irc.example 366 bob #b :End of names list"));
    EXPECT_THAT(bob.ask("NAMES"), ElementsAre(":irc.example 366 bob * :End of names list"));
}

TEST(Names, of_several_rooms_end_once) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    alice.send("JOIN #a,#b");
    EXPECT_THAT(
        alice.ask("NAMES #a,#b"),
        ElementsAre(":irc.example 353 alice = #a :@alice", ":irc.example 353 alice = #b :@alice",
                    ":irc.example 366 alice #a,#b :End of names list"));
}

TEST(Names, are_packed_on_lines_that_fit_and_none_is_lost) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "userhost-in-names multi-prefix");
    alice.send("JOIN #a");
    for (int i = 0; i < 60; ++i) bench.connect("member" + std::to_string(i)).send("JOIN #a");
    std::size_t names = 0;
    for (const std::string& line : alice.ask("NAMES #a")) {
        EXPECT_LE(line.size() + 2, 512U);
        names += static_cast<std::size_t>(std::count(line.begin(), line.end(), '!'));
    }
    EXPECT_EQ(names, 61U);
}

}  // namespace
}  // namespace brusio
