#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

/// ann is the operator of #a; eve has an account, guest has none.
class RoomGuard : public testing::Test {
 protected:
    RoomGuard() {
        ann.send("JOIN #a");
        eve.send("REGISTER * * secret-word");
        bench.forget_all();
    }

    EngineBench bench;
    BenchClient& ann = bench.connect("ann");
    BenchClient& eve = bench.connect("eve", {}, over_tls("192.0.2.66"));
    BenchClient& guest = bench.connect("guest", {}, over_tls("192.0.2.67"));
};

TEST_F(RoomGuard, is_offered) {
    const std::vector<std::string> tokens = ann.ask("VERSION");
    EXPECT_THAT(tokens, Contains(HasSubstr(" CHANMODES=beI,k,Fjl,CMRimnst ")));
}

TEST_F(RoomGuard, lets_in_accounts_alone_if_it_is_told_to) {
    EXPECT_THAT(ann.ask("MODE #a +R"), ElementsAre(HasSubstr(" MODE #a +R")));
    EXPECT_THAT(guest.ask("JOIN #a"), ElementsAre(HasSubstr(" 477 guest #a ")));
    EXPECT_THAT(eve.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
    ann.send("INVITE guest #a");
    EXPECT_THAT(guest.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
}

TEST_F(RoomGuard, lets_accounts_alone_speak_if_it_is_told_to) {
    guest.send("JOIN #a");
    eve.send("JOIN #a");
    ann.send("MODE #a +M");
    EXPECT_THAT(guest.ask("PRIVMSG #a :x"),
                ElementsAre(HasSubstr(" 404 guest #a :Only those who ")));
    EXPECT_THAT(guest.ask("NOTICE #a :x"), IsEmpty());
    (void)ann.take();
    EXPECT_THAT(eve.ask("PRIVMSG #a :x"), IsEmpty());
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr(" PRIVMSG #a :x")));
    ann.send("MODE #a +v guest");
    EXPECT_THAT(guest.ask("PRIVMSG #a :y"), Not(Contains(HasSubstr(" 404 "))));
}

TEST_F(RoomGuard, takes_no_ctcp_but_action_if_it_is_told_to) {
    guest.send("JOIN #a");
    ann.send("MODE #a +C");
    bench.forget_all();
    for (const char* text : {"\x01VERSION\x01",
                             "\x01"
                             "DCC SEND x\x01",
                             "\x01"
                             "ACTIONX\x01"}) {
        EXPECT_THAT(guest.ask("PRIVMSG #a :" + std::string{text}),
                    ElementsAre(HasSubstr(" 404 guest #a :No CTCP")));
        EXPECT_THAT(guest.ask("NOTICE #a :" + std::string{text}), IsEmpty());
    }
    EXPECT_THAT(ann.take(), IsEmpty());
    EXPECT_THAT(guest.ask("PRIVMSG #a :\x01"
                          "ACTION waves\x01"),
                IsEmpty());
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr("ACTION waves")));
}

TEST_F(RoomGuard, slows_a_crowd_at_the_door) {
    EXPECT_THAT(ann.ask("MODE #a +j 2:10"), ElementsAre(HasSubstr(" MODE #a +j 2:10")));
    EXPECT_THAT(eve.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
    EXPECT_THAT(guest.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
    BenchClient& late = bench.connect("late");
    EXPECT_THAT(late.ask("JOIN #a"), ElementsAre(HasSubstr(" 480 late #a ")));
    bench.advance(10s);
    EXPECT_THAT(late.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
    EXPECT_THAT(ann.ask("MODE #a -j"), ElementsAre(HasSubstr(" MODE #a -j")));
}

TEST_F(RoomGuard, slows_changes_of_nick) {
    guest.send("JOIN #a");
    ann.send("MODE #a +F 1:60");
    EXPECT_THAT(guest.ask("NICK one"), ElementsAre(HasSubstr(" NICK one")));
    EXPECT_THAT(guest.ask("NICK two"), ElementsAre(HasSubstr(" 447 one #a ")));
    EXPECT_THAT(ann.ask("NICK anna"), Contains(HasSubstr(" NICK anna")));
    bench.advance(60s);
    EXPECT_THAT(guest.ask("NICK two"), Contains(HasSubstr(" NICK two")));
}

TEST_F(RoomGuard, is_shown_and_kept) {
    ann.send("MODE #a +RMCjF 5:10 3:60");
    EXPECT_THAT(ann.ask("MODE #a"), Contains(HasSubstr(" 324 ann #a +CMRFj 3:60 5:10")));
    eve.send("JOIN #a");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.connect("again");
    EXPECT_THAT(again.ask("MODE #a"), Contains(HasSubstr(" 324 again #a +CMRFj 3:60 5:10")));
}

TEST_F(RoomGuard, says_which_value_does_not_fit) {
    EXPECT_THAT(ann.ask("MODE #a +l abc"), ElementsAre(HasSubstr(" 696 ann #a l abc :")));
    for (const char* value : {"0:1", "1:0", "5", "5:", ":5", "5:10x", "9999:1", "-1:5"}) {
        EXPECT_THAT(ann.ask("MODE #a +j " + std::string{value}),
                    ElementsAre(HasSubstr(" 696 ann #a j ")))
            << value;
    }
    EXPECT_THAT(ann.ask("MODE #a +l"), ElementsAre(HasSubstr(" 696 ann #a l * :")));
    EXPECT_THAT(ann.ask("MODE #a +F"), ElementsAre(HasSubstr(" 696 ann #a F * :")));
    EXPECT_THAT(ann.ask("MODE #a +l :two words"), ElementsAre(HasSubstr(" 696 ann #a l * :")));
    // A key is no business of a log.
    EXPECT_THAT(ann.ask("MODE #a +k a,b"), ElementsAre(HasSubstr(" 696 ann #a k * :")));
    EXPECT_THAT(ann.ask("MODE #a +b ~x:y"), ElementsAre(HasSubstr(" 696 ann #a b ~x:y :")));
}

TEST_F(RoomGuard, bans_ranges_of_addresses) {
    EXPECT_THAT(ann.ask("MODE #a +b 192.0.2.64/26"),
                ElementsAre(HasSubstr(" MODE #a +b *!*@192.0.2.64/26")));
    EXPECT_THAT(eve.ask("JOIN #a"), ElementsAre(HasSubstr(" 474 ")));
    BenchClient& near = bench.connect("near", {}, over_tls("192.0.2.128"));
    EXPECT_THAT(near.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
    ann.send("MODE #a +e guest!*@192.0.2.0/24");
    EXPECT_THAT(guest.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
    ann.send("MODE #a -b *!*@192.0.2.64/26");
    ann.send("MODE #a +b ~m:*!*@192.0.2.128/25");
    EXPECT_THAT(near.ask("PRIVMSG #a :x"), ElementsAre(HasSubstr(" 404 ")));
    EXPECT_THAT(guest.ask("PRIVMSG #a :x"), IsEmpty());
}

TEST_F(RoomGuard, invites_ranges_of_addresses) {
    BenchClient& six = bench.connect("six", {}, over_tls("2001:db8:7::1"));
    BenchClient& mapped = bench.connect("mapped", {}, over_tls("::ffff:198.51.100.7"));
    ann.send("MODE #a +iII *!*@2001:DB8:7::/48 *!*@198.51.100.0/24");
    EXPECT_THAT(guest.ask("JOIN #a"), ElementsAre(HasSubstr(" 473 ")));
    EXPECT_THAT(six.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
    EXPECT_THAT(mapped.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
}

}  // namespace
}  // namespace brusio
