#include "core/session/accounts/staying.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

constexpr const char* history_caps = "batch draft/chathistory";

std::vector<std::string> log_in(BenchClient& client, const std::string& caps = {}) {
    client.send("CAP REQ :" + caps);
    client.send("PASS alice:secret-word");
    client.send("NICK alice");
    client.send("USER user 0 * :Real alice");
    return client.ask("CAP END");
}

/// alice has an account and is in #a with bob, who is told of everything.
class Staying : public testing::Test {
 protected:
    Staying() {
        alice.send("REGISTER * * secret-word");
        bob.send("JOIN #a");
        alice.send("JOIN #a");
        bench.forget_all();
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    BenchClient& bob = bench.connect("bob", "away-notify chghost");
};

TEST_F(Staying, the_last_session_leaves_the_user_in_its_rooms_and_away) {
    alice.hang_up();
    EXPECT_THAT(bob.take(), ElementsAre(":alice!~user@192.0.2.1 AWAY :Not connected"));
    EXPECT_THAT(bob.ask("NAMES #a"), Contains(HasSubstr(":@bob alice")));
    EXPECT_THAT(bob.ask("PRIVMSG alice :are you there?"),
                ElementsAre(":irc.example 301 bob alice :Not connected"));
    EXPECT_THAT(bob.ask("ISON alice"), ElementsAre(":irc.example 303 bob :"));
    BenchClient& carol = bench.connect("carol");
    EXPECT_THAT(carol.ask("NICK alice"), ElementsAre(HasSubstr(" 433 carol alice ")));
}

TEST_F(Staying, a_guest_goes_as_always) {
    BenchClient& carol = bench.connect("carol");
    carol.send("JOIN #a");
    bench.forget_all();
    carol.send("QUIT");
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr(":carol!~user@192.0.2.1 QUIT")));
}

TEST_F(Staying, the_next_session_is_back_in_the_rooms_and_reads_what_was_missed) {
    alice.send("QUIT");
    bob.send("PRIVMSG #a :while you were out");
    bench.forget_all();
    auto elsewhere = over_tls("192.0.2.77");
    BenchClient& again = bench.open(elsewhere);
    const std::vector<std::string> welcome = log_in(again, history_caps);
    EXPECT_THAT(welcome, Contains(":alice!~user@192.0.2.77 JOIN #a"));
    EXPECT_THAT(bob.take(), ElementsAre(":alice!~user@192.0.2.1 CHGHOST ~user 192.0.2.77",
                                        ":alice!~user@192.0.2.77 AWAY"));
    EXPECT_THAT(again.ask("CHATHISTORY LATEST #a * 10"),
                Contains(HasSubstr("PRIVMSG #a :while you were out")));
}

TEST_F(Staying, those_who_monitor_are_told_who_is_there) {
    bob.send("MONITOR + alice");
    bench.forget_all();
    alice.hang_up();
    EXPECT_THAT(bob.take(), Contains(HasSubstr(" 731 ")));
    EXPECT_THAT(bob.ask("MONITOR S"), ElementsAre(HasSubstr(" 731 bob :alice")));
    log_in(bench.open(over_tls()));
    EXPECT_THAT(bob.take(), Contains(HasSubstr(" 730 ")));
}

TEST_F(Staying, over_the_end_of_the_server) {
    alice.hang_up();
    bob.send("PRIVMSG #a :before the end");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& carol = after.connect("carol");
    EXPECT_THAT(carol.ask("JOIN #a"), Contains(HasSubstr(" 353 carol = #a :alice carol")));
    BenchClient& again = after.open(over_tls());
    EXPECT_THAT(log_in(again, history_caps), Contains(HasSubstr("JOIN #a")));
    EXPECT_THAT(again.ask("CHATHISTORY LATEST #a * 10"),
                Contains(HasSubstr("PRIVMSG #a :before the end")));
    EXPECT_THAT(carol.ask("CHATHISTORY LATEST #a * 10"),
                Not(Contains(HasSubstr("before the end"))));
}

TEST_F(Staying, a_part_and_a_kick_are_for_good) {
    bob.send("JOIN #b");
    alice.send("JOIN #b");
    alice.send("PART #a");
    bob.send("KICK #b alice");
    alice.hang_up();
    EngineBench after{EngineBench::After{bench}};
    EXPECT_EQ(after.engine().counts().users, 0U);
    EXPECT_THAT(log_in(after.open(over_tls())), Not(Contains(HasSubstr(" JOIN "))));
}

TEST_F(Staying, ranks_come_back) {
    bob.send("MODE #a +v alice");
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(log_in(after.open(over_tls())), Contains(HasSubstr(" = #a :+alice")));
}

TEST_F(Staying, may_be_turned_off) {
    session::ServerConfig config = EngineBench::default_config();
    config.accounts.stay_in_rooms = false;
    EngineBench other(std::move(config));
    BenchClient& ann = other.connect("ann", {}, over_tls());
    ann.send("REGISTER * * secret-word");
    ann.send("JOIN #a");
    ann.send("QUIT");
    EXPECT_EQ(other.engine().counts().users, 0U);
}

TEST_F(Staying, a_guest_who_logs_in_later_gets_the_rooms) {
    alice.hang_up();
    BenchClient& later = bench.connect("alice_", "sasl", over_tls());
    later.send("JOIN #a");
    later.send("JOIN #c");
    bench.forget_all();
    later.send("AUTHENTICATE PLAIN");
    // NUL alice NUL secret-word
    EXPECT_THAT(later.ask("AUTHENTICATE AGFsaWNlAHNlY3JldC13b3Jk"), Contains(HasSubstr(" 903 ")));
    EXPECT_THAT(bob.take(), ElementsAre(":alice!~user@192.0.2.1 QUIT :Is here as alice_"));
    EXPECT_EQ(bench.engine().counts().users, 2U);
    later.hang_up();
    EngineBench after{EngineBench::After{bench}};
    const std::vector<std::string> welcome = log_in(after.open(over_tls()));
    EXPECT_THAT(welcome, Contains(HasSubstr("JOIN #a")));
    EXPECT_THAT(welcome, Contains(HasSubstr("JOIN #c")));
}

TEST_F(Staying, a_removed_account_takes_the_absent_user_along) {
    BenchClient& phone = bench.open(over_tls());
    log_in(phone);
    alice.hang_up();
    bench.forget_all();
    EXPECT_THAT(phone.ask("ACCOUNT DELETE secret-word"),
                Contains(HasSubstr("Your account is gone")));
    phone.hang_up();
    EXPECT_THAT(bob.take(), Contains(HasSubstr(":alice!~user@192.0.2.1 QUIT")));
    EngineBench after{EngineBench::After{bench}};
    EXPECT_EQ(after.engine().counts().users, 0U);
}

TEST_F(Staying, kill_takes_the_user_out_of_its_rooms) {
    bench.make_operator(bob);
    alice.hang_up();
    bench.forget_all();
    bob.send("KILL alice :spam");
    EXPECT_THAT(bob.take(), Contains(HasSubstr("QUIT :Killed (bob (spam))")));
    EXPECT_EQ(bench.engine().counts().users, 1U);
    EngineBench after{EngineBench::After{bench}};
    EXPECT_EQ(after.engine().counts().users, 0U);
}

}  // namespace
}  // namespace brusio
