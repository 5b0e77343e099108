#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/wire/base64.h"
#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

/// AUTHENTICATE by somebody who is a user already (IRCv3 sasl-3.2, "SASL Reauthentication").
class LateLogin : public testing::Test {
 protected:
    LateLogin() {
        desk.send("REGISTER * * secret-word");
        bench.forget_all();
    }
    static std::vector<std::string> log_in(BenchClient& client) {
        client.send("AUTHENTICATE PLAIN");
        return client.ask("AUTHENTICATE " +
                          wire::encode_base64(std::string{"\0alice\0secret-word", 18}));
    }
    std::vector<std::string> log_in_phone() {
        bench.forget_all();
        return log_in(phone);
    }

    EngineBench bench;
    BenchClient& desk = bench.connect("alice", {}, over_tls());
    BenchClient& bob = bench.connect("bob");
    BenchClient& phone = bench.connect("phone", {}, over_tls());
};

TEST_F(LateLogin, moves_the_session_to_the_accounts_user) {
    desk.send("JOIN #a");
    EXPECT_THAT(log_in_phone(),
                ElementsAre(HasSubstr(" 900 phone phone!~user@192.0.2.1 alice "),
                            ":phone!~user@192.0.2.1 NICK alice", ":irc.example 221 alice +",
                            ":alice!~user@192.0.2.1 JOIN #a", ":irc.example 353 alice = #a :@alice",
                            HasSubstr(" 366 alice #a "), HasSubstr(" 903 alice ")));
    EXPECT_EQ(bench.engine().counts().users, 2U);
    EXPECT_THAT(phone.ask("PRIVMSG bob :from the phone"), IsEmpty());
    EXPECT_THAT(bob.take(), ElementsAre(":alice!~user@192.0.2.1 PRIVMSG bob :from the phone"));
    desk.send("QUIT");
    EXPECT_THAT(phone.ask("PRIVMSG #a :still here"), IsEmpty());
}

TEST_F(LateLogin, takes_rooms_and_ranks_along) {
    phone.send("JOIN #mine");
    bob.send("JOIN #mine");
    const std::vector<std::string> lines = log_in_phone();
    EXPECT_THAT(lines, AllOf(Contains(":phone!~user@192.0.2.1 PART #mine"),
                             Contains(":irc.example 353 alice = #mine :@alice bob")));
    EXPECT_THAT(bob.take(),
                ElementsAre(":alice!~user@192.0.2.1 JOIN #mine", ":irc.example MODE #mine +o alice",
                            ":phone!~user@192.0.2.1 QUIT :Logged in as alice"));
    EXPECT_THAT(desk.take(),
                ElementsAre(":alice!~user@192.0.2.1 JOIN #mine", ":irc.example MODE #mine +o alice",
                            HasSubstr(" 353 alice = #mine :"), HasSubstr(" 366 alice #mine "),
                            ":phone!~user@192.0.2.1 QUIT :Logged in as alice"));
}

TEST_F(LateLogin, goes_into_locked_rooms_but_not_past_a_ban) {
    bob.send("JOIN #locked");
    bob.send("MODE #locked +k key");
    bob.send("JOIN #banned");
    phone.send("JOIN #locked key");
    phone.send("JOIN #banned");
    bob.send("MODE #banned +b alice!*@*");
    EXPECT_THAT(log_in_phone(), AllOf(Contains(":phone!~user@192.0.2.1 PART #banned"),
                                      Contains(":alice!~user@192.0.2.1 JOIN #locked"),
                                      Not(Contains(":alice!~user@192.0.2.1 JOIN #banned"))));
}

TEST_F(LateLogin, says_what_the_user_is) {
    desk.send("MODE alice +i");
    phone.send("AWAY :on the way");
    EXPECT_THAT(log_in_phone(),
                AllOf(Contains(HasSubstr(" 221 alice +i")), Contains(HasSubstr(" 306 alice "))));
}

TEST_F(LateLogin, again_to_the_same_account_is_refused_at_once) {
    EXPECT_THAT(desk.ask("AUTHENTICATE PLAIN"), ElementsAre(HasSubstr(" 907 alice ")));
}

TEST_F(LateLogin, of_one_who_is_absent_brings_the_rooms_to_the_guest) {
    desk.send("JOIN #a");
    bob.send("JOIN #a");
    desk.send("QUIT");
    phone.send("JOIN #mine");
    EXPECT_THAT(log_in_phone(),
                AllOf(Contains(":phone!~user@192.0.2.1 JOIN #a"),
                      Contains(HasSubstr(" 900 phone ")), Contains(HasSubstr(" 903 phone "))));
    EXPECT_THAT(bob.take(),
                ElementsAre(":phone!~user@192.0.2.1 JOIN #a", ":irc.example MODE #a +o phone",
                            ":alice!~user@192.0.2.1 QUIT :Is here as phone"));
    // And the next one joins it.
    BenchClient& desk_again = bench.open(over_tls());
    desk_again.send("PASS alice:secret-word");
    desk_again.send("NICK alice_");
    EXPECT_THAT(desk_again.ask("USER a 0 * :A"),
                AllOf(Contains(HasSubstr(" 001 phone ")), Contains(HasSubstr(" JOIN #mine"))));
}

TEST_F(LateLogin, one_of_many_guests_who_share_a_nick_goes_alone) {
    // Sessions of an account that was removed go on as one guest.
    BenchClient& second = bench.open(over_tls());
    second.send("PASS alice:secret-word");
    second.send("NICK alice");
    second.send("USER a 0 * :A");
    desk.send("ACCOUNT DELETE secret-word");
    phone.send("REGISTER carol * secret-word");
    bench.forget_all();
    second.send("AUTHENTICATE PLAIN");
    second.send("AUTHENTICATE " + wire::encode_base64(std::string{"\0carol\0secret-word", 18}));
    EXPECT_THAT(second.take(), Contains(":alice!~user@192.0.2.1 NICK phone"));
    EXPECT_THAT(desk.take(), IsEmpty());
    EXPECT_THAT(desk.ask("PRIVMSG bob :still alice"), IsEmpty());
}

}  // namespace
}  // namespace brusio
