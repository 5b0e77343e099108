#include "core/session/accounts/presence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* all_news = "away-notify chghost setname account-notify";

std::vector<std::string> log_in_as_ann(BenchClient& client, const std::string& nick = "ann") {
    client.send("PASS ann:secret-word");
    client.send("NICK " + nick);
    return client.ask("USER user 0 * :Real ann");
}

std::vector<PresenceRecord> presences_in(const std::vector<Write>& writes) {
    std::vector<PresenceRecord> presences;
    for (const Write& write : writes) {
        if (const auto* save = std::get_if<SavePresence>(&write)) {
            presences.push_back(save->presence);
        }
    }
    return presences;
}

/// ann has an account and is in #a with bob, who is told of everything.
class PresenceTest : public testing::Test {
 protected:
    PresenceTest() {
        ann.send("REGISTER * * secret-word");
        bob.send("JOIN #a");
        ann.send("JOIN #a");
        bench.forget_all();
        (void)bench.take_writes();
    }
    /// What somebody in no room reads of ann: the idle time is another matter.
    static std::vector<std::string> seen_from_outside(EngineBench& world) {
        BenchClient& eve = world.connect("eve");
        std::vector<std::string> seen;
        for (const char* question : {"WHOIS ann", "WHOIS annie", "WHO *", "WHO #a", "NAMES #a"}) {
            for (const std::string& line : eve.ask(question)) seen.push_back(line);
        }
        eve.send("QUIT");
        return seen;
    }
    std::vector<PresenceRecord> written() { return presences_in(bench.take_writes()); }

    EngineBench bench;
    BenchClient& ann = bench.connect("ann", {}, over_tls());
    BenchClient& bob = bench.connect("bob", all_news);
};

TEST_F(PresenceTest, is_after_a_restart_what_it_was_before) {
    ann.send("NICK annie");
    ann.send("MODE annie +iB");
    ann.send("AWAY :in the garden");
    ann.send("PRIVMSG #a :bye");
    bench.advance(90s);
    bob.send("QUIT");
    ann.hang_up();
    bench.advance(60s);
    const std::vector<std::string> before = seen_from_outside(bench);
    EXPECT_THAT(before, Contains(HasSubstr(" 301 eve annie :in the garden")));
    EXPECT_THAT(before, Contains(HasSubstr(" 335 eve annie ")));
    EXPECT_THAT(before, Contains(HasSubstr(" 317 eve annie 150 ")));
    EXPECT_THAT(before, Not(Contains(HasSubstr(" 319 "))));
    EXPECT_THAT(before, Not(Contains(AllOf(HasSubstr(" 352 "), HasSubstr("annie")))));
    EngineBench after{EngineBench::After{bench}};
    EXPECT_EQ(seen_from_outside(after), before);
}

TEST_F(PresenceTest, who_was_here_when_the_server_was_killed_is_as_before_but_away) {
    ann.send("MODE ann +i");
    const std::vector<std::string> before = seen_from_outside(bench);
    EngineBench after{EngineBench::After{bench}};
    std::vector<std::string> seen = seen_from_outside(after);
    EXPECT_THAT(seen, Contains(HasSubstr(" 301 eve ann :Not connected")));
    std::erase_if(seen, [](const std::string& line) { return line.find(" 301 ") != line.npos; });
    std::vector<std::string> rest = before;  // bob, a guest, is gone
    std::erase_if(rest, [](const std::string& line) { return line.find("bob") != line.npos; });
    // That the link was one with TLS is told of links alone.
    std::erase_if(rest, [](const std::string& line) { return line.find(" 671 ") != line.npos; });
    EXPECT_EQ(seen, rest);
}

TEST_F(PresenceTest, coming_back_is_silent_but_for_away) {
    EngineBench after{EngineBench::After{bench}};
    BenchClient& carol = after.connect("carol", all_news);
    carol.send("JOIN #a");
    after.forget_all();
    log_in_as_ann(after.open(over_tls()));
    EXPECT_THAT(carol.take(), ElementsAre(":ann!~user@192.0.2.1 AWAY"));
}

TEST_F(PresenceTest, another_real_name_is_told) {
    ann.hang_up();
    bench.forget_all();
    BenchClient& again = bench.open(over_tls());
    again.send("PASS ann:secret-word");
    again.send("NICK ann");
    again.send("USER user 0 * :Ann of Rome");
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 SETNAME :Ann of Rome",
                                        ":ann!~user@192.0.2.1 AWAY"));
}

TEST_F(PresenceTest, settings_come_back_to_who_was_nowhere_meanwhile) {
    ann.send("MODE ann +iB");
    ann.send("PART #a");
    ann.hang_up();
    EXPECT_THAT(log_in_as_ann(bench.open(over_tls())), Contains(":irc.example 221 ann +Bi"));
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(log_in_as_ann(after.open(over_tls())), Contains(":irc.example 221 ann +Bi"));
}

TEST_F(PresenceTest, settings_come_to_a_guest_who_logs_in) {
    ann.send("MODE ann +i");
    ann.send("QUIT");
    BenchClient& late = bench.connect("late", "sasl", over_tls());
    late.send("AUTHENTICATE PLAIN");
    // NUL ann NUL secret-word
    const auto lines = late.ask("AUTHENTICATE AGFubgBzZWNyZXQtd29yZA==");
    EXPECT_THAT(lines, Contains(":late!~user@192.0.2.1 MODE late +i"));
    EXPECT_THAT(late.ask("MODE late"), ElementsAre(":irc.example 221 late +i"));
}

TEST_F(PresenceTest, no_operator_comes_back_by_a_restart) {
    bench.make_operator(ann);
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(log_in_as_ann(after.open(over_tls())), Contains(":irc.example 221 ann +"));
}

TEST_F(PresenceTest, invitations_are_kept_until_they_are_used) {
    bob.send("JOIN #b");
    bob.send("MODE #b +i");
    bob.send("INVITE ann #b");
    bob.send("JOIN #c");
    bob.send("MODE #c +i");
    bob.send("INVITE ann #c");
    ann.send("JOIN #c");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.open(over_tls());
    log_in_as_ann(again);
    EXPECT_THAT(again.ask("INVITE"), ElementsAre(":irc.example 336 ann #b", HasSubstr(" 337 ")));
}

TEST_F(PresenceTest, an_account_without_a_session_and_a_room_is_nowhere) {
    ann.send("PART #a");
    ann.send("AWAY :on holiday");
    bob.send("MONITOR + ann");
    bench.forget_all();
    ann.hang_up();
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr(" 731 ")));
    EXPECT_EQ(bench.engine().counts().users, 1U);
    EXPECT_THAT(bob.ask("WHO *"), Not(Contains(HasSubstr(" ann "))));
    EXPECT_THAT(bob.ask("WHOIS ann"), Contains(HasSubstr(" 401 ")));
    EXPECT_THAT(bob.ask("PRIVMSG ann :hello"), ElementsAre(":irc.example 301 bob ann :on holiday"));
    EXPECT_THAT(log_in_as_ann(bench.open(over_tls())), Contains(HasSubstr(" 001 ann ")));
}

TEST_F(PresenceTest, a_kick_out_of_its_last_room_ends_an_absent_user) {
    ann.hang_up();
    bob.send("KICK #a ann");
    EXPECT_EQ(bench.engine().counts().users, 1U);
    EXPECT_THAT(bob.ask("WHOIS ann"), Contains(HasSubstr(" 401 ")));
}

TEST_F(PresenceTest, is_written_when_it_changes_and_only_then) {
    ann.send("MODE ann +i");
    EXPECT_EQ(written().size(), 1U);
    for (const char* line : {"MODE ann +i", "PRIVMSG #a :x", "JOIN #a", "AWAY", "WHOIS ann"}) {
        ann.send(line);
        EXPECT_THAT(written(), IsEmpty()) << line;
    }
    bob.send("MODE bob +i");
    EXPECT_THAT(written(), IsEmpty());
    for (const char* line :
         {"AWAY :x", "AWAY", "NICK annie", "MODE annie -i", "SETNAME :Ann", "NICK ann"}) {
        ann.send(line);
        EXPECT_EQ(written().size(), 1U) << line;
    }
}

TEST_F(PresenceTest, says_since_when_an_account_is_absent) {
    const WallTime left = bench.now().wall;
    ann.hang_up();
    const std::vector<PresenceRecord> absent = written();
    ASSERT_EQ(absent.size(), 1U);
    EXPECT_EQ(absent[0].absent_since, left);
    bench.advance(5s);
    log_in_as_ann(bench.open(over_tls()));
    const std::vector<PresenceRecord> here = written();
    ASSERT_EQ(here.size(), 1U);
    EXPECT_EQ(here[0].absent_since, WallTime{});
    bench.advance(5s);
    const WallTime stopped = bench.now().wall;
    bench.engine().handle_stop("Maintenance", bench.now());
    bench.settle();
    const std::vector<PresenceRecord> after = written();
    ASSERT_EQ(after.size(), 1U);
    EXPECT_EQ(after[0].absent_since, stopped);
}

TEST_F(PresenceTest, absence_begins_with_the_next_start_if_the_server_was_killed) {
    bench.advance(5s);
    EngineBench after{EngineBench::After{bench}};
    after.settle();
    const std::vector<PresenceRecord> written = presences_in(after.take_writes());
    ASSERT_EQ(written.size(), 1U);
    EXPECT_EQ(written[0].absent_since, after.now().wall);
    EngineBench later{EngineBench::After{after}};
    later.settle();
    EXPECT_THAT(presences_in(later.take_writes()), IsEmpty());
}

TEST_F(PresenceTest, what_a_full_store_did_not_take_is_written_when_it_does) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    ann.send("MODE ann +i");
    ann.send("AWAY :x");
    EXPECT_THAT(written(), IsEmpty());
    bench.engine().handle_store_health(StoreHealth::accepting, bench.now());
    bench.settle();
    const std::vector<PresenceRecord> late = written();
    ASSERT_EQ(late.size(), 1U);
    EXPECT_EQ(late[0].modes, "i");
    EXPECT_EQ(late[0].away, "x");
}

TEST_F(PresenceTest, goes_with_the_account) {
    ann.send("MODE ann +i");
    ann.send("ACCOUNT DELETE secret-word");
    ann.send("MODE ann -i");
    ann.send("REGISTER * * secret-word");
    ann.send("QUIT");
    EXPECT_THAT(log_in_as_ann(bench.open(over_tls())), Not(Contains(HasSubstr(" +i"))));
}

TEST(Presence, a_nick_that_is_somebody_elses_by_now_is_not_taken) {
    engine::EngineConfig config = EngineBench::engine_config(EngineBench::default_config());
    for (const auto& [id, name] : {std::pair{1, "ann"}, std::pair{2, "bob"}}) {
        AccountRecord account;
        account.id = AccountId{static_cast<std::uint64_t>(id)};
        account.name = name;
        account.key = Folded{name};
        account.skeleton = name;
        config.kept.accounts.push_back(account);
    }
    config.kept.account_last = AccountId{2};
    KeptRoom kept;
    kept.room.id = ConversationId{1};
    kept.room.name = "#a";
    kept.room.key = Folded{"#a"};
    config.kept.rooms.push_back(kept);
    config.kept.conversation_last = ConversationId{1};
    config.kept.memberships = {{AccountId{1}, ConversationId{1}, "", 1}};
    PresenceRecord presence;
    presence.account = AccountId{1};
    presence.nick = "bob";
    presence.username = "~user";
    presence.host = "192.0.2.1";
    config.kept.presences = {presence};
    EngineBench bench{std::move(config)};
    BenchClient& eve = bench.connect("eve");
    EXPECT_THAT(eve.ask("WHOIS bob"), Contains(HasSubstr(" 401 ")));
    EXPECT_THAT(eve.ask("WHOIS ann"), Contains(HasSubstr(" 311 eve ann ~user 192.0.2.1 ")));
}

}  // namespace
}  // namespace brusio
