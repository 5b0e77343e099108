#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

/// bob is the operator of the secret room #hidden, which is shut; carol is in it; root is a server
/// operator and outside.
class Override : public testing::Test {
 protected:
    static session::ServerConfig config() {
        session::ServerConfig config = EngineBench::default_config();
        config.history_for_new_members = true;
        return config;
    }
    Override() {
        for (BenchClient* client : {&bob, &carol}) client->send("JOIN #hidden");
        bob.send("PRIVMSG #hidden :among us");
        bob.send("MODE #hidden +siktb word *!*@*");
        bench.make_operator(root);
        bench.forget_all();
        (void)bench.take_writes();
        (void)bench.take_events();
    }

    EngineBench bench{config()};
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol");
    BenchClient& root = bench.connect("root", "batch draft/chathistory");
};

std::string told(std::string_view deed) {
    return ":irc.example NOTICE #hidden :root used the power of a server operator here: " +
           std::string{deed};
}

TEST_F(Override, sees_a_secret_room_and_the_room_hears_of_it) {
    EXPECT_THAT(root.ask("NAMES #hidden"), Contains(HasSubstr(" 353 root @ #hidden :@bob carol")));
    EXPECT_THAT(root.ask("WHO #hidden"), Contains(HasSubstr(" 352 root #hidden ")));
    EXPECT_THAT(root.ask("MODE #hidden"), Contains(HasSubstr(" 324 root #hidden +istk *")));
    EXPECT_THAT(root.ask("TOPIC #hidden"), Contains(HasSubstr(" 331 root #hidden ")));
    EXPECT_THAT(root.ask("LIST"), Contains(HasSubstr(" 322 root #hidden 2 ")));
    EXPECT_THAT(carol.take(), ElementsAre(told("NAMES"), told("WHO"), told("MODE"), told("TOPIC")));
    EXPECT_THAT(bench.take_audit(),
                ElementsAre("root override #hidden: NAMES", "root override #hidden: WHO",
                            "root override #hidden: MODE", "root override #hidden: TOPIC",
                            "root override *: LIST"));
    EXPECT_EQ(bench.take_events().size(), 4U);
}

TEST_F(Override, changes_a_room_from_outside) {
    EXPECT_THAT(root.ask("MODE #hidden -i+o carol"),
                ElementsAre(HasSubstr(" MODE #hidden -i+o carol"), told("MODE -i+o carol")));
    EXPECT_THAT(root.ask("TOPIC #hidden :Order"),
                ElementsAre(HasSubstr(" TOPIC #hidden :Order"), told("TOPIC Order")));
    EXPECT_THAT(root.ask("KICK #hidden bob :enough"),
                ElementsAre(told("KICK bob"), HasSubstr(" KICK #hidden bob :enough")));
    EXPECT_THAT(bob.take(), Contains(HasSubstr(" KICK #hidden bob :enough")));
    EXPECT_THAT(root.ask("INVITE bob #hidden"),
                ElementsAre(HasSubstr(" 341 root bob #hidden"), told("INVITE bob")));
    EXPECT_THAT(bob.ask("JOIN #hidden"), Contains(HasSubstr(" 366 ")));
    EXPECT_THAT(
        bench.take_audit(),
        ElementsAre("root override #hidden: MODE -i+o carol", "root override #hidden: TOPIC Order",
                    "root override #hidden: KICK bob", "root override #hidden: INVITE bob"));
}

TEST_F(Override, enters_but_reads_nothing_from_before) {
    EXPECT_THAT(root.ask("CHATHISTORY LATEST #hidden * 10"), Not(Contains(HasSubstr("among us"))));
    EXPECT_THAT(root.ask("JOIN #hidden"),
                AllOf(Contains(HasSubstr(" JOIN #hidden")), Contains(told("JOIN"))));
    EXPECT_THAT(carol.take(), Contains(told("JOIN")));
    EXPECT_THAT(root.ask("CHATHISTORY LATEST #hidden * 10"), Not(Contains(HasSubstr("among us"))));
    root.send("MODE root -o");
    bob.send("PRIVMSG #hidden :since then");
    const std::vector<std::string> lines = root.ask("CHATHISTORY LATEST #hidden * 10");
    EXPECT_THAT(lines, Not(Contains(HasSubstr("among us"))));
    EXPECT_THAT(bench.take_audit(), ElementsAre("root override #hidden: JOIN"));
}

TEST_F(Override, is_for_server_operators_alone) {
    BenchClient& eve = bench.connect("eve");
    for (const char* line : {"MODE #hidden -i", "TOPIC #hidden :x", "KICK #hidden bob",
                             "INVITE eve #hidden", "MODE #hidden"}) {
        EXPECT_THAT(eve.ask(line), ElementsAre(HasSubstr(" 403 eve #hidden "))) << line;
    }
    EXPECT_THAT(eve.ask("NAMES #hidden"), Each(HasSubstr(" 366 ")));
    EXPECT_THAT(eve.ask("JOIN #hidden"), ElementsAre(HasSubstr(" 474 ")));
    EXPECT_THAT(bench.take_audit(), IsEmpty());
}

TEST_F(Override, is_not_used_where_a_rank_will_do) {
    root.send("JOIN #own");
    EXPECT_THAT(root.ask("MODE #own +i"), ElementsAre(HasSubstr(" MODE #own +i")));
    EXPECT_THAT(root.ask("INVITE carol #own"), ElementsAre(HasSubstr(" 341 ")));
    EXPECT_THAT(root.ask("KICK #own root"), ElementsAre(HasSubstr(" KICK #own root")));
    EXPECT_THAT(bench.take_audit(), IsEmpty());
}

TEST_F(Override, lasts_no_longer_than_the_server_for_an_account) {
    BenchClient& staff = bench.connect("staff", {}, over_tls());
    staff.send("REGISTER * * secret-word");
    bench.make_operator(staff);
    staff.send("JOIN #hidden");
    staff.send("JOIN #other");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("staff", {});
    EXPECT_THAT(again.ask("WHOIS staff"),
                AllOf(Contains(HasSubstr("#other")), Not(Contains(HasSubstr("#hidden")))));
}

}  // namespace
}  // namespace brusio
