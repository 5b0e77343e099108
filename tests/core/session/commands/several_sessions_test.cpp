#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

/// One account, at a desk and on a phone.
class SeveralSessions : public testing::Test {
 protected:
    SeveralSessions() {
        desk.send("REGISTER * * secret-word");
        desk.send("JOIN #a");
        desk.send("TOPIC #a :tea");
        bob.send("JOIN #a");
        bench.forget_all();
    }
    std::vector<std::string> log_in(BenchClient& client, const std::string& nick) {
        client.send("PASS alice:secret-word");
        client.send("NICK " + nick);
        return client.ask("USER phone 0 * :Phone");
    }

    EngineBench bench;
    BenchClient& desk = bench.connect("alice", {}, over_tls());
    BenchClient& bob = bench.connect("bob");
    BenchClient& phone = bench.open(over_tls());
};

TEST_F(SeveralSessions, share_nick_and_rooms) {
    const std::vector<std::string> welcome = log_in(phone, "Alice");
    EXPECT_THAT(welcome, Contains(HasSubstr(" 001 alice ")));
    const std::vector<std::string> rooms(welcome.end() - 5, welcome.end());
    EXPECT_THAT(rooms,
                ElementsAre(":alice!~user@192.0.2.1 JOIN #a", HasSubstr(" 332 alice #a :tea"),
                            HasSubstr(" 333 alice #a "), ":irc.example 353 alice = #a :@alice bob",
                            HasSubstr(" 366 alice #a ")));
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_THAT(desk.take(), IsEmpty());
    EXPECT_EQ(bench.engine().counts().users, 2U);
}

TEST_F(SeveralSessions, all_hear_what_is_said_and_what_they_say) {
    log_in(phone, "alice");
    bob.send("PRIVMSG #a :hello");
    bob.send("PRIVMSG alice :psst");
    const auto both = ElementsAre(":bob!~user@192.0.2.1 PRIVMSG #a :hello",
                                  ":bob!~user@192.0.2.1 PRIVMSG alice :psst");
    EXPECT_THAT(desk.take(), both);
    EXPECT_THAT(phone.take(), both);
    phone.send("PRIVMSG #a :from the phone");
    EXPECT_THAT(desk.take(), ElementsAre(":alice!~user@192.0.2.1 PRIVMSG #a :from the phone"));
    EXPECT_THAT(phone.take(), IsEmpty());
}

TEST_F(SeveralSessions, enter_and_change_together) {
    log_in(phone, "alice");
    phone.send("JOIN #b");
    EXPECT_THAT(desk.take(),
                ElementsAre(":alice!~user@192.0.2.1 JOIN #b", ":irc.example 353 alice = #b :@alice",
                            HasSubstr(" 366 alice #b ")));
    phone.send("NICK liz");
    EXPECT_THAT(desk.take(), ElementsAre(":alice!~user@192.0.2.1 NICK liz"));
    phone.send("PART #b");
    EXPECT_THAT(desk.take(), ElementsAre(":liz!~user@192.0.2.1 PART #b"));
}

TEST_F(SeveralSessions, leave_one_by_one) {
    log_in(phone, "alice");
    desk.send("QUIT :closing the lid");
    EXPECT_TRUE(desk.closed());
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_THAT(phone.ask("PRIVMSG #a :still here"), IsEmpty());
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr("still here")));
    phone.hang_up();
    EXPECT_THAT(bob.take(), IsEmpty());  // who is logged in stays: see staying_test.cpp
}

TEST_F(SeveralSessions, a_new_one_is_here_whatever_the_others_say) {
    desk.send("AWAY :lunch");
    EXPECT_THAT(log_in(phone, "alice"), Not(Contains(HasSubstr(" 306 alice "))));
    EXPECT_THAT(bob.ask("WHOIS alice"), Not(Contains(HasSubstr(" 301 "))));
}

TEST_F(SeveralSessions, a_link_that_hangs_blocks_nobody) {
    // The desk's link is dead and nobody has noticed yet.
    phone.send("CAP REQ sasl");
    EXPECT_THAT(phone.ask("NICK alice"), IsEmpty());
    phone.send("PASS alice:secret-word");
    phone.send("USER phone 0 * :Phone");
    EXPECT_THAT(phone.ask("CAP END"), Contains(HasSubstr(" 001 alice ")));
}

TEST_F(SeveralSessions, are_for_the_owner_alone) {
    phone.send("NICK alice");
    EXPECT_THAT(phone.ask("USER phone 0 * :Phone"), ElementsAre(HasSubstr(" 433 alice alice ")));
    BenchClient& carol = bench.connect("carol", {}, over_tls());
    carol.send("REGISTER * * secret-word");
    EXPECT_THAT(carol.ask("NICK alice"), ElementsAre(HasSubstr(" 433 carol alice ")));
}

TEST_F(SeveralSessions, have_one_nick_whatever_each_wanted) {
    const std::vector<std::string> welcome = log_in(phone, "phone");
    EXPECT_THAT(welcome, Contains(HasSubstr(" 001 alice ")));
    EXPECT_THAT(welcome, Contains(":phone!~phone@192.0.2.1 NICK alice"));
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_EQ(bench.engine().counts().users, 2U);
}

}  // namespace
}  // namespace brusio
