#include "core/session/operators/force.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

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

/// bob is the operator of #shut, where carol is; eve is in no room; root may everything, and mod
/// may force alone.
class Force : public testing::Test {
 protected:
    static session::ServerConfig config() {
        session::ServerConfig config = EngineBench::default_config();
        config.history_for_new_members = true;
        session::OperatorClass helper{"helper", {}};
        helper.privileges.set(session::Privilege::force, room::Turn::on);
        config.operator_classes.push_back(helper);
        config.operators.push_back({"mod", "hash-of-secret", "*!*@*", "helper"});
        return config;
    }
    Force() {
        for (BenchClient* client : {&bob, &carol}) client->send("JOIN #shut");
        bob.send("PRIVMSG #shut :among us");
        bob.send("MODE #shut +siktb word *!*@*");
        bench.make_operator(root);
        mod.send("OPER mod secret");
        (void)bench.take_events();
        (void)bench.take_audit();
        bench.forget_all();
    }

    EngineBench bench{config()};
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol");
    BenchClient& eve = bench.connect("eve", "batch draft/chathistory");
    BenchClient& root = bench.connect("root");
    BenchClient& mod = bench.connect("mod");
};

std::string told(std::string_view deed) {
    return ":irc.example NOTICE #shut :mod used the power of a server operator here: " +
           std::string{deed};
}

TEST_F(Force, sajoin_brings_in_past_everything_and_both_the_room_and_the_person_read_it) {
    EXPECT_THAT(mod.ask("SAJOIN eve #shut"), ElementsAre(told("SAJOIN eve")));
    EXPECT_THAT(carol.take(), ElementsAre(":eve!~user@192.0.2.1 JOIN #shut", told("SAJOIN eve")));
    EXPECT_THAT(eve.take(),
                AllOf(Contains(":eve!~user@192.0.2.1 JOIN #shut"), Contains(HasSubstr(" 353 eve ")),
                      Contains(":irc.example NOTICE eve :mod, a server operator, has brought you "
                               "into #shut")));
    EXPECT_THAT(bench.take_audit(), ElementsAre("mod sajoin eve: #shut"));
    EXPECT_THAT(bench.take_events(), ElementsAre(HostEvent{.kind = HostEventKind::forced,
                                                           .address = "192.0.2.1",
                                                           .nick = "mod",
                                                           .subject = "eve",
                                                           .reason = "sajoin #shut"}));
}

TEST_F(Force, whoever_was_brought_past_the_rules_reads_nothing_from_before) {
    mod.send("SAJOIN eve #shut");
    bob.send("PRIVMSG #shut :since then");
    bob.send("MODE #shut -b *!*@*");  // whoever is banned reads nothing at all
    const std::vector<std::string> lines = eve.ask("CHATHISTORY LATEST #shut * 10");
    EXPECT_THAT(lines, Contains(HasSubstr("since then")));
    EXPECT_THAT(lines, Not(Contains(HasSubstr("among us"))));
}

TEST_F(Force, sajoin_wants_somebody_and_a_room_that_are_there) {
    EXPECT_THAT(mod.ask("SAJOIN nobody #shut"), ElementsAre(HasSubstr(" 401 mod nobody ")));
    EXPECT_THAT(mod.ask("SAJOIN eve #new,#shut"),
                ElementsAre(HasSubstr(" 403 mod #new "), told("SAJOIN eve")));
    EXPECT_THAT(mod.ask("SAJOIN eve #shut"), ElementsAre(HasSubstr(" 443 mod eve #shut ")));
    EXPECT_THAT(mod.ask("SAJOIN eve"), ElementsAre(HasSubstr(" 461 mod SAJOIN ")));
    EXPECT_THAT(bench.take_audit(), ElementsAre("mod sajoin eve: #shut"));
}

TEST_F(Force, sajoin_stops_at_what_a_user_may_have) {
    session::ServerConfig few = config();
    few.limits.rooms_per_user_max = 1;
    EngineBench other{few};
    BenchClient& ann = other.connect("ann");
    BenchClient& boss = other.connect("boss");
    other.make_operator(boss);
    ann.send("JOIN #one");
    boss.send("JOIN #two");
    EXPECT_THAT(boss.ask("SAJOIN ann #two"),
                ElementsAre(":irc.example 405 boss #two :ann is in too many channels"));
}

TEST_F(Force, sapart_takes_out_with_the_reason) {
    EXPECT_THAT(mod.ask("SAPART bob #shut,#none :enough"),
                ElementsAre(told("SAPART bob"), HasSubstr(" 403 mod #none ")));
    EXPECT_THAT(carol.take(),
                ElementsAre(told("SAPART bob"), ":bob!~user@192.0.2.1 PART #shut :enough"));
    EXPECT_THAT(bob.take(), Contains(":irc.example NOTICE bob :mod, a server operator, takes you "
                                     "out of #shut"));
    EXPECT_THAT(bench.take_audit(), ElementsAre("mod sapart bob: #shut"));
    EXPECT_THAT(mod.ask("SAPART bob #shut"), ElementsAre(HasSubstr(" 441 mod bob #shut ")));
}

TEST_F(Force, sapart_of_the_last_member_ends_the_room) {
    mod.send("SAPART bob #shut");
    mod.send("SAPART carol #shut");
    EXPECT_THAT(mod.ask("SAPART carol #shut"), ElementsAre(HasSubstr(" 403 ")));
}

TEST_F(Force, samode_changes_a_room_without_a_rank_or_a_membership) {
    EXPECT_THAT(mod.ask("SAMODE #shut -ik+o * carol"),
                ElementsAre(HasSubstr(" MODE #shut -ik+o * carol"), told("SAMODE -ik+o * carol")));
    EXPECT_THAT(carol.take(), ElementsAre(":mod!~user@192.0.2.1 MODE #shut -ik+o * carol",
                                          told("SAMODE -ik+o * carol")));
    EXPECT_THAT(bench.take_audit(), ElementsAre("mod override #shut: SAMODE -ik+o * carol"));
    EXPECT_THAT(mod.ask("MODE #shut +i"), ElementsAre(HasSubstr(" 403 mod #shut ")));
}

TEST_F(Force, a_look_at_a_list_is_told_too) {
    EXPECT_THAT(mod.ask("SAMODE #shut b"), Contains(HasSubstr(" 367 mod #shut *!*@* ")));
    EXPECT_THAT(carol.take(), ElementsAre(told("SAMODE b")));
}

TEST_F(Force, samode_changes_modes_of_a_person_but_makes_nobody_an_operator) {
    EXPECT_THAT(mod.ask("SAMODE eve +iow"), IsEmpty());
    EXPECT_THAT(eve.take(),
                ElementsAre(":irc.example MODE eve +iw",
                            ":irc.example NOTICE eve :mod, a server operator, has changed your "
                            "modes: +iw"));
    EXPECT_THAT(bench.take_audit(), ElementsAre("mod samode eve: +iw"));
    EXPECT_THAT(mod.ask("SAMODE eve +i"), IsEmpty());
    EXPECT_THAT(bench.take_audit(), IsEmpty());
    EXPECT_THAT(mod.ask("SAMODE eve +y"), ElementsAre(HasSubstr(" 501 mod ")));
}

TEST_F(Force, sanick_gives_a_nick_that_the_person_could_have_taken) {
    EXPECT_THAT(mod.ask("SANICK carol guest7"), IsEmpty());
    EXPECT_THAT(carol.take(),
                ElementsAre(":carol!~user@192.0.2.1 NICK guest7",
                            ":irc.example NOTICE guest7 :mod, a server operator, has changed your "
                            "nick from carol"));
    EXPECT_THAT(bob.take(), ElementsAre(":carol!~user@192.0.2.1 NICK guest7"));
    EXPECT_THAT(bench.take_audit(), ElementsAre("mod sanick carol: guest7"));
    EXPECT_THAT(mod.ask("SANICK guest7 bob"), ElementsAre(HasSubstr(" 433 mod bob ")));
    EXPECT_THAT(mod.ask("SANICK guest7 1x"), ElementsAre(HasSubstr(" 432 mod 1x ")));
    EXPECT_THAT(mod.ask("SANICK guest7 NickServ"), ElementsAre(HasSubstr(" 432 ")));
    EXPECT_THAT(bench.take_audit(), IsEmpty());
    EXPECT_THAT(mod.ask("SANICK mod boss"), ElementsAre(":mod!~user@192.0.2.1 NICK boss"));
    EXPECT_THAT(mod.ask("STATS u"), Contains(HasSubstr(" 219 boss u ")));
}

TEST_F(Force, a_nick_that_belongs_to_an_account_is_for_its_owner_alone) {
    BenchClient& dave = bench.connect("dave", {}, over_tls());
    dave.send("REGISTER * * secret-word");
    dave.send("NICK away");
    EXPECT_THAT(mod.ask("SANICK eve dave"),
                ElementsAre(HasSubstr(" 433 mod dave :This nickname belongs to an account")));
    EXPECT_THAT(mod.ask("SANICK away dave"), IsEmpty());
    EXPECT_THAT(dave.take(), Contains(HasSubstr(" NICK dave")));
}

TEST_F(Force, is_for_those_alone_whose_class_may) {
    for (const char* line : {"SAJOIN eve #shut", "SAPART bob #shut", "SAMODE #shut -i",
                             "SAMODE bob +i", "SANICK bob x"}) {
        EXPECT_THAT(eve.ask(line), ElementsAre(HasSubstr(" 481 eve "))) << line;
    }
    EXPECT_THAT(bench.take_audit(), IsEmpty());
    session::ServerConfig lesser = config();
    lesser.operator_classes.front().privileges = {session::Privilege::kill};
    EngineBench other{lesser};
    BenchClient& helper = other.connect("helper");
    helper.send("OPER mod secret");
    other.connect("ann");
    EXPECT_THAT(helper.ask("SANICK ann x"), ElementsAre(HasSubstr(" 723 helper force ")));
}

TEST_F(Force, nobody_forces_a_server_operator_who_may_as_much) {
    for (const char* line :
         {"SAJOIN root #shut", "SAPART root #shut", "SAMODE root -o", "SANICK root x"}) {
        EXPECT_THAT(mod.ask(line), ElementsAre(HasSubstr(" 723 mod force :root is a server "
                                                         "operator who may no less than you")))
            << line;
    }
    EXPECT_THAT(root.ask("SAMODE mod -o"), IsEmpty());
    EXPECT_THAT(mod.ask("SANICK eve x"), ElementsAre(HasSubstr(" 481 mod ")));
    EXPECT_THAT(root.ask("SAMODE root +w"), ElementsAre(":irc.example MODE root +w"));
}

TEST_F(Force, plain_users_are_left_where_they_are) {
    testing_support::LinkOptions options;
    options.kind = LinkKind::plain;
    BenchClient& paul = bench.open(options);
    paul.send_bytes("paul\n");
    EXPECT_THAT(mod.ask("SAJOIN paul #shut"), ElementsAre(HasSubstr("speaks the plain protocol")));
    EXPECT_THAT(bench.take_audit(), IsEmpty());
}

TEST_F(Force, is_durable_with_the_deed_for_an_account_but_not_the_visit) {
    BenchClient& dave = bench.connect("dave", {}, over_tls());
    dave.send("REGISTER * * secret-word");
    mod.send("SAJOIN dave #shut");
    bob.send("JOIN #open");
    mod.send("SAJOIN dave #open");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("dave", {});
    EXPECT_THAT(again.ask("WHOIS dave"),
                AllOf(Contains(HasSubstr("#open")), Not(Contains(HasSubstr("#shut")))));
}

}  // namespace
}  // namespace brusio
