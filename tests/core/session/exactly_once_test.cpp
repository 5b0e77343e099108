#include "core/session/exactly_once.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

constexpr const char* once_caps =
    "brusio/exactly-once labeled-response batch message-tags echo-message server-time "
    "draft/chathistory standard-replies";

class ExactlyOnce : public testing::Test {
 protected:
    ExactlyOnce() {
        alice.send("REGISTER * * secret-word");
        alice.send("JOIN #a");
        bob.send("JOIN #a");
        bench.forget_all();
    }
    static std::string without_label(const std::string& line) {
        return line.substr(line.find(';'));
    }
    std::vector<std::string> said_in_room(BenchClient& reader) {
        std::vector<std::string> texts;
        for (const std::string& line : reader.ask("CHATHISTORY LATEST #a * 100")) {
            const std::size_t at = line.find(" PRIVMSG #a :");
            if (at != std::string::npos) texts.push_back(line.substr(at + 13));
        }
        return texts;
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice", once_caps, over_tls());
    BenchClient& bob = bench.connect("bob", "draft/chathistory batch");
};

TEST_F(ExactlyOnce, what_is_sent_again_gets_the_first_echo_and_goes_nowhere) {
    const auto first = alice.ask("@label=1;brusio/cid=phone-1 PRIVMSG #a :hello");
    ASSERT_THAT(first, ElementsAre(EndsWith("PRIVMSG #a :hello")));
    EXPECT_THAT(bob.take(), ElementsAre(EndsWith("PRIVMSG #a :hello")));
    bench.advance(10s);
    const auto again = alice.ask("@label=2;brusio/cid=phone-1 PRIVMSG #a :hello");
    ASSERT_THAT(again, ElementsAre(StartsWith("@label=2;")));
    EXPECT_EQ(without_label(again[0]), without_label(first[0]));  // msgid and time as well
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_THAT(said_in_room(bob), ElementsAre("hello"));
}

TEST_F(ExactlyOnce, also_over_the_end_of_the_server) {
    const auto first = alice.ask("@label=1;brusio/cid=phone-1 PRIVMSG #a :hello");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("alice", once_caps);
    const auto echo = again.ask("@label=1;brusio/cid=phone-1 PRIVMSG #a :hello");
    EXPECT_EQ(echo, first);
    const auto next = again.ask("@label=2;brusio/cid=phone-2 PRIVMSG #a :next");
    ASSERT_THAT(next, ElementsAre(EndsWith("PRIVMSG #a :next")));
    EXPECT_THAT(said_in_room(again), ElementsAre("hello", "next"));
}

TEST_F(ExactlyOnce, what_was_refused_may_be_sent_again) {
    alice.send("@label=1;brusio/cid=phone-5 PRIVMSG #a :five");
    EXPECT_THAT(alice.ask("@label=2;brusio/cid=phone-6 PRIVMSG #nowhere :six"),
                ElementsAre(HasSubstr(" 403 ")));
    EXPECT_THAT(alice.ask("@label=3;brusio/cid=phone-6 PRIVMSG #a :six"),
                ElementsAre(EndsWith("PRIVMSG #a :six")));
    EXPECT_THAT(alice.ask("@label=4;brusio/cid=phone-4 PRIVMSG #a :late four"),
                ElementsAre(EndsWith("PRIVMSG #a :late four")));
    EXPECT_THAT(alice.ask("@label=5;brusio/cid=phone-4 PRIVMSG #a :late four"),
                ElementsAre(StartsWith("@label=5;")));
    EXPECT_THAT(said_in_room(bob), ElementsAre("five", "six", "late four"));
}

TEST_F(ExactlyOnce, an_id_of_another_message_is_refused_and_nothing_is_said) {
    alice.send("@label=1;brusio/cid=bot-1 PRIVMSG #a :hello");
    alice.send("@label=2;brusio/cid=bot-2 PRIVMSG bob :psst");
    bench.forget_all();
    for (const char* line :
         {"brusio/cid=bot-1 PRIVMSG #a :something else", "brusio/cid=bot-1 PRIVMSG bob :hello",
          "brusio/cid=bot-1 PRIVMSG @#a :hello", "brusio/cid=bot-2 PRIVMSG alice :psst"}) {
        EXPECT_THAT(
            alice.ask("@label=3;" + std::string{line}),
            ElementsAre(AllOf(StartsWith("@label=3"), HasSubstr("FAIL PRIVMSG CID_TAKEN bot-"))))
            << line;
    }
    alice.send("@label=3;brusio/cid=bot-3;+draft/react=a TAGMSG #a");
    EXPECT_THAT(alice.ask("@label=3;brusio/cid=bot-3;+draft/react=a TAGMSG #a"),
                ElementsAre(EndsWith(" TAGMSG #a")));
    EXPECT_THAT(alice.ask("@label=3;brusio/cid=bot-3;+draft/react=b TAGMSG #a"),
                ElementsAre(HasSubstr("FAIL TAGMSG CID_TAKEN bot-3 :")));
    EXPECT_THAT(alice.ask("@label=3;brusio/cid=bot-1 NOTICE #a :hello"),
                ElementsAre(HasSubstr("FAIL NOTICE CID_TAKEN bot-1 :")));
    EXPECT_THAT(bob.take(), IsEmpty());
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("alice", once_caps);
    EXPECT_THAT(again.ask("@label=4;brusio/cid=bot-1 PRIVMSG #a :a bot that counts from 1"),
                ElementsAre(HasSubstr("FAIL PRIVMSG CID_TAKEN bot-1 :")));
    EXPECT_THAT(again.ask("@label=5;brusio/cid=bot-4 PRIVMSG #a :a bot that counts from 1"),
                ElementsAre(EndsWith(" PRIVMSG #a :a bot that counts from 1")));
}

TEST_F(ExactlyOnce, it_is_the_same_message_whatever_its_target_is_called_now) {
    alice.send("@label=1;brusio/cid=phone-1 PRIVMSG bob :psst");
    BenchClient& carol = bench.connect("carol", once_caps, over_tls());
    carol.send("REGISTER * * secret-word");
    carol.send("JOIN #c");
    carol.send("@label=1;brusio/cid=phone-1 PRIVMSG #c :hello");
    carol.send("@label=2;brusio/cid=phone-2 PRIVMSG alice :hello");
    carol.send("RENAME #c #d");
    alice.send("NICK liz");
    bob.send("NICK rob");
    bench.forget_all();
    EXPECT_THAT(carol.ask("@label=3;brusio/cid=phone-1 PRIVMSG #d :hello"),
                ElementsAre(HasSubstr(" PRIVMSG #d :hello")));
    EXPECT_THAT(carol.ask("@label=4;brusio/cid=phone-1 PRIVMSG #C :hello"),
                ElementsAre(HasSubstr(" PRIVMSG #d :hello")));
    EXPECT_THAT(carol.ask("@label=5;brusio/cid=phone-2 PRIVMSG liz :hello"),
                ElementsAre(HasSubstr(" PRIVMSG ")));
    EXPECT_THAT(alice.ask("@label=6;brusio/cid=phone-1 PRIVMSG bob :psst"),
                ElementsAre(HasSubstr(" PRIVMSG bob :psst")));
    EXPECT_THAT(bob.take(), IsEmpty());
}

TEST_F(ExactlyOnce, what_was_taken_back_is_no_other_message) {
    const auto first = alice.ask("@label=1;brusio/cid=phone-1 PRIVMSG #a :hello");
    const std::string& line = first.at(0);
    const std::size_t at = line.find("msgid=") + 6;
    alice.send("REDACT #a " + line.substr(at, line.find_first_of("; ", at) - at));
    bench.forget_all();
    EXPECT_THAT(alice.ask("@label=2;brusio/cid=phone-1 PRIVMSG #a :hello"),
                Not(Contains(HasSubstr("CID_TAKEN"))));
    EXPECT_THAT(bob.take(), IsEmpty());
}

TEST_F(ExactlyOnce, lines_behind_it_wait_and_stay_in_order) {
    alice.send_bytes(
        "@label=1;brusio/cid=phone-1 PRIVMSG #a :one\r\n"
        "@label=2;brusio/cid=phone-2 PRIVMSG #a :two\r\n"
        "@label=3;brusio/cid=phone-1 PRIVMSG #a :one\r\n"
        "@label=4 PING x\r\n");
    const auto lines = alice.take();
    EXPECT_THAT(lines, ElementsAre(StartsWith("@label=1;"), StartsWith("@label=2;"),
                                   StartsWith("@label=3;"), StartsWith("@label=4;")));
    EXPECT_THAT(said_in_room(bob), ElementsAre("one", "two"));
}

TEST_F(ExactlyOnce, in_private_and_to_oneself) {
    alice.send("@label=1;brusio/cid=phone-1 PRIVMSG bob :psst");
    alice.send("@label=2;brusio/cid=phone-1 PRIVMSG bob :psst");
    EXPECT_THAT(bob.take(), ElementsAre(EndsWith("PRIVMSG bob :psst")));
    alice.send("@label=3;brusio/cid=phone-2 PRIVMSG alice :note");
    alice.send("@label=4;brusio/cid=phone-2 PRIVMSG alice :note");
    (void)alice.take();
    EXPECT_THAT(
        alice.ask("CHATHISTORY LATEST alice * 10"),
        ElementsAre(HasSubstr("BATCH +"), EndsWith("PRIVMSG alice :note"), HasSubstr("BATCH -")));
}

TEST_F(ExactlyOnce, devices_of_an_account_count_each_for_itself) {
    alice.send("@label=1;brusio/cid=phone-1 PRIVMSG #a :from the phone");
    BenchClient& desk = bench.log_in("alice", once_caps);
    desk.send("@label=1;brusio/cid=desk-1 PRIVMSG #a :from the desk");
    EXPECT_THAT(said_in_room(bob), ElementsAre("from the phone", "from the desk"));
}

TEST_F(ExactlyOnce, an_id_that_is_none_is_refused) {
    EXPECT_THAT(alice.ask("@label=1;brusio/cid=phone PRIVMSG #a :x"),
                ElementsAre(HasSubstr("FAIL PRIVMSG INVALID_CID")));
    EXPECT_THAT(alice.ask("@label=1;brusio/cid=phone-1 PRIVMSG #a,bob :x"),
                ElementsAre(HasSubstr("FAIL PRIVMSG INVALID_CID")));
    EXPECT_THAT(bob.take(), IsEmpty());
}

TEST_F(ExactlyOnce, means_nothing_to_guests_and_to_those_who_did_not_ask) {
    BenchClient& guest = bench.connect("carol", "brusio/exactly-once message-tags");
    guest.send("@brusio/cid=x PRIVMSG bob :one");
    BenchClient& plain = bench.connect("dora");
    plain.send("@brusio/cid=x PRIVMSG bob :two");
    EXPECT_THAT(bob.take(),
                ElementsAre(EndsWith("PRIVMSG bob :one"), EndsWith("PRIVMSG bob :two")));
}

TEST_F(ExactlyOnce, a_removed_accounts_ids_are_gone) {
    alice.send("@label=1;brusio/cid=phone-1 PRIVMSG #a :hello");
    alice.send("ACCOUNT DELETE secret-word");
    alice.send("REGISTER * * secret-word");
    (void)alice.take();
    EXPECT_THAT(alice.ask("@label=1;brusio/cid=phone-1 PRIVMSG #a :hello"),
                ElementsAre(EndsWith("PRIVMSG #a :hello")));
    EXPECT_THAT(said_in_room(bob), ElementsAre("hello", "hello"));
}

/// The value of `brusio/seq`; empty if there is none.
std::string place_in(const std::string& line) {
    const std::size_t at = line.find("brusio/seq=");
    if (at == std::string::npos) return {};
    return line.substr(at + 11, line.find_first_of("; ", at) - at - 11);
}

TEST_F(ExactlyOnce, every_entry_says_where_it_is_in_its_log) {
    std::vector<std::string> live;
    for (const char* line : {"PRIVMSG #a :one", "TOPIC #a :two", "PRIVMSG #a :three"}) {
        live.push_back(place_in(alice.ask(line).at(0)));
    }
    const std::string log = live[0].substr(0, live[0].find('.'));
    const int first = std::stoi(live[0].substr(log.size() + 1));
    EXPECT_EQ(live[1], log + "." + std::to_string(first + 1));
    EXPECT_EQ(live[2], log + "." + std::to_string(first + 2));
    std::vector<std::string> later;
    for (const std::string& line : alice.ask("CHATHISTORY LATEST #a * 100")) {
        if (line.find(" PRIVMSG ") != line.npos) later.push_back(place_in(line));
    }
    EXPECT_THAT(later, ElementsAre(live[0], live[2]));
    for (const std::string& line : bob.take()) EXPECT_EQ(place_in(line), "");
}

TEST_F(ExactlyOnce, a_room_made_anew_has_another_log) {
    bob.send("JOIN #b");
    const auto say_in_b = [&] { return place_in(alice.ask("PRIVMSG #b :x").at(0)); };
    alice.send("JOIN #b");
    const std::string before = say_in_b();
    alice.send("PART #b");
    bob.send("PART #b");
    alice.send("JOIN #b");
    const std::string after = say_in_b();
    EXPECT_NE(before.substr(0, before.find('.')), after.substr(0, after.find('.')));
}

}  // namespace
}  // namespace brusio
