#include "core/session/operators/server_notices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using std::chrono::seconds;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

class ServerNotices : public testing::Test {
 protected:
    explicit ServerNotices(session::ServerConfig config = with_helper())
        : bench(std::move(config)) {
        bench.make_operator(root);
        bench.forget_all();
    }
    static session::ServerConfig with_helper() {
        session::ServerConfig config = EngineBench::default_config();
        config.operator_classes.push_back({"helper", {session::Privilege::kill}});
        config.operator_classes.push_back({"watcher", {session::Privilege::stats}});
        config.operators.push_back({"helper", "hash-of-secret", "*!*@*", "helper"});
        config.operators.push_back({"watcher", "hash-of-secret", "*!*@*", "watcher"});
        return config;
    }

    EngineBench bench;
    BenchClient& root = bench.connect("root");
};

TEST(ServerNoticeLetters, choose_categories) {
    using session::choose_notices;
    using session::notice_letters;
    EXPECT_EQ(notice_letters(choose_notices({}, "")), "+abcfklo");
    EXPECT_EQ(notice_letters(choose_notices({}, "+ckz")), "+ck");
    EXPECT_EQ(notice_letters(choose_notices(choose_notices({}, "ck"), "-c+b")), "+bk");
    EXPECT_EQ(notice_letters(choose_notices(choose_notices({}, "ck"), "-*")), "+");
}

TEST_F(ServerNotices, are_chosen_by_category_and_shown) {
    EXPECT_THAT(root.ask("MODE root +s kc"),
                ElementsAre(":root!~user@192.0.2.1 MODE root +s",
                            ":irc.example 008 root +ck :are the server's notices that you read"));
    EXPECT_THAT(root.ask("MODE root"), ElementsAre(":irc.example 221 root +os"));
    EXPECT_THAT(root.ask("MODE root +s -c"), ElementsAre(HasSubstr(" 008 root +k ")));
    EXPECT_THAT(root.ask("MODE root -s"), ElementsAre(":root!~user@192.0.2.1 MODE root -s"));
    EXPECT_THAT(root.ask("MODE root +s"), Contains(HasSubstr(" 008 root +abcfklo ")));
    EXPECT_THAT(root.ask("MODE root +s -*"), ElementsAre(":root!~user@192.0.2.1 MODE root -s"));
}

TEST_F(ServerNotices, are_for_operators_who_may) {
    BenchClient& bob = bench.connect("bob");
    EXPECT_THAT(bob.ask("MODE bob +s"), ElementsAre(HasSubstr(" 481 bob ")));
    bob.send("OPER helper secret");
    EXPECT_THAT(bob.ask("MODE bob +s"), ElementsAre(HasSubstr(" 723 bob stats ")));
    EXPECT_THAT(root.ask("SAMODE bob +s"), IsEmpty());
}

TEST_F(ServerNotices, tell_who_comes_and_goes) {
    root.send("MODE root +s c");
    (void)root.take();
    BenchClient& bob = bench.connect("bob");
    bob.send("QUIT :bye");
    EXPECT_THAT(
        root.take(),
        ElementsAre(":irc.example NOTICE root :*** connect: bob!~user@192.0.2.1 came [192.0.2.1]",
                    ":irc.example NOTICE root :*** connect: bob!~user@192.0.2.1 went: Quit: bye "
                    "[192.0.2.1]"));
    bench.open().hang_up();
    EXPECT_THAT(root.take(), IsEmpty());
}

TEST_F(ServerNotices, tell_what_operators_do_and_who_fails_to_log_in) {
    BenchClient& bob = bench.connect("bob", {}, over_tls());
    bench.connect("eve");
    root.send("MODE root +s kolab");
    (void)root.take();
    bob.send("OPER helper wrong");
    bob.send("OPER helper secret");
    bob.send("KILL eve :flooding");
    bob.send("REGISTER * * secret-word");
    root.send("BAN ADD 198.51.100.1 :spam");
    EXPECT_THAT(root.take(), testing::IsSupersetOf(
                                 {HasSubstr("*** operator: oper_failed helper by bob"),
                                  HasSubstr("*** operator: oper helper by bob"),
                                  HasSubstr("*** kill: kill eve by bob: flooding [192.0.2.1]"),
                                  HasSubstr("*** account: account_made bob account_add by bob"),
                                  HasSubstr("*** ban: ban 198.51.100.1 by root: ")}));
    BenchClient& carol = bench.open(over_tls());
    carol.send_bytes("PASS bob:wrong-word\r\nNICK carol\r\nUSER a 0 * :a\r\n");
    EXPECT_THAT(root.take(), Contains(HasSubstr("*** log-in: login_failed bob")));
}

TEST_F(ServerNotices, tell_of_links_that_send_too_fast_or_do_not_read) {
    session::ServerConfig config = with_helper();
    config.limits.command_burst_tokens = 10;
    config.limits.command_tokens_per_second = 1;
    EngineBench slow{config};
    BenchClient& boss = slow.connect("boss");
    BenchClient& bob = slow.connect("bob");
    slow.make_operator(boss);
    slow.advance(seconds{60});
    boss.send("MODE boss +s f");
    (void)boss.take();
    std::string much;
    for (int i = 0; i < 60; ++i) much += "PRIVMSG bob :" + std::string(400, 'x') + "\r\n";
    bob.send_bytes(much);
    EXPECT_THAT(boss.take(), Contains(HasSubstr("*** flood: bob!~user@192.0.2.1 sends faster than "
                                                "it may and is held back [192.0.2.1]")));
    slow.engine().handle_link_closed(bob.link(), CloseReason::send_queue_exceeded, slow.now());
    slow.settle();
    EXPECT_THAT(boss.take(), Contains(HasSubstr("bob!~user@192.0.2.1 does not read")));
}

TEST_F(ServerNotices, are_no_part_of_an_answer) {
    BenchClient& ann = bench.connect("ann", "batch labeled-response");
    bench.make_operator(ann);
    bench.connect("bob");
    ann.send("MODE ann +s k");
    (void)ann.take();
    EXPECT_THAT(ann.ask("@label=7 KILL bob :x"),
                ElementsAre("@label=7 :irc.example ACK",
                            HasSubstr(":irc.example NOTICE ann :*** kill: kill bob by ann: x")));
}

TEST_F(ServerNotices, never_flood_who_reads_them) {
    session::ServerConfig config = with_helper();
    config.limits.notices_burst = 3;
    config.limits.notices_per_minute = 6;
    EngineBench busy{config};
    BenchClient& boss = busy.connect("boss");
    busy.make_operator(boss);
    boss.send("MODE boss +s c");
    (void)boss.take();
    for (int i = 0; i < 10; ++i) busy.connect("n" + std::to_string(i));
    EXPECT_THAT(boss.take(), SizeIs(3));
    busy.advance(seconds{9});
    EXPECT_THAT(boss.take(), IsEmpty());
    busy.advance(seconds{2});
    EXPECT_THAT(boss.take(), ElementsAre(":irc.example NOTICE boss :*** 7 more notices were left "
                                         "out: too many at once"));
    busy.connect("late");
    EXPECT_THAT(boss.take(), ElementsAre(HasSubstr("late!~user@")));
    busy.advance(seconds{60});
    EXPECT_THAT(boss.take(), IsEmpty());
}

TEST_F(ServerNotices, show_addresses_to_those_alone_who_may_see_them) {
    BenchClient& bob = bench.connect("bob");
    bob.send("OPER watcher secret");
    bob.send("MODE bob +s c");
    (void)bob.take();
    bench.connect("eve", {}, over_tls("198.51.100.9"));
    EXPECT_THAT(bob.take(), ElementsAre(":irc.example NOTICE bob :*** connect: "
                                        "eve!~user@198.51.100.9 came"));
}

TEST_F(ServerNotices, end_with_the_power) {
    root.send("MODE root +s");
    (void)root.take();
    EXPECT_THAT(root.ask("MODE root -o"), ElementsAre(":root!~user@192.0.2.1 MODE root -os"));
    bench.connect("bob");
    EXPECT_THAT(root.take(), IsEmpty());
    EXPECT_THAT(root.ask("MODE root"), ElementsAre(":irc.example 221 root +"));
}

TEST_F(ServerNotices, end_when_a_reload_takes_the_privilege_or_the_operator) {
    BenchClient& bob = bench.connect("bob");
    bob.send("OPER watcher secret");
    bob.send("MODE bob +s c");
    root.send("MODE root +s c");
    session::ServerConfig config = with_helper();
    config.operator_classes.back().privileges = {};
    config.operators.erase(config.operators.begin());
    bench.forget_all();
    bench.engine().handle_reload(config, bench.now());
    bench.settle();
    EXPECT_THAT(root.take(), Contains(":irc.example MODE root -os"));
    bench.forget_all();
    bench.connect("eve");
    EXPECT_THAT(bob.take(), ElementsAre(":irc.example MODE bob -s"));
    EXPECT_THAT(root.take(), IsEmpty());
}

}  // namespace
}  // namespace brusio
