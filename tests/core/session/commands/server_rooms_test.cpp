#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "core/session/room_keeping.h"
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
using testing_support::LinkOptions;
using testing_support::over_tls;

session::ServerConfig server_with_lobby() {
    session::ServerConfig config = EngineBench::default_config();
    config.permanent_rooms = {"#lobby", "#stays"};
    config.room_operators = {"Ann"};
    return config;
}

/// ann's account is named by the configuration, bob's is not; both are in the lobby.
class ServerRooms : public testing::Test {
 protected:
    ServerRooms() {
        ann.send("REGISTER * * secret-word");
        bob.send("REGISTER * * secret-word");
        bob.send("JOIN #lobby");
        ann.send("JOIN #lobby");
        bench.forget_all();
    }
    BenchClient& server_operator(EngineBench& where) {
        BenchClient& root = where.connect("root", "standard-replies");
        where.make_operator(root);
        where.forget_all();
        return root;
    }

    EngineBench bench{server_with_lobby()};
    BenchClient& ann = bench.connect("ann", "standard-replies", over_tls());
    BenchClient& bob = bench.connect("bob", "standard-replies", over_tls("192.0.2.2"));
};

TEST_F(ServerRooms, have_no_operator_for_coming_first) {
    BenchClient& eve = bench.connect("eve");
    EXPECT_THAT(eve.ask("JOIN #stays"), Contains(HasSubstr(" = #stays :eve")));
    EXPECT_THAT(eve.ask("MODE #stays +i"), ElementsAre(HasSubstr(" 482 eve #stays ")));
    eve.send("PART #stays");
    EXPECT_THAT(bob.ask("JOIN #stays"), Contains(HasSubstr(" = #stays :bob")));
    EXPECT_THAT(bob.ask("NAMES #lobby"), Contains(HasSubstr(" = #lobby :bob @ann")));
}

TEST_F(ServerRooms, begin_with_nothing_that_keeps_people_out) {
    session::ServerConfig config = server_with_lobby();
    config.room_modes = "ntimsMRC";
    EngineBench strict{config};
    BenchClient& eve = strict.connect("eve");
    eve.send("JOIN #lobby");
    EXPECT_THAT(eve.ask("MODE #lobby"), Contains(HasSubstr(" 324 eve #lobby +Cnst")));
    EXPECT_THAT(eve.ask("PRIVMSG #lobby :hello"), IsEmpty());
    eve.send("JOIN #own");
    EXPECT_THAT(eve.ask("MODE #own"), Contains(HasSubstr(" 324 eve #own +CMRimnst")));
    LinkOptions plain;
    plain.kind = LinkKind::plain;
    BenchClient& pia = strict.open(plain);
    pia.send_bytes("pia\n");
    EXPECT_THAT(pia.take(), Contains("Write {exit} to quit"));
    EXPECT_FALSE(pia.closed());
}

TEST_F(ServerRooms, are_run_by_the_accounts_that_the_configuration_names) {
    EXPECT_THAT(bob.ask("MODE #lobby +o bob"), ElementsAre(HasSubstr(" 482 ")));
    EXPECT_THAT(ann.ask("MODE #lobby +o bob"), ElementsAre(HasSubstr(" MODE #lobby +o bob")));
    EXPECT_THAT(bob.ask("MODE #lobby -o ann"), ElementsAre(HasSubstr(" 482 ")));
    EXPECT_THAT(bob.ask("KICK #lobby ann"), ElementsAre(HasSubstr(" 482 ")));
    bob.send("MODE #lobby +ikb key *!*@*");
    ann.send("PART #lobby");
    EXPECT_THAT(ann.ask("JOIN #lobby"), Contains(HasSubstr(" JOIN #lobby")));
    EXPECT_THAT(bob.take(), Contains(":irc.example MODE #lobby +o ann"));
}

TEST_F(ServerRooms, keep_the_ranks_that_were_given_and_no_others) {
    ann.send("MODE #lobby +h bob");
    ann.send("MODE #lobby +v ann");
    session::ServerConfig config = server_with_lobby();
    EngineBench after{EngineBench::After{bench}};
    BenchClient& eve = after.connect("eve");
    EXPECT_THAT(eve.ask("NAMES #lobby"), Contains(HasSubstr(" = #lobby :@ann %bob")));
    EXPECT_THAT(after.take_events(), IsEmpty());
}

TEST_F(ServerRooms, cannot_be_given_away) {
    BenchClient& root = server_operator(bench);
    EXPECT_THAT(root.ask("CHANNEL FOUNDER #lobby bob"),
                ElementsAre(HasSubstr("BELONGS_TO_SERVER")));
    EXPECT_THAT(root.ask("CHANNEL DROP #lobby"), ElementsAre(HasSubstr("BELONGS_TO_SERVER")));
    EXPECT_THAT(ann.ask("RENAME #lobby #mine"), Contains(HasSubstr("CANNOT_RENAME")));
}

/// The store of an older version: a guest shut the lobby and left; eve, who has an account, was its
/// operator.
struct OldStore {
    OldStore() {
        AccountRecord account;
        account.id = AccountId{1};
        account.name = "eve";
        account.key = Folded{"eve"};
        account.skeleton = "eve";
        RoomRecord lobby;
        lobby.id = ConversationId{1};
        lobby.name = "#lobby";
        lobby.key = Folded{"#lobby"};
        lobby.modes = "iks";
        lobby.password = "sesame";
        lobby.members_max = 1;
        lobby.bans = {{"*!*@*", "troll!t@192.0.2.66", WallTime{}},
                      {"spam!*@*", "troll!t@192.0.2.66", WallTime{}}};
        engine.server = EngineBench::default_config();
        engine.server.permanent_rooms = {"#lobby"};
        engine.kept.accounts = {account};
        engine.kept.rooms = {{lobby, {}}};
        engine.kept.memberships = {{AccountId{1}, ConversationId{1}, "o", 1}};
        engine.kept.account_last = AccountId{1};
        engine.kept.conversation_last = ConversationId{1};
    }
    engine::EngineConfig engine;
};

TEST(ShutRoom, is_reported_at_the_start_and_opened_by_one_command) {
    EngineBench bench{OldStore{}.engine};
    BenchClient& root = bench.connect("root", "standard-replies");
    const std::vector<HostEvent> events = bench.take_events();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, HostEventKind::room_shut);
    EXPECT_EQ(events[0].subject, "#lobby");
    EXPECT_THAT(events[0].reason,
                AllOf(HasSubstr("(+ikl, a ban on everybody)"), HasSubstr("CHANNEL OPEN #lobby")));
    BenchClient& ann = bench.connect("ann", "standard-replies");
    EXPECT_THAT(ann.ask("JOIN #lobby"), ElementsAre(HasSubstr(" 474 ")));
    EXPECT_THAT(ann.ask("CHANNEL OPEN #lobby"), ElementsAre(HasSubstr(" 403 ")));
    bench.make_operator(root);
    bench.forget_all();
    (void)bench.take_writes();
    EXPECT_THAT(root.ask("CHANNEL OPEN #lobby"),
                ElementsAre(HasSubstr(" MODE #lobby -iklbb * *!*@* spam!*@*"),
                            HasSubstr(" NOTICE #lobby :root used "),
                            HasSubstr(" NOTE CHANNEL OPENED #lobby :")));
    std::vector<AuditRecord> audited;
    for (const Write& write : bench.take_writes()) {
        if (const auto* audit = std::get_if<AppendAudit>(&write)) audited.push_back(audit->entry);
    }
    ASSERT_EQ(audited.size(), 1U);
    EXPECT_EQ(audited[0].actor, "root");
    EXPECT_EQ(audited[0].subject, "#lobby");
    EXPECT_THAT(audited[0].detail, HasSubstr("OPEN -iklbb * *!*@* spam!*@*"));
    EXPECT_THAT(ann.ask("JOIN #lobby"), Contains(HasSubstr(" 366 ann #lobby ")));
    // Who became its operator by arriving is none any more.
    EXPECT_THAT(ann.ask("NAMES #lobby"), Contains(HasSubstr("#lobby :eve ann")));
    LinkOptions plain;
    plain.kind = LinkKind::plain;
    BenchClient& pia = bench.open(plain);
    pia.send_bytes("pia\n");
    EXPECT_FALSE(pia.closed());
    EXPECT_THAT(ann.take(), Contains(HasSubstr(":pia!plain@192.0.2.1 JOIN #lobby")));
}

TEST(ShutRoom, is_no_news_while_somebody_can_open_it) {
    OldStore store;
    store.engine.server.room_operators = {"ann"};
    EngineBench with_operator{store.engine};
    (void)with_operator.connect("bob");
    EXPECT_THAT(with_operator.take_events(), IsEmpty());
    store.engine.server.room_operators.clear();
    store.engine.kept.rooms[0].room.founder = AccountId{1};
    EngineBench with_founder{store.engine};
    (void)with_founder.connect("bob");
    EXPECT_THAT(with_founder.take_events(), IsEmpty());
}

TEST(ShutRoom, may_be_silent_as_well) {
    OldStore store;
    RoomRecord& lobby = store.engine.kept.rooms[0].room;
    lobby.modes = "m";
    lobby.password.clear();
    lobby.members_max = 0;
    lobby.bans = {{"~m:*!*@*", "troll!t@192.0.2.66", WallTime{}}};
    EngineBench bench{store.engine};
    (void)bench.connect("bob");
    const std::vector<HostEvent> events = bench.take_events();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_THAT(events[0].reason, HasSubstr("(+m, a ban on everybody)"));
    lobby.modes = "nt";
    lobby.bans = {{"eve!*@*", "x!y@z", WallTime{}}, {"*!*@192.0.2.0/24", "x!y@z", WallTime{}}};
    EngineBench open{store.engine};
    (void)open.connect("bob");
    EXPECT_THAT(open.take_events(), IsEmpty());
}

/// ann is the founder of #a; bob, whom it made an operator, and carol are in it.
class FoundersRoom : public testing::Test {
 protected:
    FoundersRoom() {
        ann.send("REGISTER * * secret-word");
        for (BenchClient* client : {&ann, &bob, &carol}) client->send("JOIN #a");
        ann.send("MODE #a +o bob");
        bench.forget_all();
    }

    EngineBench bench;
    BenchClient& ann = bench.connect("ann", {}, over_tls());
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol");
};

TEST_F(FoundersRoom, cannot_be_taken_from_its_founder) {
    EXPECT_THAT(bob.ask("MODE #a -o ann"), ElementsAre(HasSubstr(" 482 bob #a ")));
    EXPECT_THAT(bob.ask("KICK #a ann"), ElementsAre(HasSubstr(" 482 bob #a ")));
    EXPECT_THAT(bob.ask("RENAME #a #mine"), Contains(HasSubstr("CANNOT_RENAME")));
    for (const char* modes : {"+i", "+k word", "+l 1", "+R", "+j 1:3600", "+b *!*@*", "+m"}) {
        bob.send("MODE #a " + std::string{modes});
    }
    ann.send("PART #a");
    EXPECT_THAT(carol.ask("PART #a"), Not(IsEmpty()));
    EXPECT_THAT(carol.ask("JOIN #a"), ElementsAre(HasSubstr(" 474 ")));
    EXPECT_THAT(ann.ask("JOIN #a"), Contains(HasSubstr(" = #a :")));
    EXPECT_THAT(bob.take(), Contains(":irc.example MODE #a +o ann"));
    EXPECT_THAT(ann.ask("MODE #a -o bob"), ElementsAre(HasSubstr(" MODE #a -o bob")));
    EXPECT_THAT(ann.ask("KICK #a bob"), Contains(HasSubstr(" KICK #a bob ")));
}

TEST_F(FoundersRoom, obeys_its_founder_whatever_rank_it_has) {
    ann.send("MODE #a -o ann");
    EXPECT_THAT(carol.ask("NAMES #a"), Contains(HasSubstr(" = #a :ann @bob carol")));
    bob.send("MODE #a +mb *!*@*");
    EXPECT_THAT(ann.ask("PRIVMSG #a :still here"), IsEmpty());
    EXPECT_THAT(ann.ask("MODE #a +o ann"), ElementsAre(HasSubstr(" MODE #a +o ann")));
    EXPECT_THAT(ann.ask("TOPIC #a :mine"), ElementsAre(HasSubstr(" TOPIC #a :mine")));
}

TEST_F(FoundersRoom, is_open_to_its_founder_after_a_restart) {
    bob.send("MODE #a +ib *!*@*");
    ann.send("PART #a");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("ann", {});
    EXPECT_THAT(again.ask("JOIN #a"), Contains(HasSubstr(" = #a :@ann")));
}

}  // namespace
}  // namespace brusio
