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

class Kick : public testing::Test {
 protected:
    void SetUp() override {
        for (BenchClient* client : {&alice, &bob, &carol}) client->send("JOIN #a");
        bench.forget_all();
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol");
};

TEST_F(Kick, is_seen_by_all_members_and_by_the_one_who_goes) {
    alice.send("KICK #a bob :enough");
    const auto line = ElementsAre(":alice!~user@192.0.2.1 KICK #a bob :enough");
    EXPECT_THAT(alice.take(), line);
    EXPECT_THAT(bob.take(), line);
    EXPECT_THAT(carol.take(), line);
    EXPECT_THAT(bob.ask("PART #a"), Contains(HasSubstr(" 442 ")));
}

TEST_F(Kick, one_line_for_each_of_several) {
    alice.send("KICK #a bob,carol :out");
    EXPECT_THAT(carol.take(), ElementsAre(":alice!~user@192.0.2.1 KICK #a bob :out",
                                          ":alice!~user@192.0.2.1 KICK #a carol :out"));
}

TEST_F(Kick, by_a_plain_member_is_refused_without_saying_who_is_there) {
    EXPECT_THAT(bob.ask("KICK #a nobody"), Contains(HasSubstr(" 482 bob #a ")));
    EXPECT_THAT(bob.ask("KICK #a carol"), Contains(HasSubstr(" 482 bob #a ")));
    EXPECT_THAT(carol.take(), IsEmpty());
}

TEST_F(Kick, by_a_half_operator_reaches_members_but_not_operators) {
    alice.send("MODE #a +h bob");
    bench.forget_all();
    EXPECT_THAT(bob.ask("KICK #a alice"), ElementsAre(HasSubstr(" 482 bob #a ")));
    EXPECT_THAT(bob.ask("KICK #a carol"), ElementsAre(":bob!~user@192.0.2.1 KICK #a carol :bob"));
}

TEST_F(Kick, of_oneself_may_end_the_room) {
    bob.send("PART #a");
    carol.send("PART #a");
    bench.forget_all();
    EXPECT_THAT(alice.ask("KICK #a alice,bob"),
                ElementsAre(":alice!~user@192.0.2.1 KICK #a alice :alice",
                            ":irc.example 403 alice #a :There is no such channel"));
}

TEST_F(Kick, cuts_a_long_reason) {
    alice.send("KICK #a bob :" + std::string(400, 'x'));
    EXPECT_THAT(carol.take(),
                ElementsAre(":alice!~user@192.0.2.1 KICK #a bob :" + std::string(300, 'x')));
}

TEST_F(Kick, with_lists_that_do_not_pair_needs_more_parameters) {
    EXPECT_THAT(alice.ask("KICK #a,#b bob"), Contains(HasSubstr(" 461 alice KICK ")));
    EXPECT_THAT(alice.ask("KICK #a ,"), Contains(HasSubstr(" 461 alice KICK ")));
}

TEST_F(Kick, stops_at_the_promised_number_of_targets) {
    for (const char* nick : {"d", "e", "f"}) bench.connect(nick).send("JOIN #a");
    bench.forget_all();
    EXPECT_EQ(alice.ask("KICK #a bob,carol,d,e,f").size(), 4U);
}

}  // namespace
}  // namespace brusio
