#include "core/session/missed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

session::ServerConfig config_with(std::uint32_t messages_max, std::size_t conversations_max) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.missed_messages_max = messages_max;
    config.limits.missed_conversations_max = conversations_max;
    return config;
}

/// ann has an account, is in #a with bob, and has gone. What bob says from then on she misses.
class MissedTest : public testing::Test {
 protected:
    explicit MissedTest(session::ServerConfig config = config_with(3, 50))
        : bench(std::move(config)) {
        BenchClient& ann = bench.connect("ann", {}, over_tls());
        ann.send("REGISTER * * secret-word");
        bob.send("REGISTER * * secret-word");
        bob.send("JOIN #a");
        ann.send("JOIN #a");
        bob.send("PRIVMSG #a :she reads this");
        bob.send("PRIVMSG ann :and that");
        bench.advance(1min);
        ann.hang_up();
        bench.advance(1min);
        bench.forget_all();
    }
    /// Sends what a client sends that logs in to the account as it registers.
    static BenchClient& enter(EngineBench& where, const std::string& caps = {},
                              const std::string& account = "ann") {
        BenchClient& client = where.open(over_tls());
        if (!caps.empty()) client.send("CAP REQ :" + caps);
        client.send("PASS " + account + ":secret-word");
        client.send("NICK somebody");
        client.send("USER user 0 * :Real");
        if (!caps.empty()) client.send("CAP END");
        return client;
    }
    /// What is said to it, without the source; of tags the time alone.
    std::vector<std::string> come_back(const std::string& caps = {}) {
        return said_to(enter(bench, caps));
    }
    static std::vector<std::string> said_to(BenchClient& client) {
        std::vector<std::string> said;
        for (const std::string& line : client.take()) {
            const bool is_said =
                line.find(" PRIVMSG ") != line.npos || line.find(" NOTICE ") != line.npos;
            if (!is_said) continue;
            const std::size_t time = line.find("time=");
            const std::size_t tags_end = line.starts_with('@') ? line.find(' ') : 0;
            std::string words = line.substr(line.find(' ', tags_end + 1) + 1);
            if (time < tags_end) words = line.substr(time + 5, 24) + " " + words;
            said.push_back(std::move(words));
        }
        return said;
    }

    EngineBench bench;
    BenchClient& bob = bench.connect("bob", {}, over_tls("192.0.2.2"));
};

TEST_F(MissedTest, is_shown_once_with_its_time) {
    bob.send("PRIVMSG ann :to you");
    bob.send("NOTICE #a :to all");
    EXPECT_THAT(come_back(), ElementsAre("PRIVMSG ann :[2024-01-01 00:02:00] to you",
                                         "NOTICE #a :[2024-01-01 00:02:00] to all"));
    EXPECT_THAT(come_back(), IsEmpty()) << "one of her sessions is there";
}

TEST_F(MissedTest, is_shown_behind_the_room_it_was_said_in) {
    bob.send("PRIVMSG #a :to all");
    const auto lines = enter(bench).take();
    const auto place = [&](const std::string& words) {
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
            return line.find(words) != line.npos;
        });
        return found - lines.begin();
    };
    EXPECT_LT(place("JOIN #a"), place("to all"));
    EXPECT_EQ(place("to all"), static_cast<std::ptrdiff_t>(lines.size()) - 1);
}

TEST_F(MissedTest, has_its_time_in_the_tag_for_those_who_read_it) {
    bob.send("PRIVMSG ann :to you");
    EXPECT_THAT(come_back("server-time"),
                ElementsAre("2024-01-01T00:02:00.000Z PRIVMSG ann :to you"));
}

TEST_F(MissedTest, is_a_batch_of_each_conversation_for_those_who_read_batches) {
    bob.send("PRIVMSG ann :to you");
    bob.send("PRIVMSG #a :to all");
    std::vector<std::string> batches;
    for (const std::string& line : enter(bench, "batch server-time").take()) {
        if (line.find("BATCH") != line.npos || line.starts_with("@batch=")) {
            batches.push_back(line.substr(line.find(" :") + 2));
        }
    }
    EXPECT_THAT(batches,
                ElementsAre(AllOf(StartsWith("irc.example BATCH +"), EndsWith("chathistory bob")),
                            EndsWith("to you"), StartsWith("irc.example BATCH -"),
                            EndsWith("chathistory #a"), EndsWith("to all"),
                            StartsWith("irc.example BATCH -")));
}

TEST_F(MissedTest, is_over_when_she_has_been_back) {
    bob.send("PRIVMSG ann :to you");
    bench.advance(1ms);
    enter(bench, "server-time").hang_up();
    bench.advance(1s);
    EXPECT_THAT(come_back(), IsEmpty());
}

TEST_F(MissedTest, is_every_time_what_came_since) {
    for (const std::string text : {"one", "two", "three"}) {
        bob.send("PRIVMSG ann :" + text);
        bench.advance(1ms);
        BenchClient& client = enter(bench, "server-time");
        EXPECT_THAT(said_to(client), ElementsAre(EndsWith(":" + text)));
        client.hang_up();
        bench.advance(2s);
    }
}

TEST_F(MissedTest, is_nothing_while_another_device_is_there) {
    BenchClient& other = enter(bench, "draft/chathistory");
    bob.send("PRIVMSG ann :to you");
    EXPECT_THAT(come_back(), IsEmpty());
    other.hang_up();
}

TEST_F(MissedTest, is_for_clients_that_cannot_ask) {
    bob.send("PRIVMSG ann :to you");
    EXPECT_THAT(come_back("draft/chathistory server-time batch"), IsEmpty());
}

TEST_F(MissedTest, is_nothing_for_bots) {
    BenchClient& bot = bench.connect("bot", {}, over_tls("192.0.2.3"));
    bot.send("REGISTER * * secret-word");
    bot.send("JOIN #a");
    bot.send("MODE bot +B");
    bot.hang_up();
    bench.advance(1min);
    bob.send("PRIVMSG #a :!op bob");
    EXPECT_THAT(said_to(enter(bench, {}, "bot")), IsEmpty());
}

TEST_F(MissedTest, is_the_newest_of_each_conversation_and_it_is_said_that_there_is_more) {
    for (int i = 0; i < 5; ++i) {
        bob.send("PRIVMSG #a :room" + std::to_string(i));
        if (i < 3) bob.send("PRIVMSG ann :private" + std::to_string(i));
    }
    EXPECT_THAT(come_back("server-time"),
                ElementsAre(HasSubstr(":private0"), HasSubstr(":private1"), HasSubstr(":private2"),
                            HasSubstr("NOTICE ann :More was said in #a"), HasSubstr(":room2"),
                            HasSubstr(":room3"), HasSubstr(":room4")));
}

TEST_F(MissedTest, keeps_an_action_one_and_questions_of_programs_away) {
    bob.send(
        "PRIVMSG ann :\x01"
        "ACTION waves\x01");
    bob.send("PRIVMSG ann :\x01VERSION\x01");
    EXPECT_THAT(come_back(), ElementsAre("PRIVMSG ann :\x01"
                                         "ACTION [2024-01-01 00:02:00] waves\x01"));
}

TEST_F(MissedTest, loses_nothing_of_a_long_line_to_its_time) {
    const std::string text(455, 'x');
    bob.send("PRIVMSG ann :" + text);
    std::string read;
    for (const std::string& line : come_back()) read += line.substr(line.find(" :") + 2);
    EXPECT_EQ(read, "[2024-01-01 00:02:00]" + text);
}

TEST_F(MissedTest, is_not_what_is_for_others) {
    bob.send("JOIN #b");
    bob.send("PRIVMSG #b :elsewhere");
    bob.send("PRIVMSG @#a :for operators");
    bob.send("PRIVMSG #a :for all");
    EXPECT_THAT(come_back(), ElementsAre(EndsWith("for all")));
}

TEST_F(MissedTest, is_nothing_of_a_room_that_she_is_banned_from) {
    bob.send("PRIVMSG #a :before");
    bob.send("MODE #a +b ~a:ann");
    EXPECT_THAT(come_back(), Not(Contains(HasSubstr("before"))));
}

TEST_F(MissedTest, is_not_what_was_taken_back) {
    BenchClient& carol = bench.connect("carol", "draft/message-redaction message-tags echo-message",
                                       over_tls("192.0.2.3"));
    carol.send("REGISTER * * secret-word");
    const auto echo = carol.ask("PRIVMSG ann :oh no");
    ASSERT_FALSE(echo.empty());
    const std::size_t id = echo.front().find("msgid=") + 6;
    carol.send("REDACT ann " + echo.front().substr(id, echo.front().find_first_of("; ", id) - id));
    carol.send("PRIVMSG ann :better");
    EXPECT_THAT(come_back(), ElementsAre(EndsWith("better")));
}

TEST_F(MissedTest, is_nothing_of_those_whom_she_silenced) {
    BenchClient& first = enter(bench);
    first.send("SILENCE +bob!*@*");
    first.hang_up();
    bench.advance(1s);
    bob.send("PRIVMSG ann :let me in");
    EXPECT_THAT(come_back(), IsEmpty());
}

TEST_F(MissedTest, is_nothing_of_guests_if_she_wants_none) {
    BenchClient& first = enter(bench);
    first.send("MODE ann +R");
    first.hang_up();
    bench.advance(1s);
    BenchClient& guest = bench.connect("guest");
    guest.send("PRIVMSG ann :buy this");
    EXPECT_THAT(come_back(), IsEmpty());
}

TEST_F(MissedTest, is_shown_after_a_start_of_the_server_too) {
    bob.send("PRIVMSG ann :before the end");
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(said_to(enter(after)), ElementsAre(HasSubstr("before the end")));
    EXPECT_THAT(said_to(enter(after)), IsEmpty());
}

TEST_F(MissedTest, begins_with_the_start_for_those_who_were_here_when_the_server_was_killed) {
    enter(bench).send("PRIVMSG #a :I am here");
    bob.send("PRIVMSG ann :she reads it");
    bench.advance(1s);
    EngineBench after{EngineBench::After{bench}};
    after.advance(1s);
    enter(after, {}, "bob").send("PRIVMSG ann :are you there?");
    EXPECT_THAT(said_to(enter(after)), ElementsAre(HasSubstr("are you there?")));
}

TEST_F(MissedTest, comes_before_what_the_client_says_next) {
    bob.send("PRIVMSG ann :to you");
    bob.send("PRIVMSG #a :to all");
    BenchClient& client = bench.open(over_tls());
    client.send_bytes("PASS ann:secret-word\r\nNICK ann\r\nUSER u 0 * :r\r\nPING next\r\n");
    const auto lines = client.take();
    ASSERT_GE(lines.size(), 3U);
    EXPECT_THAT(lines[lines.size() - 3], HasSubstr("to you"));
    EXPECT_THAT(lines[lines.size() - 2], HasSubstr("to all"));
    EXPECT_THAT(lines.back(), HasSubstr("PONG"));
}

TEST_F(MissedTest, is_shown_to_a_guest_who_logs_in_but_for_what_it_has_read) {
    bob.send("PRIVMSG ann :to you");
    bob.send("PRIVMSG #a :before the guest came");
    BenchClient& guest = bench.connect("guest", "sasl", over_tls());
    guest.send("JOIN #a");
    bob.send("PRIVMSG #a :the guest reads this");
    (void)guest.take();
    guest.send("AUTHENTICATE PLAIN");
    guest.send("AUTHENTICATE AGFubgBzZWNyZXQtd29yZA==");  // \0ann\0secret-word
    EXPECT_THAT(said_to(guest), ElementsAre(AllOf(HasSubstr("PRIVMSG guest "), EndsWith("to you")),
                                            EndsWith("before the guest came")));
}

TEST_F(MissedTest, ends_when_the_client_goes_in_the_middle_of_it) {
    bob.send("PRIVMSG ann :to you");
    BenchClient& client = bench.open(over_tls());
    client.send_bytes(
        "PASS ann:secret-word\r\nNICK ann\r\nUSER u 0 * :r\r\nQUIT\r\nPRIVMSG bob :hi\r\n");
    EXPECT_TRUE(client.closed());
    EXPECT_THAT(bob.take(), Not(Contains(HasSubstr("hi"))));
}

class NothingMissed : public MissedTest {
 protected:
    NothingMissed() : MissedTest(config_with(0, 50)) {}
};

TEST_F(NothingMissed, is_shown_where_the_configuration_says_so) {
    bob.send("PRIVMSG ann :to you");
    EXPECT_THAT(come_back(), IsEmpty());
}

class FewMissed : public MissedTest {
 protected:
    FewMissed() : MissedTest(config_with(3, 1)) {}
};

TEST_F(FewMissed, are_the_private_ones_and_it_is_said_that_there_are_more) {
    bob.send("PRIVMSG ann :to you");
    bob.send("PRIVMSG #a :to all");
    EXPECT_THAT(come_back(), ElementsAre(EndsWith("to you"), HasSubstr("in 1 more conversation")));
}

class MuchMissed : public MissedTest {
 protected:
    MuchMissed() : MissedTest(config_with(1'000, 50)) {}
    /// 900 messages in the room, more than a send queue holds.
    void say_much() {
        const std::string filler(380, 'x');
        for (int i = 0; i < 900; ++i) {
            bob.send("PRIVMSG #a :" + std::to_string(i) + " " + filler);
            bench.advance(1ms);
        }
    }
};

TEST_F(MuchMissed, arrives_whole_as_its_reader_takes_it) {
    say_much();
    BenchClient& slow = bench.open(over_tls());
    slow.set_reading(false);
    slow.send_bytes("PASS ann:secret-word\r\nNICK ann\r\nUSER u 0 * :r\r\nPING next\r\n");
    EXPECT_LT(slow.queue_bytes_peak(), 200'000U);
    slow.set_reading(true);
    const auto lines = slow.take();
    const auto said = std::count_if(lines.begin(), lines.end(), [](const std::string& line) {
        return line.find(" PRIVMSG #a ") != line.npos;
    });
    EXPECT_EQ(said, 900);
    EXPECT_THAT(lines.back(), HasSubstr("PONG"));
}

TEST_F(MuchMissed, is_told_again_if_the_link_drops_before_the_end) {
    bob.send("MODE #a +v ann");
    bob.send("MODE #a -v ann");
    bob.send("PRIVMSG ann :a word for you");
    say_much();
    BenchClient& slow = bench.open(over_tls());
    slow.set_reading(false);
    slow.send_bytes("PASS ann:secret-word\r\nNICK ann\r\nUSER u 0 * :r\r\n");
    slow.hang_up();
    bench.advance(1min);
    bob.send("PRIVMSG ann :and one more");
    const std::vector<std::string> told = come_back();
    EXPECT_THAT(told, Contains(HasSubstr("While you were away")));
    EXPECT_THAT(told, Contains(HasSubstr("a word for you")));
    EXPECT_THAT(told, Contains(HasSubstr(" 899 ")));
    EXPECT_THAT(told, Contains(HasSubstr("and one more")));
    EXPECT_THAT(come_back(), IsEmpty());
}

}  // namespace
}  // namespace brusio
