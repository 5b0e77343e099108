#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

class Invite : public testing::Test {
 protected:
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol");
};

TEST_F(Invite, by_an_operator_opens_an_invite_only_room_once) {
    alice.send("JOIN #a");
    alice.send("MODE #a +i");
    EXPECT_THAT(alice.ask("INVITE bob #a"), ElementsAre(":irc.example 341 alice bob #a"));
    EXPECT_THAT(bob.take(), ElementsAre(":alice!~user@192.0.2.1 INVITE bob #a"));
    EXPECT_THAT(bob.ask("JOIN #a"), Contains(":bob!~user@192.0.2.1 JOIN #a"));
    bob.send("PART #a");
    EXPECT_THAT(bob.ask("JOIN #a"),
                ElementsAre(":irc.example 473 bob #a :Cannot join: by invitation only (+i)"));
}

TEST_F(Invite, by_a_plain_member_does_not_undo_a_ban) {
    alice.send("JOIN #a");
    bob.send("JOIN #a");
    alice.send("MODE #a +b carol");
    EXPECT_THAT(bob.ask("INVITE carol #a"), ElementsAre(":irc.example 341 bob carol #a"));
    carol.send("JOIN #a");
    EXPECT_THAT(carol.take(), Contains(":irc.example 474 carol #a :Cannot join: you are banned "
                                       "(+b)"));
}

TEST_F(Invite, into_an_invite_only_room_needs_a_rank) {
    alice.send("JOIN #a");
    bob.send("JOIN #a");
    alice.send("MODE #a +i");
    EXPECT_THAT(bob.ask("INVITE carol #a"), Contains(HasSubstr(" 482 bob #a ")));
    EXPECT_THAT(carol.take(), IsEmpty());
}

TEST_F(Invite, into_a_secret_room_from_outside_looks_like_no_room) {
    alice.send("JOIN #a");
    alice.send("MODE #a +s");
    EXPECT_THAT(bob.ask("INVITE carol #a"),
                ElementsAre(":irc.example 403 bob #a :There is no such channel"));
    EXPECT_THAT(bob.ask("INVITE carol #b"),
                ElementsAre(":irc.example 403 bob #b :There is no such channel"));
}

TEST_F(Invite, of_somebody_away_tells_why) {
    alice.send("JOIN #a");
    bob.send("AWAY :asleep");
    EXPECT_THAT(alice.ask("INVITE bob #a"),
                ElementsAre(":irc.example 341 alice bob #a", ":irc.example 301 alice bob :asleep"));
}

TEST_F(Invite, list_holds_only_rooms_that_are_still_there) {
    alice.send("JOIN #a");
    alice.send("INVITE bob #a");
    alice.send("PART #a");
    EXPECT_THAT(bob.ask("INVITE"), ElementsAre(":irc.example 337 bob :End of your invitations"));
}

}  // namespace
}  // namespace brusio
