#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

TEST(Lusers, counts_users_invisible_ones_operators_rooms_and_strangers) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
    BenchClient& gone = bench.connect("gone");
    bench.open();
    alice.send("JOIN #a");
    bob.send("MODE bob +i");
    bench.make_operator(bob);
    gone.send("QUIT");
    EXPECT_THAT(
        alice.ask("LUSERS"),
        ElementsAre(":irc.example 251 alice :There are 1 users and 1 invisible on 1 servers",
                    ":irc.example 252 alice 1 :operators online",
                    ":irc.example 253 alice 1 :connections not registered yet",
                    ":irc.example 254 alice 1 :channels formed",
                    ":irc.example 255 alice :I have 2 clients and 0 servers",
                    ":irc.example 265 alice 2 3 :Current local users 2, max 3",
                    ":irc.example 266 alice 2 3 :Current global users 2, max 3"));
}

TEST(Lusers, counts_links_as_clients_and_nobody_who_is_nowhere) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    alice.send("REGISTER * * secret-word");
    bench.log_in("alice", {});
    BenchClient& ghost = bench.connect("ghost", {}, over_tls());
    ghost.send("REGISTER * * secret-word");
    ghost.send("QUIT");
    const std::vector<std::string> lines = alice.ask("LUSERS");
    EXPECT_THAT(lines, Contains(HasSubstr("There are 1 users and 0 invisible ")));
    EXPECT_THAT(lines, Contains(HasSubstr("I have 2 clients ")));
    EXPECT_THAT(lines, Contains(HasSubstr("Current local users 1, max 2")));
}

TEST(Lusers, does_not_count_somebody_twice_who_goes_in_the_same_input) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    bench.connect("bob");
    bench.make_operator(root);
    root.send_bytes("KILL bob\r\nLUSERS\r\n");
    EXPECT_THAT(root.take(), Contains(":irc.example 253 root 0 :connections not registered yet"));
}

}  // namespace
}  // namespace brusio
