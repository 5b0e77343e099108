#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

class Stats : public testing::Test {
 protected:
    Stats() {
        bench.make_operator(root);
        bench.forget_all();
    }
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& root = bench.connect("root");
};

std::string end_of(std::string_view nick, std::string_view letter) {
    return ":irc.example 219 " + std::string{nick} + " " + std::string{letter} +
           " :End of statistics";
}

TEST_F(Stats, u_tells_days_hours_minutes_and_seconds) {
    bench.advance(std::chrono::hours{49} + std::chrono::minutes{3} + std::chrono::seconds{4});
    EXPECT_THAT(
        alice.ask("STATS u"),
        ElementsAre(":irc.example 242 alice :Server Up 2 days 1:03:04", end_of("alice", "u")));
    EXPECT_THAT(alice.ask("STATS u other.example"), ElementsAre(HasSubstr(" 402 ")));
}

TEST_F(Stats, of_an_unknown_letter_only_ends) {
    EXPECT_THAT(alice.ask("STATS z"), ElementsAre(end_of("alice", "z")));
    EXPECT_THAT(alice.ask("STATS :"), ElementsAre(end_of("alice", "*")));
    EXPECT_THAT(alice.ask("STATS \u00e9"), ElementsAre(end_of("alice", "*")));
}

TEST_F(Stats, what_strangers_need_not_know_is_for_operators) {
    for (const char* letter : {"k", "l", "m", "o"}) {
        EXPECT_THAT(alice.ask(std::string{"STATS "} + letter),
                    ElementsAre(HasSubstr(" 481 alice "), end_of("alice", letter)));
    }
    session::ServerConfig config = EngineBench::default_config();
    config.operator_classes.push_back({"helper", {session::Privilege::kill}});
    config.operators.push_back({"mod", "hash-of-secret", "*!*@*", "helper"});
    EngineBench other{config};
    BenchClient& mod = other.connect("mod");
    mod.send("OPER mod secret");
    EXPECT_THAT(mod.ask("STATS l"), ElementsAre(HasSubstr(" 723 mod stats "), end_of("mod", "l")));
}

TEST_F(Stats, l_lists_links_with_account_and_idle_time) {
    BenchClient& ann = bench.connect("ann", {}, over_tls("198.51.100.7"));
    ann.send("REGISTER * * secret-word");
    bench.open();
    bench.advance(std::chrono::seconds{5});
    root.send("PRIVMSG alice :hello");
    EXPECT_THAT(root.ask("STATS l"),
                ElementsAre(HasSubstr(" 211 root alice[192.0.2.1] * * * "),
                            AllOf(HasSubstr(" 211 root root[192.0.2.1] * * * "),
                                  HasSubstr(" 5 :account * idle 0 irc exposed unread 0")),
                            AllOf(HasSubstr(" 211 root ann[198.51.100.7] * * * "),
                                  HasSubstr(" 5 :account ann idle 5 irc sealed unread 0")),
                            HasSubstr(" 211 root *[192.0.2.1] * * * 0 0 5 :account * idle 5 irc"),
                            end_of("root", "l")));
}

TEST_F(Stats, l_counts_what_a_link_has_sent) {
    for (int i = 0; i < 5; ++i) alice.send("PRIVMSG root :" + std::string(400, 'x'));
    // CAP, NICK, USER and the like at the beginning, then these.
    EXPECT_THAT(
        root.ask("STATS l alice*"),
        ElementsAre(HasSubstr(" 211 root alice[192.0.2.1] * * * 7 2 0 :"), end_of("root", "l")));
}

TEST_F(Stats, l_takes_a_mask_and_shows_what_waits) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.command_burst_tokens = 4;
    config.limits.command_tokens_per_second = 1;
    EngineBench slow{config};
    BenchClient& boss = slow.connect("boss");
    BenchClient& bob = slow.connect("bob");
    slow.make_operator(boss);
    slow.advance(std::chrono::seconds{10});
    for (int i = 0; i < 6; ++i) bob.send("PRIVMSG boss :more and more");
    EXPECT_THAT(boss.ask("STATS l BOB[*"), ElementsAre(AllOf(HasSubstr(" 211 boss bob[192.0.2.1] "),
                                                             Not(HasSubstr(" unread 0"))),
                                                       HasSubstr(" 219 ")));
}

TEST_F(Stats, l_shows_what_waits_for_the_peer_as_far_as_the_transport_knows) {
    engine::EngineConfig config = EngineBench::engine_config(EngineBench::default_config());
    config.queue_bytes_of = [](LinkId link) {
        return link.slot() == 2 ? std::optional<std::size_t>{4'096} : std::nullopt;
    };
    EngineBench other{std::move(config)};
    BenchClient& boss = other.connect("boss");
    other.connect("slow");
    other.make_operator(boss);
    EXPECT_THAT(boss.ask("STATS l"),
                ElementsAre(HasSubstr(" 211 boss boss[192.0.2.1] * * * "),
                            HasSubstr(" 211 boss slow[192.0.2.1] 4096 * * "), HasSubstr(" 219 ")));
}

TEST_F(Stats, l_shows_the_address_to_those_alone_who_may_see_it) {
    session::ServerConfig config = EngineBench::default_config();
    config.cloaks.enabled = true;
    config.operator_classes.push_back({"helper", {session::Privilege::stats}});
    config.operators.push_back({"mod", "hash-of-secret", "*!*@*", "helper"});
    EngineBench other{config};
    BenchClient& mod = other.connect("mod");
    mod.send("OPER mod secret");
    (void)mod.take();
    EXPECT_THAT(mod.ask("STATS l"), Not(Contains(HasSubstr("192.0.2.1"))));
    other.make_operator(mod);
    EXPECT_THAT(mod.ask("STATS l"), Contains(HasSubstr("mod[192.0.2.1]")));
}

TEST_F(Stats, k_lists_bans) {
    root.send("BAN ADD 1d 198.51.100.0/24 :spam");
    root.send("BAN ADD account:eve");
    EXPECT_THAT(root.ask("STATS k"),
                ElementsAre(":irc.example 216 root K 198.51.100.0/24 * root 0 0 :until "
                            "2024-01-02T00:00:00.000Z: spam",
                            ":irc.example 216 root K account:eve * root 0 0 :for good: ",
                            end_of("root", "k")));
}

TEST_F(Stats, o_lists_who_could_and_p_who_is_here_as_far_as_they_may_be_found) {
    EXPECT_THAT(root.ask("STATS o"),
                ElementsAre(":irc.example 243 root O *!*@* * root 0 *", end_of("root", "o")));
    EXPECT_THAT(
        alice.ask("STATS p"),
        ElementsAre(":irc.example 249 alice p :root!~user@192.0.2.1 idle 0", end_of("alice", "p")));
    root.send("MODE root +i");
    EXPECT_THAT(alice.ask("STATS p"), ElementsAre(end_of("alice", "p")));
    EXPECT_THAT(root.ask("STATS p"), Contains(HasSubstr(" 249 root p :root!")));
}

TEST_F(Stats, m_counts_commands) {
    for (int i = 0; i < 3; ++i) alice.send("TIME");
    alice.send("NOSUCH");
    EXPECT_THAT(root.ask("STATS m"), AllOf(Contains(":irc.example 212 root TIME 3"),
                                           Contains(":irc.example 212 root STATS 1"),
                                           Not(Contains(HasSubstr("NOSUCH")))));
}

}  // namespace
}  // namespace brusio
