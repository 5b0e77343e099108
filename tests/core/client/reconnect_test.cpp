#include "core/client/reconnect_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/client/keep_alive.h"
#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(ReconnectPolicy, waits_double_from_one_second_to_thirty_less_up_to_a_quarter) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        ReconnectPolicy policy{KeyedRandom{seed}};
        const ClientLimits limits;
        for (const int longest : {1, 2, 4, 8, 16, 30, 30, 30}) {
            const Duration wait = policy.lost(MonoTime{}, limits);
            EXPECT_LE(wait, seconds{longest});
            EXPECT_GE(wait, Duration{seconds{longest}} * 3 / 4);
        }
        EXPECT_EQ(policy.attempt(), 8U);
    }
}

TEST(ReconnectPolicy, jitter_spreads_clients_and_is_the_same_for_the_same_seed) {
    const ClientLimits limits;
    ReconnectPolicy one{KeyedRandom{1}};
    ReconnectPolicy same{KeyedRandom{1}};
    ReconnectPolicy other{KeyedRandom{2}};
    const Duration wait = one.lost(MonoTime{}, limits);
    EXPECT_EQ(wait, same.lost(MonoTime{}, limits));
    EXPECT_NE(wait, other.lost(MonoTime{}, limits));
}

TEST(ReconnectPolicy, only_a_stable_connection_starts_over) {
    const ClientLimits limits;
    ReconnectPolicy policy{KeyedRandom{1}};
    for (int i = 0; i < 4; ++i) (void)policy.lost(MonoTime{}, limits);
    policy.went_online(MonoTime{});
    EXPECT_GT(policy.lost(MonoTime{seconds{29}}, limits), seconds{11});
    policy.went_online(MonoTime{seconds{100}});
    EXPECT_LE(policy.lost(MonoTime{seconds{130}}, limits), seconds{1});
    EXPECT_EQ(policy.attempt(), 1U);
}

TEST(KeepAlive, silence_is_pinged_and_then_given_up_and_any_byte_ends_it) {
    const ClientLimits limits;
    const auto at = [](int second) { return MonoTime{seconds{second}}; };
    KeepAlive alive;
    alive.start(at(0));
    EXPECT_EQ(alive.check(at(29), limits), KeepAlive::Due::nothing);
    EXPECT_EQ(alive.check(at(30), limits), KeepAlive::Due::ping);
    EXPECT_EQ(alive.check(at(49), limits), KeepAlive::Due::nothing);
    alive.heard(at(49));
    EXPECT_EQ(alive.check(at(78), limits), KeepAlive::Due::nothing);
    EXPECT_EQ(alive.check(at(79), limits), KeepAlive::Due::ping);
    EXPECT_EQ(alive.check(at(99), limits), KeepAlive::Due::drop);
}

TEST(Reconnect, a_broken_link_is_opened_again_and_rooms_are_joined_with_their_keys) {
    ScriptedServer server;
    ClientConfig config = ScriptedServer::config();
    config.rooms = {{"#open", ""}, {"#secret", "sesame"}};
    server.dial(config);
    server.welcome("");
    EXPECT_EQ(server.sent.back(), "JOIN #secret,#open sesame");
    server.says_all({":ada!u@h JOIN #open", ":ada!u@h JOIN #secret"});
    server.client.join("#later", "", server.now());
    server.says(":ada!u@h JOIN #later");
    server.client.part("#open", "", server.now());
    server.forget();

    server.breaks(DisconnectCause::closed_by_peer);
    EXPECT_EQ(server.client.phase(), Phase::waiting);
    EXPECT_EQ(server.last<PhaseChanged>().attempt, 1U);
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::connection_lost);
    EXPECT_EQ(server.conversation("#secret").membership, Membership::joining);
    EXPECT_EQ(server.client.next_deadline(), server.last<PhaseChanged>().next_attempt);
    server.pass(seconds{1});
    EXPECT_EQ(server.opened, 1);
    server.accept();
    server.forget();
    server.welcome("");
    EXPECT_EQ(server.sent.back(), "JOIN #secret,#later sesame");
    EXPECT_FALSE(server.client.last_error().has_value());
}

TEST(Reconnect, refused_connections_are_tried_at_growing_intervals) {
    ScriptedServer server;
    server.client.connect(ScriptedServer::config(), server.now());
    std::vector<Duration> waits;
    for (int i = 0; i < 6; ++i) {
        const MonoTime before = server.now().mono;
        server.breaks(DisconnectCause::refused);
        EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::connection_refused);
        ASSERT_TRUE(server.client.next_deadline().has_value());
        waits.push_back(*server.client.next_deadline() - before);
        server.pass(waits.back());
        EXPECT_EQ(server.client.phase(), Phase::connecting);
    }
    for (std::size_t i = 1; i < waits.size(); ++i) EXPECT_GT(waits[i], waits[i - 1]);
    EXPECT_EQ(server.opened, 7);
}

TEST(Reconnect, a_connection_that_never_opens_is_given_up) {
    ScriptedServer server;
    server.client.connect(ScriptedServer::config(), server.now());
    server.pass(seconds{20});
    EXPECT_EQ(server.closed, 1);
    EXPECT_EQ(server.client.phase(), Phase::waiting);
}

TEST(Reconnect, a_half_open_link_is_found_and_replaced) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.pass(seconds{31});
    EXPECT_EQ(server.count_sent("PING"), 1U);
    server.says(":srv.test PONG srv.test :alive");
    server.pass(seconds{40});
    EXPECT_EQ(server.count_sent("PING"), 2U);
    server.pass(seconds{12});
    EXPECT_EQ(server.closed, 1);
    EXPECT_EQ(server.told<ErrorRaised>().front().error.kind, ErrorKind::timed_out);
}

TEST(Reconnect, the_user_need_not_wait) {
    ScriptedServer server;
    server.go_online("");
    server.client.reconnect_now(server.now());
    server.collect();
    EXPECT_EQ(server.opened, 0);
    server.breaks();
    server.client.reconnect_now(server.now());
    server.collect();
    EXPECT_EQ(server.opened, 1);
    EXPECT_EQ(server.client.phase(), Phase::connecting);
}

TEST(Reconnect, after_disconnect_nothing_happens_by_itself) {
    ScriptedServer server;
    server.go_online("");
    server.client.disconnect("off to bed", server.now());
    server.collect();
    EXPECT_THAT(server.sent, ElementsAre("QUIT :off to bed"));
    EXPECT_EQ(server.closed, 1);
    EXPECT_EQ(server.client.phase(), Phase::idle);
    EXPECT_EQ(server.client.next_deadline(), std::nullopt);
    server.says(":bob!b@h PRIVMSG ada :too late");
    server.breaks();
    EXPECT_EQ(server.client.phase(), Phase::idle);
    EXPECT_THAT(server.client.conversations(), IsEmpty());
}

TEST(Reconnect, our_own_ghost_holding_the_nick_is_waited_out) {
    ScriptedServer server;
    server.go_online("");
    server.breaks();
    server.pass(seconds{1});
    server.accept();
    server.says(":srv.test 433 * ada :In use");
    EXPECT_EQ(server.client.phase(), Phase::waiting);
    EXPECT_EQ(server.closed, 1);
    server.pass(seconds{2});
    server.accept();
    server.welcome("");
    EXPECT_EQ(server.client.nick(), "ada");
}

TEST(Reconnect, an_untrusted_certificate_waits_for_the_user) {
    ScriptedServer server;
    server.client.connect(ScriptedServer::config(), server.now());
    server.breaks(DisconnectCause::tls_untrusted);
    EXPECT_EQ(server.client.phase(), Phase::idle);
    EXPECT_EQ(server.client.last_error()->kind, ErrorKind::tls_untrusted);
}

TEST(Reconnect, the_servers_last_words_are_the_reason) {
    ScriptedServer server;
    server.go_online("");
    server.says("ERROR :Closing link: restarting");
    server.breaks(DisconnectCause::closed_by_peer);
    EXPECT_EQ(server.client.last_error()->kind, ErrorKind::closed_by_server);
    EXPECT_EQ(server.client.last_error()->text, "Closing link: restarting");
    EXPECT_EQ(server.client.phase(), Phase::waiting);
}

TEST(Reconnect, away_is_told_again) {
    ScriptedServer server;
    server.go_online("");
    server.client.set_away("lunch", server.now());
    server.says(":srv.test 306 ada :You are away");
    EXPECT_EQ(server.client.presence(), Presence::away);
    server.breaks();
    server.pass(seconds{1});
    server.accept();
    server.forget();
    server.welcome("");
    EXPECT_THAT(server.sent, ElementsAre("AWAY lunch"));
}

TEST(Reconnect, another_server_is_another_world) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt");
    ClientConfig elsewhere = ScriptedServer::config();
    elsewhere.server = "irc://elsewhere";
    server.forget();
    server.client.connect(elsewhere, server.now());
    server.collect();
    EXPECT_EQ(server.closed, 1);
    EXPECT_EQ(server.opened, 1);
    EXPECT_THAT(server.client.conversations(), IsEmpty());
}

}  // namespace
}  // namespace brusio::client::test
