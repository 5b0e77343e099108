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
using testing_support::over_tls;

/// ann is the operator of #a; eve has an account.
class ExtendedBans : public testing::Test {
 protected:
    ExtendedBans() {
        ann.send("JOIN #a");
        eve.send("REGISTER * * secret-word");
        bench.forget_all();
    }
    static BenchClient& log_in(EngineBench& bench, const char* address) {
        BenchClient& client = bench.open(over_tls(address));
        client.send("PASS eve:secret-word");
        client.send("NICK other");
        client.send("USER other 0 * :Other");
        (void)client.take();
        return client;
    }

    EngineBench bench;
    BenchClient& ann = bench.connect("ann");
    BenchClient& eve = bench.connect("eve", {}, over_tls("192.0.2.66"));
    BenchClient& guest = bench.connect("guest", {}, over_tls("192.0.2.67"));
};

TEST_F(ExtendedBans, are_offered) {
    const std::vector<std::string> tokens = ann.ask("VERSION");
    EXPECT_THAT(tokens, Contains(HasSubstr(" ACCOUNTEXTBAN=a ")));
    EXPECT_THAT(tokens, Contains(HasSubstr(" EXTBAN=~,am ")));
}

TEST_F(ExtendedBans, a_ban_on_an_account_holds_whatever_it_comes_with) {
    EXPECT_THAT(ann.ask("MODE #a +b ~a:Eve"),
                ElementsAre(":ann!~user@192.0.2.1 MODE #a +b ~a:Eve"));
    eve.send("NICK innocent");
    EXPECT_THAT(eve.ask("JOIN #a"), ElementsAre(HasSubstr(" 474 innocent #a ")));
    EXPECT_THAT(guest.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = log_in(after, "198.51.100.9");
    EXPECT_THAT(again.ask("JOIN #a"), ElementsAre(HasSubstr(" 474 ")));
}

TEST_F(ExtendedBans, a_guest_has_no_account_to_ban) {
    ann.send("MODE #a +b ~a:*");
    EXPECT_THAT(eve.ask("JOIN #a"), ElementsAre(HasSubstr(" 474 ")));
    guest.send("NICK evey");
    EXPECT_THAT(guest.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
}

TEST_F(ExtendedBans, an_account_can_be_let_in_where_others_may_not) {
    ann.send("MODE #a +iI ~a:eve");
    EXPECT_THAT(guest.ask("JOIN #a"), ElementsAre(HasSubstr(" 473 ")));
    EXPECT_THAT(eve.ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
    ann.send("MODE #a -i+b *!*@192.0.2.66");
    EXPECT_THAT(eve.ask("PRIVMSG #a :no"), ElementsAre(HasSubstr(" 404 ")));
    ann.send("MODE #a +e ~a:eve");
    EXPECT_THAT(eve.ask("PRIVMSG #a :yes"), IsEmpty());
}

TEST_F(ExtendedBans, who_is_muted_may_be_there_but_not_speak) {
    ann.send("MODE #a +bb ~m:guest ~m:~a:eve");
    for (BenchClient* client : {&eve, &guest}) {
        EXPECT_THAT(client->ask("JOIN #a"), Contains(HasSubstr(" 366 ")));
        EXPECT_THAT(client->ask("PRIVMSG #a :psst"), ElementsAre(HasSubstr(" 404 ")));
    }
    ann.send("MODE #a +v eve");
    EXPECT_THAT(eve.ask("PRIVMSG #a :hello"), IsEmpty());
    ann.send("MODE #a -v+e eve ~m:~a:eve");
    (void)eve.take();
    EXPECT_THAT(eve.ask("PRIVMSG #a :hello"), IsEmpty());
    (void)ann.take();
    EXPECT_THAT(ann.ask("MODE #a -b ~m:GUEST!*@*"),
                ElementsAre(":ann!~user@192.0.2.1 MODE #a -b ~m:guest!*@*"));
    (void)guest.take();
    EXPECT_THAT(guest.ask("PRIVMSG #a :hello"), IsEmpty());
}

TEST_F(ExtendedBans, an_exception_for_speech_does_not_open_the_door) {
    ann.send("MODE #a +be ~a:eve ~m:~a:eve");
    EXPECT_THAT(eve.ask("JOIN #a"), ElementsAre(HasSubstr(" 474 ")));
}

TEST_F(ExtendedBans, mutes_outlive_the_server) {
    ann.send("MODE #a +b ~m:~a:eve");
    eve.send("JOIN #a");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = log_in(after, "198.51.100.9");
    EXPECT_THAT(again.ask("PRIVMSG #a :psst"), ElementsAre(HasSubstr(" 404 ")));
}

TEST_F(ExtendedBans, what_makes_no_sense_is_refused) {
    for (const char* change : {"+b ~x:eve", "+b ~a:", "+b ~m:~m:eve", "+I ~m:eve"}) {
        EXPECT_THAT(ann.ask(std::string{"MODE #a "} + change),
                    ElementsAre(HasSubstr(" 696 ann #a ")))
            << change;
    }
}

}  // namespace
}  // namespace brusio
