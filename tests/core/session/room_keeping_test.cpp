#include "core/session/room_keeping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

BenchClient& registered(EngineBench& bench, const std::string& nick) {
    BenchClient& client =
        bench.connect(nick, {}, over_tls("192.0.2." + std::to_string(nick.size())));
    client.send("REGISTER * * secret-word");
    return client;
}

TEST(RoomKeeping, a_room_is_after_the_servers_end_what_it_was) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann");
    ann.send("JOIN #a");
    ann.send("TOPIC #a :tea, mostly");
    ann.send("MODE #a +ntlbeI 7 spam!*@* *!*@trusted *!*@friend");
    ann.send("MODE #a +k word");
    const std::vector<std::string> modes = ann.ask("MODE #a");
    const std::vector<std::string> bans = ann.ask("MODE #a +b");
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(after.connect("eve").ask("JOIN #a"), ElementsAre(HasSubstr(" 475 eve #a ")));
    BenchClient& again = after.connect("ann");
    again.send("JOIN #a word");
    EXPECT_EQ(again.ask("MODE #a"), modes);
    EXPECT_EQ(again.ask("MODE #a +b"), bans);
    EXPECT_THAT(again.ask("MODE #a +e"), Contains(HasSubstr(" 348 ann #a *!*@trusted ")));
    EXPECT_THAT(again.ask("MODE #a +I"), Contains(HasSubstr(" 346 ann #a *!*@friend ")));
    EXPECT_THAT(again.ask("TOPIC #a"), Contains(":irc.example 332 ann #a :tea, mostly"));
    EXPECT_THAT(again.ask("NAMES #a"), Contains(HasSubstr(":@ann")));
}

TEST(RoomKeeping, numbers_of_messages_go_on) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann");
    ann.send("JOIN #a");
    ann.send("PRIVMSG #a :one");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.connect("ann");
    again.send("JOIN #a");
    (void)after.take_writes();
    again.send("PRIVMSG #a :two");
    const std::vector<Write> writes = after.take_writes();
    ASSERT_EQ(writes.size(), 1U);
    EXPECT_EQ(std::get<AppendMessage>(writes[0]).message.seq, 4U) << "joins count";
}

TEST(RoomKeeping, a_room_without_founder_ends_with_its_last_member) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann");
    ann.send("JOIN #a");
    ann.send("TOPIC #a :tea");
    ann.send("PART #a");
    EngineBench after{EngineBench::After{bench}};
    EXPECT_EQ(after.engine().counts().rooms, 0U);
}

TEST(RoomKeeping, after_a_start_such_a_room_waits_for_a_while) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann");
    ann.send("JOIN #a");
    ann.send("JOIN #b");
    EngineBench after{EngineBench::After{bench}};
    EXPECT_EQ(after.engine().counts().rooms, 2U);
    BenchClient& again = after.connect("ann");
    again.send("JOIN #a");
    after.advance(1h);
    EXPECT_EQ(after.engine().counts().rooms, 1U);
    again.send("PART #a");
    EXPECT_EQ(after.engine().counts().rooms, 0U);
    EngineBench third{EngineBench::After{after}};
    EXPECT_EQ(third.engine().counts().rooms, 0U);
}

TEST(RoomKeeping, a_stop_takes_no_room_away) {
    EngineBench bench;
    bench.connect("ann").send("JOIN #a");
    bench.engine().handle_stop("The server stops", bench.now());
    bench.settle();
    EngineBench after{EngineBench::After{bench}};
    EXPECT_EQ(after.engine().counts().rooms, 1U);
}

TEST(RoomKeeping, a_permanent_room_stays) {
    session::ServerConfig config = EngineBench::default_config();
    config.permanent_rooms = {"#Lobby"};
    EngineBench bench(std::move(config));
    BenchClient& ann = bench.connect("ann");
    ann.send("JOIN #lobby");
    ann.send("TOPIC #lobby :come in");
    ann.send("PART #lobby");
    EXPECT_EQ(bench.engine().counts().rooms, 1U);
    EngineBench after{EngineBench::After{bench}};
    after.advance(2h);
    BenchClient& bob = after.connect("bob");
    EXPECT_THAT(bob.ask("JOIN #lobby"), Contains(HasSubstr(" = #lobby :bob")));
    EXPECT_THAT(bob.ask("TOPIC #lobby"), Contains(HasSubstr(":come in")));
}

TEST(RoomKeeping, who_is_logged_in_founds_rooms_that_stay) {
    EngineBench bench;
    BenchClient& ann = registered(bench, "ann");
    BenchClient& bob = bench.connect("bob");
    ann.send("JOIN #a");
    ann.send("PART #a");
    EXPECT_EQ(bench.engine().counts().rooms, 1U);
    EXPECT_THAT(bob.ask("JOIN #a"), Contains(HasSubstr(" = #a :bob")));
    EXPECT_THAT(ann.ask("JOIN #a"), Contains(HasSubstr("@ann")));
}

TEST(RoomKeeping, ranks_in_a_founded_room_come_back_with_the_account) {
    EngineBench bench;
    BenchClient& ann = registered(bench, "ann");
    BenchClient& robert = registered(bench, "robert");
    ann.send("JOIN #a");
    robert.send("JOIN #a");
    ann.send("MODE #a +o robert");
    robert.send("PART #a");
    EXPECT_THAT(robert.ask("JOIN #a"), Contains(HasSubstr("@robert")));
    ann.send("MODE #a -o robert");
    robert.send("PART #a");
    EXPECT_THAT(robert.ask("JOIN #a"), Not(Contains(HasSubstr("@robert"))));
}

TEST(RoomKeeping, an_account_founds_so_many_rooms_and_no_more) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.rooms_founded_per_account_max = 1;
    EngineBench bench(std::move(config));
    BenchClient& ann = registered(bench, "ann");
    ann.send("JOIN #a");
    ann.send("JOIN #b");
    ann.send("PART #a");
    ann.send("PART #b");
    EXPECT_EQ(bench.engine().counts().rooms, 1U);
}

TEST(RoomKeeping, the_rooms_of_a_removed_account_are_nobodys) {
    EngineBench bench;
    BenchClient& ann = registered(bench, "ann");
    BenchClient& bob = bench.connect("bob");
    for (const char* room : {"#empty", "#full"}) ann.send(std::string{"JOIN "} + room);
    bob.send("JOIN #full");
    ann.send("PART #empty");
    ann.send("ACCOUNT DELETE secret-word");
    EXPECT_EQ(bench.engine().counts().rooms, 1U);
    ann.send("PART #full");
    bob.send("PART #full");
    EXPECT_EQ(bench.engine().counts().rooms, 0U);
}

TEST(RoomKeeping, nothing_changes_while_nothing_can_be_stored) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann", "standard-replies");
    ann.send("JOIN #a");
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(ann.ask("TOPIC #a :tea"),
                ElementsAre(HasSubstr("FAIL TOPIC STORE_UNAVAILABLE #a")));
    EXPECT_THAT(ann.ask("MODE #a +imb x!*@*"),
                ElementsAre(HasSubstr("FAIL MODE STORE_UNAVAILABLE #a")));
    EXPECT_THAT(ann.ask("MODE #a"), Contains(HasSubstr(" 324 ann #a +")));
    EXPECT_THAT(ann.ask("JOIN #b"), ElementsAre(HasSubstr("FAIL JOIN STORE_UNAVAILABLE #b")));
    ann.send("PART #a");
    EXPECT_EQ(bench.engine().counts().rooms, 0U);
}

}  // namespace
}  // namespace brusio
