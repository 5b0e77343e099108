#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::LinkOptions;
using testing_support::over_tls;

constexpr const char* caps = "batch draft/chathistory echo-message standard-replies";

/// alice has an account; bob has none.
class PrivateHistory : public testing::Test {
 protected:
    PrivateHistory() {
        alice.send("REGISTER * * secret-word");
        bench.forget_all();
    }
    static BenchClient& log_in(EngineBench& bench) {
        return bench.log_in("alice", "batch draft/chathistory");
    }
    /// The texts of a page of the client's history with somebody.
    static std::vector<std::string> page(BenchClient& client, const std::string& words) {
        std::vector<std::string> texts;
        for (const std::string& line : client.ask("CHATHISTORY " + words)) {
            const std::size_t at = line.find(" PRIVMSG ");
            if (at != std::string::npos) texts.push_back(line.substr(line.find(" :", at) + 2));
        }
        return texts;
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice", caps, over_tls());
    BenchClient& bob = bench.connect("bob", caps);
};

TEST_F(PrivateHistory, is_there_for_the_account_and_not_for_the_guest) {
    bob.send("PRIVMSG alice :hello");
    alice.send("PRIVMSG bob :hi yourself");
    EXPECT_THAT(page(alice, "LATEST bob * 10"), ElementsAre("hello", "hi yourself"));
    EXPECT_THAT(bob.ask("CHATHISTORY LATEST alice * 10"),
                ElementsAre(HasSubstr("FAIL CHATHISTORY INVALID_TARGET LATEST alice")));
}

TEST_F(PrivateHistory, outlives_the_server) {
    bob.send("PRIVMSG alice :before");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = log_in(after);
    EXPECT_THAT(page(again, "LATEST bob * 10"), ElementsAre("before"));
    after.connect("bob").send("PRIVMSG alice :after");
    EXPECT_THAT(page(again, "LATEST bob * 10"), ElementsAre("before", "after"));
}

TEST_F(PrivateHistory, keeps_what_is_said_to_somebody_who_is_not_there) {
    alice.hang_up();
    EXPECT_THAT(
        bob.ask("PRIVMSG Alice :one"),
        ElementsAre(EndsWith("PRIVMSG alice :one"), ":irc.example 301 bob alice :Not connected"));
    // In no room: after a start nobody of that nick is here, but the account is.
    EngineBench after{EngineBench::After{bench}};
    BenchClient& carl = after.connect("bob", caps);
    EXPECT_THAT(
        carl.ask("PRIVMSG alice :two"),
        ElementsAre(EndsWith("PRIVMSG alice :two"), ":irc.example 301 bob alice :Not connected"));
    EXPECT_THAT(page(log_in(after), "LATEST bob * 10"), ElementsAre("one", "two"));
}

TEST_F(PrivateHistory, of_two_guests_is_not_kept) {
    BenchClient& carol = bench.connect("carol", caps);
    (void)bench.take_writes();
    bob.send("PRIVMSG carol :psst");
    EXPECT_THAT(carol.take(), ElementsAre(EndsWith("PRIVMSG carol :psst")));
    EXPECT_THAT(bench.take_writes(), IsEmpty());
}

TEST_F(PrivateHistory, with_nobody_is_an_empty_page) {
    const auto empty = ElementsAre(HasSubstr("BATCH +"), HasSubstr("BATCH -"));
    EXPECT_THAT(alice.ask("CHATHISTORY LATEST bob * 10"), empty);
    EXPECT_THAT(alice.ask("CHATHISTORY LATEST nobody * 10"), empty);
}

TEST_F(PrivateHistory, belongs_to_the_account_whatever_its_nick_is) {
    bob.send("PRIVMSG alice :to alice");
    alice.send("NICK liz");
    bob.send("PRIVMSG liz :to liz");
    bob.send("PRIVMSG alice :by the account's name");
    EXPECT_THAT(page(alice, "LATEST bob * 10"),
                ElementsAre("to alice", "to liz", "by the account's name"));
}

TEST_F(PrivateHistory, another_guest_of_that_nick_reads_nothing) {
    bob.send("PRIVMSG alice :my secret");
    bob.send("QUIT");
    BenchClient& eve = bench.connect("bob", caps, over_tls("192.0.2.66"));
    eve.send("REGISTER eve * secret-word");
    EXPECT_THAT(page(eve, "LATEST alice * 10"), IsEmpty());
    EXPECT_THAT(eve.ask("CHATHISTORY TARGETS timestamp=2000-01-01T00:00:00.000Z "
                        "timestamp=2100-01-01T00:00:00.000Z 10"),
                Not(Contains(HasSubstr("alice"))));
}

TEST_F(PrivateHistory, is_among_the_targets) {
    bob.send("PRIVMSG alice :hello");
    EXPECT_THAT(alice.ask("CHATHISTORY TARGETS timestamp=2000-01-01T00:00:00.000Z "
                          "timestamp=2100-01-01T00:00:00.000Z 10"),
                Contains(HasSubstr("CHATHISTORY TARGETS bob 2024-01-01T00:00:00.000Z")));
}

TEST_F(PrivateHistory, nothing_is_said_that_cannot_be_stored) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(bob.ask("PRIVMSG alice :lost"),
                ElementsAre(HasSubstr("FAIL PRIVMSG STORE_UNAVAILABLE alice")));
    EXPECT_THAT(alice.take(), IsEmpty());
}

/// What happened in a room that stays, for those who asked for events.
TEST(EventHistory, tells_who_came_and_went_and_what_changed) {
    EngineBench bench;
    BenchClient& ann = bench.connect(
        "ann", "batch draft/chathistory draft/event-playback message-tags", over_tls());
    ann.send("REGISTER * * secret-word");
    ann.send("JOIN #a");
    BenchClient& bob = bench.connect("bob");
    bob.send("JOIN #a");
    bob.send("PRIVMSG #a :hello");
    bob.send("NICK rob");
    ann.send("TOPIC #a :tea");
    ann.send("MODE #a +vl rob 9");
    ann.send("KICK #a rob :bye");
    bob.send("JOIN #a");
    bob.send("PART #a :see you");
    bob.send("JOIN #a");
    bob.send("QUIT :gone");
    std::vector<std::string> lines;
    for (const std::string& line : ann.ask("CHATHISTORY LATEST #a * 50")) {
        const std::size_t source = line.find(" :");
        if (line.starts_with("@batch=")) lines.push_back(line.substr(source + 2));
    }
    EXPECT_THAT(
        lines,
        ElementsAre("ann!~user@192.0.2.1 JOIN #a", "bob!~user@192.0.2.1 JOIN #a",
                    "bob!~user@192.0.2.1 PRIVMSG #a :hello", "bob!~user@192.0.2.1 NICK rob",
                    "ann!~user@192.0.2.1 TOPIC #a :tea", "ann!~user@192.0.2.1 MODE #a +vl rob 9",
                    "ann!~user@192.0.2.1 KICK #a rob :bye", "rob!~user@192.0.2.1 JOIN #a",
                    "rob!~user@192.0.2.1 PART #a :see you", "rob!~user@192.0.2.1 JOIN #a",
                    "rob!~user@192.0.2.1 QUIT :Quit: gone"));
}

/// Guests' rooms have it for as long as they last.
TEST(EventHistory, is_kept_in_rooms_that_end_with_their_people) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann", "batch draft/chathistory draft/event-playback");
    ann.send("JOIN #a");
    ann.send("TOPIC #a :tea");
    std::vector<std::string> lines;
    for (const std::string& line : ann.ask("CHATHISTORY LATEST #a * 50")) {
        if (line.starts_with("@batch=")) lines.push_back(line.substr(line.find(" :") + 2));
    }
    EXPECT_THAT(lines,
                ElementsAre("ann!~user@192.0.2.1 JOIN #a", "ann!~user@192.0.2.1 TOPIC #a :tea"));
}

TEST(EventHistory, is_not_kept_of_what_ends_the_room) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann");
    for (const char* last : {"PART #a", "QUIT"}) {
        ann.send("JOIN #a");
        (void)bench.take_writes();
        ann.send(last);
        const std::vector<Write> writes = bench.take_writes();
        ASSERT_EQ(writes.size(), 1U) << last;
        EXPECT_TRUE(std::holds_alternative<RemoveRoom>(writes[0])) << last;
    }
}

TEST(EventHistory, reactions_are_kept_and_typing_is_not) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann", "message-tags");
    ann.send("JOIN #a");
    (void)bench.take_writes();
    ann.send("@+typing=active TAGMSG #a");
    EXPECT_THAT(bench.take_writes(), IsEmpty());
    ann.send("@+reply=x;+draft/react=:) TAGMSG #a");
    const std::vector<Write> writes = bench.take_writes();
    ASSERT_EQ(writes.size(), 1U);
    EXPECT_EQ(std::get<AppendMessage>(writes[0]).message.client_tags, "+reply=x;+draft/react=:)");
}

}  // namespace
}  // namespace brusio
