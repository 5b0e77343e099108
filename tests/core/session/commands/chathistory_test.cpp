#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::SizeIs;
using testing_support::BenchClient;
using testing_support::EngineBench;

constexpr const char* history_caps = "batch draft/chathistory message-tags server-time";

class ChatHistory : public testing::Test {
 protected:
    void SetUp() override {
        alice.send("JOIN #a");
        bob.send("JOIN #a");
        bench.forget_all();
    }
    /// alice says `count` numbered things, one a second.
    void say(int count) {
        for (int i = 1; i <= count; ++i) {
            alice.send("PRIVMSG #a :" + std::to_string(i));
            bench.advance(1s);
        }
        bench.forget_all();
    }
    /// The texts of the messages in bob's answer.
    std::vector<std::string> texts(const std::string& command) {
        std::vector<std::string> found;
        for (const std::string& line : bob.ask("CHATHISTORY " + command)) {
            const std::size_t at = line.find(" PRIVMSG #a :");
            if (at != std::string::npos) found.push_back(line.substr(at + 13));
        }
        return found;
    }
    /// The msgid of the message with that text.
    std::string id_of(const std::string& text) {
        for (const std::string& line : bob.ask("CHATHISTORY LATEST #a * 100")) {
            if (!line.ends_with(":" + text)) continue;
            const std::size_t begin = line.find("msgid=") + 6;
            return "msgid=" + line.substr(begin, line.find_first_of("; ", begin) - begin);
        }
        return {};
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob", history_caps);
};

TEST_F(ChatHistory, the_last_page_says_that_it_is) {
    say(3);
    const auto is_last = [&](const std::string& command) {
        const auto lines = bob.ask("CHATHISTORY " + command);
        EXPECT_FALSE(lines.empty()) << command;
        return !lines.empty() && lines.front().find("draft/chathistory-end") != std::string::npos &&
               lines.front().find(" BATCH +") != std::string::npos;
    };
    EXPECT_FALSE(is_last("LATEST #a * 2"));
    EXPECT_TRUE(is_last("LATEST #a * 4"));
    EXPECT_FALSE(is_last("BEFORE #a " + id_of("3") + " 1"));
    EXPECT_TRUE(is_last("BEFORE #a " + id_of("2") + " 2"));
    EXPECT_TRUE(is_last("AFTER #a " + id_of("3") + " 2")) << "nothing";
    EXPECT_TRUE(is_last("BETWEEN #a " + id_of("1") + " " + id_of("3") + " 9"));
    EXPECT_FALSE(is_last("AROUND #a " + id_of("2") + " 9")) << "of which end?";
    EXPECT_FALSE(
        is_last("TARGETS timestamp=2000-01-01T00:00:00.000Z timestamp=2100-01-01T00:00:00.000Z 1"));
    EXPECT_TRUE(
        is_last("TARGETS timestamp=2000-01-01T00:00:00.000Z timestamp=2100-01-01T00:00:00.000Z 9"));
}

TEST_F(ChatHistory, the_end_is_for_those_who_read_tags) {
    BenchClient& carol = bench.connect("carol", "batch draft/chathistory");
    carol.send("JOIN #a");
    EXPECT_THAT(carol.ask("CHATHISTORY LATEST #a * 9").front(), HasSubstr(":irc.example BATCH +"));
}

TEST_F(ChatHistory, a_page_is_a_batch_with_times_and_ids_as_they_were) {
    alice.send("PRIVMSG #a :hello");
    const std::string live = bob.take().at(0);
    bench.advance(90s);
    const auto page = bob.ask("CHATHISTORY LATEST #a * 10");
    ASSERT_THAT(page, SizeIs(3));
    EXPECT_THAT(page[0], HasSubstr(":irc.example BATCH +"));
    EXPECT_THAT(page[0], EndsWith(" chathistory #a"));
    const std::string tags = live.substr(1, live.find(' ') - 1);
    EXPECT_THAT(page[1], HasSubstr(tags)) << "the very tags it had when it was said";
    EXPECT_THAT(page[1], EndsWith(live.substr(live.find(' '))));
    EXPECT_THAT(page[2], HasSubstr("BATCH -"));
}

TEST_F(ChatHistory, each_subcommand_counts_from_its_own_end) {
    say(5);
    const std::string third = id_of("3");
    EXPECT_THAT(texts("LATEST #a * 2"), ElementsAre("4", "5"));
    EXPECT_THAT(texts("LATEST #a " + third + " 10"), ElementsAre("4", "5"));
    EXPECT_THAT(texts("BEFORE #a " + third + " 10"), ElementsAre("1", "2"));
    EXPECT_THAT(texts("BEFORE #a " + third + " 1"), ElementsAre("2"));
    EXPECT_THAT(texts("AFTER #a " + third + " 1"), ElementsAre("4"));
    EXPECT_THAT(texts("AROUND #a " + third + " 3"), ElementsAre("2", "3", "4"));
    EXPECT_THAT(texts("BETWEEN #a " + id_of("1") + " " + id_of("5") + " 2"), ElementsAre("2", "3"));
    EXPECT_THAT(texts("BETWEEN #a " + id_of("5") + " " + id_of("1") + " 2"), ElementsAre("3", "4"));
    EXPECT_THAT(texts("AFTER #a timestamp=2001-01-01T00:00:00.000Z 2"), ElementsAre("1", "2"));
    EXPECT_THAT(texts("latest #A * 1"), ElementsAre("5"));
}

TEST_F(ChatHistory, who_pages_by_times_misses_nothing_of_one_moment) {
    for (int i = 1; i <= 30; ++i) alice.send("PRIVMSG #a :" + std::to_string(i));
    std::vector<std::string> seen;
    std::string question = "LATEST #a * 4";
    while (true) {
        const auto lines = bob.ask("CHATHISTORY " + question);
        if (lines.size() <= 2) break;
        for (std::size_t i = lines.size() - 2; i > 0; --i) {
            seen.push_back(lines[i].substr(lines[i].rfind(':') + 1));
        }
        const std::size_t begin = lines[1].find("time=") + 5;
        question = "BEFORE #a timestamp=" +
                   lines[1].substr(begin, std::string{"2024-01-01T00:00:00.000Z"}.size()) + " 4";
    }
    ASSERT_THAT(seen, SizeIs(30));
    for (int i = 0; i < 30; ++i)
        EXPECT_EQ(seen[static_cast<std::size_t>(i)], std::to_string(30 - i));
}

TEST_F(ChatHistory, a_limit_above_the_servers_is_lowered_to_it) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.history_messages_max = 2;
    EngineBench small(config);
    BenchClient& ann = small.connect("ann", history_caps);
    ann.send("JOIN #b");
    for (const char* text : {"1", "2", "3"}) ann.send(std::string{"PRIVMSG #b "} + text);
    EXPECT_THAT(ann.ask("CHATHISTORY LATEST #b * 1000"), SizeIs(4));
    EXPECT_THAT(ann.ask("VERSION"), testing::Contains(HasSubstr(" CHATHISTORY=2 ")));
}

TEST_F(ChatHistory, an_empty_page_is_an_empty_batch) {
    EXPECT_THAT(bob.ask("CHATHISTORY LATEST #a * 10"), SizeIs(2));
}

TEST_F(ChatHistory, who_reads_no_batches_gets_the_lines_alone) {
    say(2);
    EXPECT_THAT(alice.ask("CHATHISTORY LATEST #a * 10"),
                ElementsAre(EndsWith("PRIVMSG #a :1"), EndsWith("PRIVMSG #a :2")));
}

TEST_F(ChatHistory, who_reads_no_batches_is_told_that_there_is_nothing) {
    EXPECT_THAT(alice.ask("CHATHISTORY LATEST #a * 10"),
                ElementsAre(":irc.example NOTICE alice :CHATHISTORY: there is nothing"));
    const std::string times =
        "timestamp=2001-01-01T00:00:00.000Z timestamp=2002-01-01T00:00:00.000Z";
    EXPECT_THAT(alice.ask("CHATHISTORY TARGETS " + times + " 10"),
                ElementsAre(":irc.example NOTICE alice :CHATHISTORY: there is nothing"));
    BenchClient& carol = bench.connect("carol", "standard-replies");
    carol.send("JOIN #a");
    EXPECT_THAT(carol.ask("CHATHISTORY LATEST #a * 10"),
                ElementsAre(HasSubstr(" NOTE CHATHISTORY NOTHING_FOUND #a :")));
}

TEST_F(ChatHistory, a_label_is_on_the_batch_itself) {
    BenchClient& carol = bench.connect("carol", "batch labeled-response draft/chathistory");
    carol.send("JOIN #a");
    carol.send("PRIVMSG #a :hi");
    EXPECT_THAT(
        carol.ask("@label=7 CHATHISTORY LATEST #a * 5"),
        ElementsAre("@label=7 :irc.example BATCH +1 chathistory #a",
                    "@batch=1 :carol!~user@192.0.2.1 PRIVMSG #a :hi", ":irc.example BATCH -1"));
    EXPECT_THAT(carol.ask("@label=8 CHATHISTORY LATEST #none * 5"),
                ElementsAre(HasSubstr("@label=8 :irc.example FAIL CHATHISTORY INVALID_TARGET ")));
}

TEST_F(ChatHistory, what_was_said_before_a_member_came_is_not_its_to_read) {
    say(1);
    BenchClient& carol = bench.connect("carol", history_caps);
    carol.send("JOIN #a");
    alice.send("PRIVMSG #a :2");
    EXPECT_THAT(carol.ask("CHATHISTORY LATEST #a * 10"),
                ElementsAre(HasSubstr("BATCH +"), EndsWith(":2"), HasSubstr("BATCH -")));
    EXPECT_THAT(carol.ask("CHATHISTORY BEFORE #a " + id_of("1") + " 10"),
                ElementsAre(HasSubstr("FAIL CHATHISTORY MESSAGE_ERROR BEFORE #a ")))
        << "the id of a hidden message is as unknown as any";
}

TEST_F(ChatHistory, a_server_may_show_new_members_everything) {
    session::ServerConfig config = EngineBench::default_config();
    config.history_for_new_members = true;
    EngineBench open(config);
    BenchClient& ann = open.connect("ann");
    BenchClient& eve = open.connect("eve", history_caps);
    ann.send("JOIN #b");
    ann.send("PRIVMSG #b :old");
    eve.send("JOIN #b");
    EXPECT_THAT(eve.ask("CHATHISTORY LATEST #b * 10"), testing::Contains(EndsWith(":old")));
}

TEST_F(ChatHistory, outsiders_the_banned_and_the_curious_are_answered_alike) {
    say(1);
    BenchClient& carol = bench.connect("carol", history_caps);
    alice.send("MODE #a +b bob");
    alice.send("JOIN #secret");
    alice.send("MODE #secret +s");
    bench.forget_all();
    for (BenchClient* asker : {&carol, &bob}) {
        for (const std::string room : {"#a", "#secret", "#none", "alice", "carol"}) {
            EXPECT_THAT(asker->ask("CHATHISTORY LATEST " + room + " * 10"),
                        ElementsAre(HasSubstr(
                            ":irc.example FAIL CHATHISTORY INVALID_TARGET LATEST " + room + " :")));
        }
    }
}

TEST_F(ChatHistory, a_message_to_a_rank_stays_with_that_rank) {
    alice.send("PRIVMSG @#a :between us");
    alice.send("PRIVMSG #a :to all");
    bench.forget_all();
    EXPECT_THAT(bob.ask("CHATHISTORY LATEST #a * 10"), SizeIs(3));
    EXPECT_THAT(alice.ask("CHATHISTORY LATEST #a * 10"),
                ElementsAre(EndsWith("PRIVMSG @#a :between us"), EndsWith("PRIVMSG #a :to all")));
}

TEST_F(ChatHistory, what_makes_no_sense_is_refused_with_its_reason) {
    const auto refusal = [&](const std::string& params) {
        const std::string line = bob.ask("CHATHISTORY " + params).at(0);
        return line.substr(line.find(' ') + 1);  // without its tags
    };
    constexpr const char* fail = ":irc.example FAIL CHATHISTORY INVALID_PARAMS ";
    EXPECT_EQ(refusal("SOON #a * 5"), std::string{fail} + "SOON :Unknown command");
    EXPECT_EQ(refusal("LATEST #a *"), std::string{fail} + "LATEST :Insufficient parameters");
    EXPECT_EQ(refusal("LATEST #a * 5 6"), std::string{fail} + "LATEST :Too many parameters");
    EXPECT_EQ(refusal("BEFORE #a timestamp=noon 5"),
              std::string{fail} + "BEFORE timestamp=noon :Invalid timestamp");
    for (const std::string params :
         {"BEFORE #a * 5", "BEFORE #a msgid= 5", "LATEST #a x 5", "LATEST #a * 0", "LATEST #a * -1",
          "LATEST #a * 5x", "LATEST #a * 99999999999", "AROUND #a 12 5",
          "TARGETS msgid=a msgid=b 5"}) {
        EXPECT_THAT(refusal(params), HasSubstr(fail)) << params;
    }
    EXPECT_EQ(refusal(""), std::string{fail} + "* :Unknown command");
}

TEST_F(ChatHistory, targets_are_the_rooms_with_news_between_two_times) {
    bob.send("JOIN #b");
    say(1);
    const auto answer = bob.ask(
        "CHATHISTORY TARGETS timestamp=2001-01-01T00:00:00.000Z "
        "timestamp=2999-01-01T00:00:00.000Z 10");
    ASSERT_THAT(answer, SizeIs(3));
    EXPECT_THAT(answer[0], EndsWith(" draft/chathistory-targets"));
    EXPECT_THAT(answer[1], HasSubstr(":irc.example CHATHISTORY TARGETS #a "));
    EXPECT_THAT(bob.ask("CHATHISTORY TARGETS timestamp=2001-01-01T00:00:00.000Z "
                        "timestamp=2002-01-01T00:00:00.000Z 10"),
                SizeIs(2));
}

TEST_F(ChatHistory, what_is_said_next_waits_for_the_page) {
    say(1);
    const auto lines = [&] {
        bob.send_bytes("CHATHISTORY LATEST #a * 5\r\nPING after\r\n");
        return bob.take();
    }();
    ASSERT_THAT(lines, SizeIs(4));
    EXPECT_THAT(lines[3], EndsWith("PONG irc.example :after"));
}

TEST_F(ChatHistory, a_reader_that_goes_away_leaves_no_question_behind) {
    say(1);
    bob.send_bytes("CHATHISTORY LATEST #a * 5\r\nQUIT\r\n");
    EXPECT_TRUE(bob.closed());
    EXPECT_THAT(alice.take(), testing::Contains(HasSubstr(" QUIT ")));
}

}  // namespace
}  // namespace brusio
