#include "core/session/contact_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using std::chrono::seconds;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

/// ann and dan have accounts, bob and eve are guests.
class Contacts : public testing::Test {
 protected:
    explicit Contacts(session::ServerConfig config = EngineBench::default_config())
        : bench(std::move(config)) {
        for (BenchClient* client : {&ann, &dan}) client->send("REGISTER * * secret-word");
        bench.forget_all();
    }

    EngineBench bench;
    BenchClient& ann = bench.connect("ann", "message-tags echo-message", over_tls());
    BenchClient& dan = bench.connect("dan", "message-tags echo-message", over_tls());
    BenchClient& bob = bench.connect("bob", "message-tags echo-message");
    BenchClient& eve = bench.connect("eve", "message-tags");
};

// ---- +R ----

TEST_F(Contacts, with_R_only_those_who_are_logged_in_may_write) {
    EXPECT_THAT(ann.ask("MODE ann +R"), ElementsAre(HasSubstr(" MODE ann +R")));
    EXPECT_THAT(bob.ask("PRIVMSG ann :hello"),
                ElementsAre(":irc.example 531 bob ann :takes private messages only from those who "
                            "are logged in (+R)"));
    EXPECT_THAT(bob.ask("NOTICE ann :hello"), IsEmpty());
    EXPECT_THAT(bob.ask("@+x=y TAGMSG ann"), ElementsAre(HasSubstr(" 531 bob ann ")));
    EXPECT_THAT(bob.ask("@+typing=active TAGMSG ann"), IsEmpty());
    EXPECT_THAT(ann.take(), IsEmpty());
    dan.send("PRIVMSG ann :hello");
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr(" PRIVMSG ann :hello")));
    ann.send("MODE ann -R");
    bob.send("PRIVMSG ann :now");
    EXPECT_THAT(ann.take(), Contains(HasSubstr(" PRIVMSG ann :now")));
}

TEST_F(Contacts, with_R_a_guest_who_was_accepted_may_write_and_rooms_are_as_before) {
    ann.send("MODE ann +R");
    ann.send("ACCEPT bob");
    for (BenchClient* client : {&ann, &eve}) client->send("JOIN #a");
    bench.forget_all();
    bob.send("PRIVMSG ann :hello");
    eve.send("PRIVMSG #a :to all");
    EXPECT_THAT(ann.take(),
                ElementsAre(HasSubstr(" PRIVMSG ann :hello"), HasSubstr(" PRIVMSG #a :to all")));
}

TEST_F(Contacts, a_message_of_several_lines_is_kept_away_like_any_other) {
    BenchClient& max = bench.connect("max", "batch draft/multiline message-tags");
    ann.send("MODE ann +R");
    (void)ann.take();
    max.send("BATCH +1 draft/multiline ann");
    max.send("@batch=1 PRIVMSG ann :one");
    max.send("@batch=1 PRIVMSG ann :two");
    EXPECT_THAT(max.ask("BATCH -1"), ElementsAre(HasSubstr(" 531 max ann ")));
    EXPECT_THAT(ann.take(), IsEmpty());
}

// ---- +g and ACCEPT ----

TEST_F(Contacts, with_g_the_caller_reads_why_and_the_called_who_it_was_now_and_then) {
    ann.send("MODE ann +g");
    (void)ann.take();
    EXPECT_THAT(bob.ask("PRIVMSG ann :hello"),
                ElementsAre(":irc.example 716 bob ann :takes private messages only from those "
                            "whom it has accepted (+g)",
                            ":irc.example 717 bob ann :has been told that you want to reach it"));
    EXPECT_THAT(ann.take(), ElementsAre(":irc.example 718 ann bob ~user@192.0.2.1 :wants to reach "
                                        "you, and you have +g: ACCEPT lets it"));
    EXPECT_THAT(dan.ask("PRIVMSG ann :hello"), ElementsAre(HasSubstr(" 716 dan ann ")));
    EXPECT_THAT(ann.take(), IsEmpty());
    bench.advance(seconds{61});
    (void)ann.take();
    EXPECT_THAT(dan.ask("NOTICE ann :hello"), IsEmpty());
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr(" 718 ann dan ")));
    EXPECT_THAT(dan.ask("@+typing=active TAGMSG ann"), IsEmpty());
}

TEST_F(Contacts, with_g_who_was_accepted_may_write) {
    ann.send("MODE ann +g");
    EXPECT_THAT(ann.ask("ACCEPT bob,dan"), IsEmpty());
    EXPECT_THAT(ann.ask("ACCEPT *"), ElementsAre(":irc.example 281 ann :dan bob",
                                                 ":irc.example 282 ann :End of your accept list"));
    bob.send("PRIVMSG ann :one");
    dan.send("NICK daniel");
    dan.send("PRIVMSG ann :two");
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr("bob!~user@192.0.2.1 PRIVMSG ann :one"),
                                        HasSubstr("daniel!~user@192.0.2.1 PRIVMSG ann :two")));
    EXPECT_THAT(ann.ask("ACCEPT -bob,-daniel"), IsEmpty());
    EXPECT_THAT(bob.ask("PRIVMSG ann :three"), Contains(HasSubstr(" 716 ")));
    EXPECT_THAT(dan.ask("PRIVMSG ann :three"), Contains(HasSubstr(" 716 ")));
}

TEST_F(Contacts, a_guest_who_takes_the_nick_of_one_that_was_accepted_is_another) {
    ann.send("MODE ann +g");
    ann.send("ACCEPT bob");
    bob.send("NICK robert");
    eve.send("NICK bob");
    EXPECT_THAT(eve.ask("PRIVMSG ann :it is me"), Contains(HasSubstr(" 716 bob ann ")));
    (void)ann.take();
    bob.send("PRIVMSG ann :me");
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr("robert!~user@192.0.2.1 PRIVMSG ann :me")));
    bob.hang_up();
    EXPECT_THAT(ann.ask("ACCEPT *"), ElementsAre(HasSubstr(" 282 ")));
}

TEST_F(Contacts, accept_says_what_is_wrong) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.accept_entries_max = 1;
    EngineBench small{config};
    BenchClient& max = small.connect("max");
    small.connect("one");
    small.connect("two");
    max.send("ACCEPT one");
    EXPECT_THAT(max.ask("ACCEPT one"),
                ElementsAre(":irc.example 457 max one :is on your accept list already"));
    EXPECT_THAT(max.ask("ACCEPT two"),
                ElementsAre(":irc.example 456 max :Your accept list is full"));
    EXPECT_THAT(max.ask("ACCEPT nobody"), ElementsAre(HasSubstr(" 401 max nobody ")));
    EXPECT_THAT(max.ask("ACCEPT -two"),
                ElementsAre(":irc.example 458 max two :is not on your accept list"));
    EXPECT_THAT(max.ask("ACCEPT max"), IsEmpty());
    EXPECT_THAT(max.ask("ACCEPT"), ElementsAre(HasSubstr(" 461 max ACCEPT ")));
    max.send("ACCEPT -one,two");
    EXPECT_THAT(max.ask("ACCEPT *"), ElementsAre(HasSubstr(" 281 max :two"), HasSubstr(" 282 ")));
}

TEST_F(Contacts, who_keeps_others_away_reads_the_answers_of_those_it_writes_to) {
    ann.send("MODE ann +g");
    ann.send("PRIVMSG bob :may I ask you something?");
    (void)ann.take();
    bob.send("PRIVMSG ann :please");
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr(" PRIVMSG ann :please")));
    EXPECT_THAT(ann.ask("ACCEPT *"), Contains(HasSubstr(" 281 ann :bob")));
}

TEST_F(Contacts, server_operators_reach_everybody_but_those_who_silenced_them) {
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    ann.send("MODE ann +Rg");
    (void)ann.take();
    root.send("PRIVMSG ann :a word");
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr(" PRIVMSG ann :a word")));
    ann.send("SILENCE +root");
    (void)ann.take();
    root.send("PRIVMSG ann :another");
    EXPECT_THAT(ann.take(), IsEmpty());
}

TEST_F(Contacts, invitations_are_kept_away_too) {
    for (const char* mode : {"+R", "+g"}) {
        ann.send("MODE ann -Rg");
        ann.send("MODE ann " + std::string{mode});
        (void)ann.take();
        bob.send("JOIN #b");
        EXPECT_THAT(bob.ask("INVITE ann #b"),
                    ElementsAre(HasSubstr(" ann :takes private messages")));
        EXPECT_THAT(ann.take(), Not(Contains(HasSubstr("INVITE"))));
        EXPECT_THAT(ann.ask("INVITE"), ElementsAre(HasSubstr(" 337 ")));
    }
    ann.send("MODE ann -Rg");
    ann.send("SILENCE bob");
    (void)ann.take();
    EXPECT_THAT(bob.ask("INVITE ann #b"), ElementsAre(HasSubstr(" 341 bob ann #b")));
    EXPECT_THAT(ann.take(), IsEmpty());
    EXPECT_THAT(ann.ask("INVITE"), ElementsAre(HasSubstr(" 337 ")));
}

// ---- SILENCE ----

TEST_F(Contacts, silence_is_silent) {
    ann.send("AWAY :out");
    EXPECT_THAT(ann.ask("SILENCE +bob"),
                ElementsAre(HasSubstr("!~user@192.0.2.1 SILENCE +bob!*@*")));
    EXPECT_THAT(bob.ask("PRIVMSG ann :hello"),
                ElementsAre(AllOf(HasSubstr("@msgid="), HasSubstr(" PRIVMSG ann :hello")),
                            HasSubstr(" 301 bob ann :out")));
    for (const char* line : {"NOTICE ann :x", "@+x=y TAGMSG ann", "@+typing=active TAGMSG ann"}) {
        EXPECT_THAT(bob.ask(line), ElementsAre(HasSubstr(" ann"))) << line;
    }
    EXPECT_THAT(ann.take(), IsEmpty());
    eve.send("PRIVMSG ann :hello");
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr("eve!~user@192.0.2.1 PRIVMSG ann :hello")));
    EXPECT_THAT(ann.ask("SILENCE -bob"), ElementsAre(HasSubstr(" SILENCE -bob!*@*")));
    bob.send("PRIVMSG ann :now");
    EXPECT_THAT(ann.take(), ElementsAre(HasSubstr(" PRIVMSG ann :now")));
}

TEST_F(Contacts, what_was_silenced_is_kept_for_nobody) {
    BenchClient& again = bench.log_in("ann", "batch draft/chathistory");
    dan.send("PRIVMSG ann :before");
    ann.send("SILENCE +dan");
    (void)bench.take_writes();
    dan.send("PRIVMSG ann :silenced");
    EXPECT_THAT(bench.take_writes(), IsEmpty());
    const std::vector<std::string> lines = again.ask("CHATHISTORY LATEST dan * 10");
    EXPECT_THAT(lines, AllOf(Contains(HasSubstr(":before")), Not(Contains(HasSubstr("silenced")))));
}

TEST_F(Contacts, a_nick_with_an_account_is_silenced_by_the_account) {
    EXPECT_THAT(ann.ask("SILENCE +dan"), ElementsAre(HasSubstr(" SILENCE +~a:dan")));
    dan.send("NICK other");
    dan.send("PRIVMSG ann :hello");
    EXPECT_THAT(ann.take(), IsEmpty());
    EXPECT_THAT(ann.ask("SILENCE"), ElementsAre(":irc.example 271 ann ann ~a:dan",
                                                ":irc.example 272 ann :End of your silence list"));
    EXPECT_THAT(ann.ask("SILENCE -other"), ElementsAre(HasSubstr(" SILENCE -~a:dan")));
}

TEST_F(Contacts, silence_takes_masks_and_says_what_is_wrong) {
    ann.send("SILENCE +*!*@192.0.2.0/24");
    (void)ann.take();
    eve.send("PRIVMSG ann :hello");
    EXPECT_THAT(ann.take(), IsEmpty());
    EXPECT_THAT(ann.ask("SILENCE +~m:eve!*@*"), ElementsAre(HasSubstr("A mask is one word")));
    EXPECT_THAT(ann.ask("SILENCE +*!*@192.0.2.0/24"), IsEmpty());
    EXPECT_THAT(ann.ask("SILENCE -nobody!*@*"), IsEmpty());
    EXPECT_THAT(ann.ask("SILENCE ann"), ElementsAre(HasSubstr(" 271 "), HasSubstr(" 272 ")));
    session::ServerConfig config = EngineBench::default_config();
    config.limits.silence_entries_max = 1;
    EngineBench small{config};
    BenchClient& max = small.connect("max");
    max.send("SILENCE a!*@*");
    EXPECT_THAT(max.ask("SILENCE b!*@*"),
                ElementsAre(":irc.example 511 max b!*@* :Your silence list is full"));
}

TEST_F(Contacts, one_who_is_silenced_may_send_again_what_it_has_sent) {
    ann.send("SILENCE +dan");
    BenchClient& phone = bench.log_in("dan", "echo-message message-tags brusio/exactly-once");
    for (int i = 0; i < 2; ++i) {
        EXPECT_THAT(phone.ask("@brusio/cid=phone-1 PRIVMSG ann :hello"),
                    ElementsAre(HasSubstr(" PRIVMSG ann :hello")));
    }
    EXPECT_THAT(ann.take(), Not(Contains(HasSubstr("hello"))));
}

// ---- what stays ----

TEST_F(Contacts, the_lists_of_an_account_are_there_after_the_next_start) {
    ann.send("ACCEPT dan,bob");
    ann.send("SILENCE +*!*@198.51.100.*");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("ann", {});
    EXPECT_THAT(again.ask("ACCEPT *"), ElementsAre(HasSubstr(" 281 ann :dan"), HasSubstr(" 282 ")));
    EXPECT_THAT(again.ask("SILENCE"),
                ElementsAre(HasSubstr(" 271 ann ann *!*@198.51.100.*"), HasSubstr(" 272 ")));
}

TEST_F(Contacts, who_is_silenced_cannot_write_to_one_who_is_not_there_either) {
    ann.send("SILENCE +dan");
    ann.send("QUIT");
    (void)bench.take_writes();
    EXPECT_THAT(dan.ask("PRIVMSG ann :hello"),
                ElementsAre(HasSubstr(" PRIVMSG ann :hello"), HasSubstr(" 301 dan ann ")));
    EXPECT_THAT(bench.take_writes(), IsEmpty());
}

TEST_F(Contacts, of_a_guest_go_along_to_its_account) {
    BenchClient& late = bench.connect("late", {}, over_tls());
    late.send("ACCEPT dan");
    late.send("SILENCE +spam!*@*");
    late.send("REGISTER * * secret-word");
    (void)late.take();
    EXPECT_THAT(late.ask("SILENCE"), Contains(HasSubstr(" 271 late late spam!*@*")));
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("late", {});
    EXPECT_THAT(again.ask("ACCEPT *"), Contains(HasSubstr(" 281 late :dan")));
    EXPECT_THAT(again.ask("SILENCE"), Contains(HasSubstr(" 271 late late spam!*@*")));
}

TEST_F(Contacts, an_account_that_is_removed_is_on_no_list_any_more) {
    ann.send("ACCEPT dan");
    dan.send("ACCEPT ann");
    dan.send("SILENCE +eve");
    dan.send("ACCOUNT DELETE secret-word");
    EXPECT_THAT(ann.ask("ACCEPT *"), ElementsAre(HasSubstr(" 282 ")));
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(after.log_in("ann", {}).ask("ACCEPT *"), ElementsAre(HasSubstr(" 282 ")));
}

TEST_F(Contacts, lists_that_cannot_be_kept_do_not_change) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(ann.ask("ACCEPT dan"), ElementsAre(HasSubstr("Nothing can be stored")));
    EXPECT_THAT(ann.ask("SILENCE +dan"), ElementsAre(HasSubstr("Nothing can be stored")));
    EXPECT_THAT(ann.ask("SILENCE"), ElementsAre(HasSubstr(" 272 ")));
    EXPECT_THAT(eve.ask("SILENCE +bob"), ElementsAre(HasSubstr(" SILENCE +")));
}

TEST_F(Contacts, are_told_of_in_what_the_server_supports) {
    const std::vector<std::string> lines = ann.ask("VERSION");
    EXPECT_THAT(lines, Contains(HasSubstr(" ACCEPT=100 ")));
    EXPECT_THAT(lines, Contains(HasSubstr(" CALLERID=g ")));
    EXPECT_THAT(lines, Contains(HasSubstr(" SILENCE=100 ")));
}

}  // namespace
}  // namespace brusio
