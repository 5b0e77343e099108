#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

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

/// ann is the founder of #a, where bob, who has an account, and the guest carol are too.
class Founder : public testing::Test {
 protected:
    static session::ServerConfig config() {
        session::ServerConfig config = EngineBench::default_config();
        config.permanent_rooms = {"#stays"};
        config.limits.rooms_founded_per_account_max = 2;
        return config;
    }
    Founder() {
        ann.send("REGISTER * * secret-word");
        bob.send("REGISTER * * secret-word");
        for (BenchClient* client : {&ann, &bob, &carol}) client->send("JOIN #a");
        bench.forget_all();
    }
    BenchClient& server_operator() {
        BenchClient& root = bench.connect("root", "standard-replies");
        bench.make_operator(root);
        bench.forget_all();
        return root;
    }
    std::vector<AuditRecord> audited() {
        std::vector<AuditRecord> entries;
        for (const Write& write : bench.take_writes()) {
            const auto* audit = std::get_if<AppendAudit>(&write);
            if (audit != nullptr && audit->entry.action == "founder") {
                entries.push_back(audit->entry);
            }
        }
        return entries;
    }

    EngineBench bench{config()};
    BenchClient& ann = bench.connect("ann", "standard-replies", over_tls());
    BenchClient& bob = bench.connect("bob", "standard-replies", over_tls("192.0.2.2"));
    BenchClient& carol = bench.connect("carol", "standard-replies");
};

TEST_F(Founder, is_told_to_everybody_who_may_see_the_room) {
    const auto told = ElementsAre(
        ":irc.example NOTE CHANNEL FOUNDER #a ann :ann is the founder of #a; it stays when nobody "
        "is "
        "in it");
    EXPECT_THAT(carol.ask("CHANNEL INFO #A"), told);
    BenchClient& eve = bench.connect("eve", "standard-replies");
    EXPECT_THAT(eve.ask("channel info #a"), told);
    ann.send("MODE #a +s");
    EXPECT_THAT(eve.ask("CHANNEL INFO #a"), ElementsAre(HasSubstr(" 403 eve #a ")));
}

TEST_F(Founder, may_be_nobody) {
    carol.send("JOIN #guests");
    EXPECT_THAT(carol.ask("CHANNEL INFO #guests"),
                ElementsAre(HasSubstr("FOUNDER #guests * :#guests has no founder; it ends with ")));
    ann.send("JOIN #stays");
    EXPECT_THAT(carol.ask("CHANNEL INFO #stays"),
                ElementsAre(HasSubstr("FOUNDER #stays * :#stays belongs to the server; it stays")));
}

TEST_F(Founder, hands_the_room_over_to_a_member) {
    EXPECT_THAT(ann.ask("CHANNEL FOUNDER #a BOB"),
                ElementsAre(":irc.example MODE #a +o bob",
                            HasSubstr("NOTE CHANNEL FOUNDER_CHANGED #a bob :bob is the founder")));
    EXPECT_THAT(bob.take(),
                ElementsAre(":irc.example MODE #a +o bob", HasSubstr("NOTICE bob :You are the ")));
    EXPECT_THAT(carol.take(), ElementsAre(":irc.example MODE #a +o bob"));
    EXPECT_THAT(ann.ask("CHANNEL FOUNDER #a ann"), ElementsAre(HasSubstr("NOT_FOUNDER #a :")));
    EXPECT_THAT(audited(), IsEmpty());
}

TEST_F(Founder, of_before_and_of_now_are_operators_whenever_they_come) {
    ann.send("CHANNEL FOUNDER #a bob");
    for (BenchClient* client : {&ann, &bob, &carol}) client->send("PART #a");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& eve = after.connect("eve", "standard-replies");
    EXPECT_THAT(eve.ask("CHANNEL INFO #a"), ElementsAre(HasSubstr("FOUNDER #a bob :")));
    EXPECT_THAT(eve.ask("JOIN #a"), Contains(HasSubstr(" = #a :eve")));
    after.log_in("ann", {}).send("JOIN #a");
    after.log_in("bob", {}).send("JOIN #a");
    EXPECT_THAT(eve.ask("NAMES #a"), Contains(HasSubstr(":eve @ann @bob")));
}

TEST_F(Founder, can_only_be_who_is_there_and_has_room_for_it) {
    EXPECT_THAT(ann.ask("CHANNEL FOUNDER #a carol"),
                ElementsAre(HasSubstr("NO_SUCH_ACCOUNT #a :")));
    EXPECT_THAT(ann.ask("CHANNEL FOUNDER #a"), ElementsAre(HasSubstr(" 461 ann CHANNEL ")));
    bob.send("PART #a");
    EXPECT_THAT(ann.ask("CHANNEL FOUNDER #a bob"), ElementsAre(HasSubstr("NOT_A_MEMBER #a :")));
    for (const char* line : {"JOIN #a", "JOIN #b", "JOIN #c"}) bob.send(line);
    EXPECT_THAT(ann.ask("CHANNEL FOUNDER #a bob"),
                ElementsAre(HasSubstr("TOO_MANY_CHANNELS #a :")));
    EXPECT_THAT(ann.ask("CHANNEL FOUNDER #a ann"),
                ElementsAre(HasSubstr("FOUNDER_CHANGED #a ann")));
}

TEST_F(Founder, alone_may_do_so) {
    ann.send("MODE #a +o bob");
    for (BenchClient* client : {&bob, &carol}) {
        EXPECT_THAT(client->ask("CHANNEL FOUNDER #a bob"), Contains(HasSubstr("NOT_FOUNDER #a :")));
        EXPECT_THAT(client->ask("CHANNEL DROP #a"), ElementsAre(HasSubstr("NOT_FOUNDER #a :")));
    }
    EXPECT_THAT(ann.ask("CHANNEL SELL #a"), ElementsAre(HasSubstr("UNKNOWN_SUBCOMMAND SELL :")));
    carol.send("JOIN #guests");
    EXPECT_THAT(carol.ask("CHANNEL DROP #guests"), Contains(HasSubstr("NOT_FOUNDER #guests :")));
}

TEST_F(Founder, gives_the_room_up_and_stays_an_operator) {
    EXPECT_THAT(ann.ask("CHANNEL DROP #a"),
                ElementsAre(HasSubstr("NOTE CHANNEL DROPPED #a ann :")));
    EXPECT_THAT(carol.ask("CHANNEL INFO #a"), ElementsAre(HasSubstr("FOUNDER #a * :")));
    ann.send("PART #a");
    EXPECT_THAT(ann.ask("JOIN #a"), Contains(":irc.example MODE #a +o ann"));
    for (BenchClient* client : {&ann, &bob, &carol}) client->send("PART #a");
    EXPECT_EQ(bench.engine().counts().rooms, 0U);
}

TEST_F(Founder, ends_an_empty_room_by_giving_it_up) {
    ann.send("MODE #a +s");
    for (BenchClient* client : {&ann, &bob, &carol}) client->send("PART #a");
    EXPECT_EQ(bench.engine().counts().rooms, 1U);
    ann.send("CHANNEL DROP #a");
    EXPECT_EQ(bench.engine().counts().rooms, 0U);
    EngineBench after{EngineBench::After{bench}};
    EXPECT_EQ(after.engine().counts().rooms, 0U);
}

TEST_F(Founder, is_named_by_server_operators_too_and_the_audit_says_so) {
    ann.send("MODE #a +s-o ann");
    BenchClient& root = server_operator();
    bob.send("PART #a");
    bench.forget_all();
    (void)bench.take_writes();
    EXPECT_THAT(root.ask("CHANNEL FOUNDER #a bob"),
                ElementsAre(HasSubstr("FOUNDER_CHANGED #a bob")));
    EXPECT_THAT(audited(),
                ElementsAre(AuditRecord{bench.now().wall, "root", "founder", "#a", "ann to bob"}));
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr("NOTICE bob :You are the founder of #a now")));
    EXPECT_THAT(root.ask("CHANNEL FOUNDER #a ann"),
                ElementsAre(HasSubstr("FOUNDER_CHANGED #a ann")))
        << "it is no member, and hears of no MODE";
    EXPECT_THAT(root.ask("CHANNEL DROP #a"), ElementsAre(HasSubstr("DROPPED #a ann")));
    EXPECT_THAT(root.ask("CHANNEL DROP #a"), ElementsAre(HasSubstr("NO_FOUNDER #a :")));
    EXPECT_EQ(audited().size(), 2U);
}

TEST_F(Founder, is_for_no_room_of_the_server) {
    ann.send("JOIN #stays");
    BenchClient& root = server_operator();
    for (const char* line : {"CHANNEL FOUNDER #stays ann", "CHANNEL DROP #stays"}) {
        EXPECT_THAT(root.ask(line), ElementsAre(HasSubstr("BELONGS_TO_SERVER #stays :"))) << line;
    }
}

TEST_F(Founder, who_deletes_its_account_takes_along_rooms_that_nobody_has_come_into_since_a_start) {
    for (BenchClient* client : {&ann, &bob, &carol}) client->send("PART #a");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("ann", {});
    EXPECT_EQ(after.engine().counts().rooms, 1U);
    again.send("ACCOUNT DELETE secret-word");
    EXPECT_EQ(after.engine().counts().rooms, 0U);
}

TEST_F(Founder, changes_only_while_it_can_be_stored) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    for (const char* line : {"CHANNEL FOUNDER #a bob", "CHANNEL DROP #a"}) {
        EXPECT_THAT(ann.ask(line), ElementsAre(HasSubstr("FAIL CHANNEL STORE_UNAVAILABLE #a :")));
    }
    EXPECT_THAT(ann.ask("CHANNEL INFO #a"), ElementsAre(HasSubstr("FOUNDER #a ann :")));
}

}  // namespace
}  // namespace brusio
