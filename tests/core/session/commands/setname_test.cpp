#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Setname, is_confirmed_and_told_to_those_who_negotiated_it) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "setname");
    BenchClient& bob = bench.connect("bob", "setname");
    BenchClient& carol = bench.connect("carol");
    for (BenchClient* client : {&alice, &bob, &carol}) client->send("JOIN #a");
    bench.forget_all();
    const auto line = ElementsAre(":alice!~user@192.0.2.1 SETNAME :New Name");
    EXPECT_THAT(alice.ask("SETNAME :New Name"), line);
    EXPECT_THAT(bob.take(), line);
    EXPECT_THAT(carol.take(), IsEmpty());
    EXPECT_THAT(carol.ask("WHOIS alice"),
                Contains(":irc.example 311 carol alice ~user 192.0.2.1 * :New Name"));
}

TEST(Setname, works_in_silence_without_the_capability) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("SETNAME :New Name"), IsEmpty());
    EXPECT_THAT(alice.ask("WHOIS alice"), Contains(HasSubstr(" * :New Name")));
}

TEST(Setname, refuses_nothing_and_too_much) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "setname standard-replies");
    const auto refused =
        ElementsAre(":irc.example FAIL SETNAME INVALID_REALNAME :This real name cannot be used");
    EXPECT_THAT(alice.ask("SETNAME :"), refused);
    EXPECT_THAT(alice.ask("SETNAME :" + std::string(151, 'x')), refused);
    EXPECT_THAT(alice.ask("SETNAME :" + std::string(150, 'x')),
                ElementsAre(":alice!~user@192.0.2.1 SETNAME :" + std::string(150, 'x')));
}

}  // namespace
}  // namespace brusio
