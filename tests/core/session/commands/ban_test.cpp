#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::LinkOptions;

LinkOptions from(std::string_view address) {
    LinkOptions options;
    options.address = address;
    return options;
}

class Ban : public testing::Test {
 protected:
    Ban() { bench.make_operator(root); }

    EngineBench bench;
    BenchClient& root = bench.connect("root", "standard-replies", from("198.51.100.1"));
};

TEST_F(Ban, of_an_address_closes_who_is_there_and_keeps_others_out) {
    BenchClient& troll = bench.connect("troll");
    BenchClient& ann = bench.connect("ann", {}, from("192.0.2.2"));
    EXPECT_THAT(root.ask("BAN ADD 1h 192.0.2.1 :flooding"),
                ElementsAre(HasSubstr(
                    "NOTE BAN ADDED 192.0.2.1 :192.0.2.1 is banned until 2024-01-01T01:00")));
    EXPECT_TRUE(troll.closed());
    EXPECT_THAT(troll.take(), ElementsAre(AllOf(HasSubstr(" 465 troll :"), HasSubstr(": flooding")),
                                          AllOf(HasSubstr("ERROR :"), HasSubstr(": flooding"))));
    EXPECT_FALSE(ann.closed());
    BenchClient& again = bench.open();
    EXPECT_TRUE(again.closed());
    EXPECT_THAT(again.take(), Contains(HasSubstr(" 465 * :")));
    bench.advance(61min);
    EXPECT_FALSE(bench.open().closed());
}

TEST_F(Ban, of_a_range_holds_for_all_in_it_and_ends_when_it_is_taken_away) {
    EXPECT_THAT(root.ask("DLINE 192.0.2.77/24 :all of them"),
                Contains(HasSubstr("ADDED 192.0.2.0/24 :192.0.2.0/24 is banned for good")));
    EXPECT_TRUE(bench.open(from("192.0.2.200")).closed());
    EXPECT_FALSE(bench.open(from("192.0.3.1")).closed());
    EXPECT_THAT(root.ask("UNDLINE 192.0.2.0/24"), Contains(HasSubstr("NOTE BAN REMOVED ")));
    EXPECT_FALSE(bench.open(from("192.0.2.200")).closed());
    EXPECT_THAT(root.ask("BAN DEL 192.0.2.0/24"), Contains(HasSubstr("FAIL BAN NO_SUCH_BAN ")));
}

TEST_F(Ban, of_a_mask_is_judged_at_registration_and_at_another_nick) {
    BenchClient& troll = bench.connect("troll7");
    BenchClient& ann = bench.connect("ann");
    EXPECT_THAT(root.ask("KLINE troll*!*@* :no trolls"), Contains(HasSubstr("ADDED troll*!*@*")));
    EXPECT_TRUE(troll.closed());
    BenchClient& next = bench.open();
    next.send("NICK Troll8");
    next.send("USER u 0 * :x");
    EXPECT_TRUE(next.closed());
    EXPECT_THAT(next.take(), Contains(HasSubstr(": no trolls")));
    EXPECT_THAT(ann.ask("NICK troll9"), ElementsAre(HasSubstr(" 432 ann troll9 :")));
    EXPECT_THAT(ann.ask("NICK anna"), Contains(HasSubstr(" NICK ")));
}

TEST_F(Ban, of_a_mask_with_a_host_knows_addresses_and_ranges) {
    root.send("BAN ADD eve!*@192.0.2.0/24 :x");
    BenchClient& eve = bench.open();
    eve.send("NICK eve");
    eve.send("USER u 0 * :x");
    EXPECT_TRUE(eve.closed());
    bench.connect("bob");
    bench.connect("eve", {}, from("192.0.3.1"));
    EXPECT_THAT(root.ask("BAN ADD *@192.0.2.9"), Contains(HasSubstr("ADDED 192.0.2.9 ")));
}

TEST_F(Ban, of_a_real_name_holds_also_for_a_new_one) {
    BenchClient& ann = bench.connect("ann");
    root.send("XLINE *buy?gold* :spam");
    BenchClient& spam = bench.open();
    spam.send("NICK spam");
    spam.send("USER u 0 * :Please BUY gold here");
    EXPECT_TRUE(spam.closed());
    EXPECT_THAT(ann.ask("SETNAME :buy gold"), ElementsAre(HasSubstr(": spam")));
    EXPECT_THAT(root.ask("UNXLINE *buy?gold*"), Contains(HasSubstr("REMOVED realname:*buy?gold*")));
}

TEST_F(Ban, of_an_account_keeps_it_out_by_every_way) {
    BenchClient& eve = bench.open(testing_support::over_tls());
    eve.send("NICK eve");
    eve.send("USER u 0 * :x");
    eve.send("REGISTER eve * secret-word");
    EXPECT_THAT(root.ask("BAN ADD account:Eve :enough"), Contains(HasSubstr("ADDED account:eve ")));
    EXPECT_TRUE(eve.closed());
    BenchClient& pass = bench.open(testing_support::over_tls());
    pass.send("PASS eve:secret-word");
    pass.send("NICK other");
    pass.send("USER u 0 * :x");
    EXPECT_TRUE(pass.closed());
    EXPECT_THAT(pass.take(), Contains(HasSubstr(" 465 * :")));
    BenchClient& late = bench.connect("late", "sasl", testing_support::over_tls());
    late.send("AUTHENTICATE PLAIN");
    late.send("AUTHENTICATE AGV2ZQBzZWNyZXQtd29yZA==");  // eve, secret-word
    EXPECT_TRUE(late.closed());
    EXPECT_THAT(late.take(), Contains(HasSubstr(": enough")));
}

TEST_F(Ban, that_would_hit_its_setter_or_everybody_asks_for_force) {
    EXPECT_THAT(root.ask("BAN ADD 198.51.100.0/24 :x"),
                ElementsAre(HasSubstr("FAIL BAN NEEDS_FORCE 198.51.100.0/24 :This would ban "
                                      "yourself")));
    EXPECT_THAT(root.ask("BAN ADD *!*@* :x"), Contains(HasSubstr("FAIL BAN NEEDS_FORCE ")));
    EXPECT_THAT(root.ask("BAN ADD 128.0.0.0/1 :x"), Contains(HasSubstr("FAIL BAN NEEDS_FORCE ")));
    for (const char* nick : {"a", "b", "c", "d", "e"}) bench.connect(nick);
    EXPECT_THAT(root.ask("BAN ADD 192.0.2.1 :x"), Contains(HasSubstr("This would ban everybody")));
    EXPECT_THAT(root.ask("BAN ADD FORCE 192.0.2.1 :x"), Contains(HasSubstr("5 links were closed")));
    root.send("BAN ADD 198.51.100.1 FORCE :myself");
    EXPECT_TRUE(root.closed());
}

TEST_F(Ban, tells_people_of_the_plain_protocol_in_a_sentence) {
    LinkOptions plain;
    plain.kind = LinkKind::plain;
    BenchClient& eve = bench.open(plain);
    eve.send("eve");
    root.send("BAN ADD 192.0.2.1 :go away");
    EXPECT_TRUE(eve.closed());
    EXPECT_THAT(eve.take(), Contains(HasSubstr("You are banned from this server: go away")));
    BenchClient& again = bench.open(plain);
    EXPECT_TRUE(again.closed());
    EXPECT_THAT(again.take(), ElementsAre(HasSubstr("You are banned from this server: go away")));
}

TEST_F(Ban, is_listed_kept_and_on_record) {
    root.send("BAN ADD 2h 192.0.2.1 :flooding");
    root.send("BAN ADD 0::1 :near");
    EXPECT_THAT(
        root.ask("BAN LIST"),
        ElementsAre(HasSubstr("NOTE BAN ENTRY 192.0.2.1 root 1704067200 1704074400 :192.0.2.1 by "
                              "root, 2024-01-01T00:00:00.000Z, until 2024-01-01T02:00:00.000Z: "
                              "flooding"),
                    HasSubstr("NOTE BAN ENTRY 0::1 root 1704067200 * :0::1 by root, "
                              "2024-01-01T00:00:00.000Z, for good: near"),
                    HasSubstr("NOTE BAN END 2 :")));
    EXPECT_THAT(root.ask("BAN LIST 192*"), testing::SizeIs(2));
    EXPECT_THAT(root.ask("AUDIT 5 flooding"),
                ElementsAre(AllOf(HasSubstr("NOTE AUDIT ENTRY 2024-01-01T00:00:00.000Z root "
                                            ":2024-01-01T00:00:00.000Z root ban 192.0.2.1 "),
                                  HasSubstr(": flooding")),
                            HasSubstr("NOTE AUDIT END 1 :")));
    EXPECT_THAT(bench.take_events(),
                Contains(testing::Field(&HostEvent::kind, HostEventKind::ban)));
    EngineBench next{EngineBench::After{bench}};
    EXPECT_TRUE(next.open().closed());
    EXPECT_FALSE(next.open(from("192.0.2.9")).closed());
    next.advance(121min);
    EXPECT_FALSE(next.open().closed());
    EngineBench last{EngineBench::After{next}};
    EXPECT_FALSE(last.open().closed());
    EXPECT_TRUE(last.open(from("::1")).closed());
}

TEST_F(Ban, says_what_was_wrong) {
    EXPECT_THAT(root.ask("BAN ADD nobody"), Contains(HasSubstr("FAIL BAN INVALID_SUBJECT nobody")));
    EXPECT_THAT(root.ask("BAN ADD"), Contains(HasSubstr(" 461 ")));
    EXPECT_THAT(root.ask("BAN ADD 5m"), Contains(HasSubstr(" 461 ")));
    EXPECT_THAT(root.ask("BAN FLY x"), Contains(HasSubstr("FAIL BAN UNKNOWN_SUBCOMMAND FLY")));
    BenchClient& ann = bench.connect("ann");
    for (const char* line : {"BAN LIST", "KLINE 192.0.2.9 :x", "UNKLINE x", "XLINE x", "AUDIT"}) {
        EXPECT_THAT(ann.ask(line), ElementsAre(HasSubstr(" 481 ann "))) << line;
    }
}

TEST_F(Ban, are_as_many_as_the_limit_says) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.bans_max = 2;
    bench.engine().handle_reload(config, bench.now());
    bench.settle();
    root.send("BAN ADD 192.0.2.8 :x");
    root.send("BAN ADD 192.0.2.9 :x");
    EXPECT_THAT(root.ask("BAN ADD 192.0.2.10 :x"), ElementsAre(HasSubstr("TOO_MANY_BANS")));
    EXPECT_THAT(root.ask("BAN ADD 192.0.2.9 :y"), ElementsAre(HasSubstr("ADDED 192.0.2.9")));
}

TEST_F(Ban, and_other_deeds_are_forgotten_when_they_are_old) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.audit_age_max = 30min;
    bench.engine().handle_reload(config, bench.now());
    bench.settle();
    EXPECT_THAT(root.ask("AUDIT"), Contains(HasSubstr("NOTE AUDIT END 1 :")));  // OPER
    bench.advance(61min);
    EXPECT_THAT(root.ask("AUDIT"), ElementsAre(HasSubstr("NOTE AUDIT END 0 :")));
}

TEST_F(Ban, of_a_class_without_the_privilege_is_refused) {
    session::ServerConfig config = EngineBench::default_config();
    config.operator_classes.push_back({"helper", {session::Privilege::kill}});
    config.operators.front().class_name = "helper";
    bench.engine().handle_reload(config, bench.now());
    bench.settle();
    EXPECT_THAT(root.ask("BAN ADD 192.0.2.1 :x"), Contains(HasSubstr(" 723 root ban :")));
    EXPECT_THAT(root.ask("AUDIT"), Contains(HasSubstr(" 723 root audit :")));
}

TEST_F(Ban, of_an_address_is_found_among_hundreds) {
    for (int i = 0; i < 400; ++i) {
        root.send("BAN ADD 10." + std::to_string(i / 50) + "." + std::to_string(i % 50) + ".7");
    }
    EXPECT_TRUE(bench.open(from("10.5.5.7")).closed());
    EXPECT_FALSE(bench.open(from("10.5.5.8")).closed());
}

}  // namespace
}  // namespace brusio
