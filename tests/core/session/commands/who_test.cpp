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

class Who : public testing::Test {
 protected:
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
};

TEST_F(Who, of_a_room_shows_presence_operators_ranks_and_bots) {
    bob.send("JOIN #a");
    bob.send("MODE #a +v bob");
    bob.send("MODE bob +B");
    bob.send("AWAY :out");
    bench.make_operator(bob);
    EXPECT_THAT(
        alice.ask("WHO #A"),
        ElementsAre(":irc.example 352 alice #a ~user 192.0.2.1 irc.example bob G*@B :0 Real "
                    "bob",
                    ":irc.example 315 alice #A :End of WHO list"));
    BenchClient& carol = bench.connect("carol", "multi-prefix");
    EXPECT_THAT(carol.ask("WHO bob"), Contains(HasSubstr(" bob G*@+B :0 Real bob")));
}

TEST_F(Who, finds_an_invisible_user_by_its_nick_or_through_a_shared_room) {
    bob.send("MODE bob +i");
    EXPECT_EQ(alice.ask("WHO b*").size(), 1U);
    EXPECT_EQ(alice.ask("WHO BOB").size(), 2U);
    bob.send("JOIN #a");
    EXPECT_EQ(alice.ask("WHO #a").size(), 1U);
    alice.send("JOIN #a");
    EXPECT_EQ(alice.ask("WHO b*").size(), 2U);
    EXPECT_EQ(alice.ask("WHO #a").size(), 3U);
}

TEST_F(Who, names_no_room_that_must_not_be_known) {
    bob.send("JOIN #a");
    bob.send("MODE #a +s");
    EXPECT_THAT(alice.ask("WHO bob"), Contains(HasSubstr(" 352 alice * ")));
    EXPECT_EQ(alice.ask("WHO #a").size(), 1U);
}

TEST_F(Who, x_gives_the_fields_that_exist_in_the_order_of_the_standard) {
    EXPECT_THAT(alice.ask("WHO bob %rnt,7"),
                ElementsAre(":irc.example 354 alice 7 bob :Real bob", HasSubstr(" 315 ")));
    EXPECT_THAT(alice.ask("WHO bob %znn"),
                ElementsAre(":irc.example 354 alice bob", HasSubstr(" 315 ")));
    EXPECT_THAT(alice.ask("WHO bob %tn,1234"),
                ElementsAre(":irc.example 354 alice 0 bob", HasSubstr(" 315 ")));
    EXPECT_THAT(alice.ask("WHO bob %tn,x"),
                ElementsAre(":irc.example 354 alice 0 bob", HasSubstr(" 315 ")));
}

TEST_F(Who, x_tells_the_address_to_the_user_itself_and_to_operators) {
    EXPECT_THAT(alice.ask("WHO bob %i"), Contains(":irc.example 354 alice 255.255.255.255"));
    EXPECT_THAT(bob.ask("WHO bob %i"), Contains(":irc.example 354 bob 192.0.2.1"));
    bench.make_operator(alice);
    EXPECT_THAT(alice.ask("WHO bob %i"), Contains(":irc.example 354 alice 192.0.2.1"));
}

TEST_F(Who, x_writes_an_address_that_starts_with_a_colon_so_that_it_can_be_read) {
    testing_support::LinkOptions options;
    options.address = "::1";
    BenchClient& carol = bench.connect("carol", {}, options);
    EXPECT_THAT(carol.ask("WHO carol %in"), Contains(":irc.example 354 carol 0::1 carol"));
}

TEST_F(Who, o_lists_server_operators_alone) {
    bench.make_operator(bob);
    EXPECT_THAT(alice.ask("WHO * o"),
                ElementsAre(HasSubstr(" bob H* :0 Real bob"), HasSubstr(" 315 alice * ")));
}

TEST_F(Who, matches_user_name_host_and_real_name_of_a_mask) {
    EXPECT_EQ(alice.ask("WHO 192.0.*").size(), 3U);
    EXPECT_EQ(alice.ask("WHO ~us?r").size(), 3U);
    EXPECT_EQ(alice.ask("WHO :real b*").size(), 2U);
    EXPECT_EQ(alice.ask("WHO 0").size(), 3U);
    EXPECT_EQ(alice.ask("WHO").size(), 3U);
}

}  // namespace
}  // namespace brusio
