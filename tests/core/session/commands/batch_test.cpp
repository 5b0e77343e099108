#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* multiline_caps =
    "draft/multiline batch message-tags echo-message labeled-response standard-replies "
    "draft/chathistory brusio/exactly-once";

/// ann and bob know messages of several lines, carol does not, dan comes with a terminal.
class Multiline : public testing::Test {
 protected:
    Multiline() {
        ann.send("REGISTER * * secret-word");
        for (BenchClient* client : {&ann, &bob, &carol}) client->send("JOIN #lobby");
        dan.send("dan");
        bench.forget_all();
    }
    void send(const std::vector<std::string>& lines) {
        for (const std::string& line : lines) ann.send(line);
    }
    void send_poem() {
        send({"BATCH +p draft/multiline #lobby", "@batch=p PRIVMSG #lobby :roses are",
              "@batch=p;draft/multiline-concat PRIVMSG #lobby : red",
              "@batch=p PRIVMSG #lobby :", "@batch=p PRIVMSG #lobby violets", "BATCH -p"});
    }
    /// The lines without their tags.
    static std::vector<std::string> plainly(BenchClient& client) {
        std::vector<std::string> lines;
        for (std::string line : client.take()) {
            if (line.front() == '@') line.erase(0, line.find(' ') + 1);
            lines.push_back(line);
        }
        return lines;
    }
    std::vector<AppendMessage> kept() {
        std::vector<AppendMessage> found;
        for (const Write& write : bench.take_writes()) {
            if (const auto* one = std::get_if<AppendMessage>(&write)) found.push_back(*one);
        }
        return found;
    }

    EngineBench bench;
    BenchClient& ann = bench.connect("ann", multiline_caps, over_tls());
    BenchClient& bob = bench.connect("bob", "draft/multiline batch message-tags");
    BenchClient& carol = bench.connect("carol", "message-tags");
    BenchClient& dan = bench.open({.kind = LinkKind::plain});
};

TEST_F(Multiline, is_offered_with_its_limits) {
    const auto lines = bench.open().ask("CAP LS 302");
    EXPECT_THAT(lines,
                testing::Contains(HasSubstr("draft/multiline=max-bytes=4096,max-lines=100")));
}

TEST_F(Multiline, arrives_line_by_line_as_it_was_made) {
    send_poem();
    const auto lines = bob.take();
    ASSERT_THAT(lines, SizeIs(6));
    const std::string id = lines[0].substr(lines[0].find("msgid=") + 6, 21);
    EXPECT_THAT(lines[0], AllOf(StartsWith("@msgid="),
                                EndsWith(" BATCH +m" + id + " draft/multiline #lobby")));
    EXPECT_THAT(lines[1], AllOf(StartsWith("@batch=m" + id + " :ann!"),
                                EndsWith(" PRIVMSG #lobby :roses are")));
    EXPECT_THAT(lines[2], AllOf(StartsWith("@batch=m" + id + ";draft/multiline-concat :ann!"),
                                EndsWith(" PRIVMSG #lobby : red")));
    EXPECT_THAT(lines[3], EndsWith(" PRIVMSG #lobby :"));
    EXPECT_THAT(lines[4], EndsWith(" PRIVMSG #lobby :violets"));
    EXPECT_THAT(lines[5], AllOf(StartsWith(":ann!"), EndsWith(" BATCH -m" + id)));
}

// IRCv3 batch, "Nested batches": both ends of the inner one are in the outer one.
TEST_F(Multiline, ends_inside_the_batch_that_it_is_in) {
    send_poem();
    bob.send("CAP REQ :draft/chathistory labeled-response");
    for (const char* asked :
         {"CHATHISTORY LATEST #lobby * 1", "@label=x CHATHISTORY LATEST #lobby * 1"}) {
        const auto lines = bob.ask(asked);
        ASSERT_THAT(lines, SizeIs(7)) << asked;
        const std::string outer = lines[1].substr(0, lines[1].find_first_of("; "));
        EXPECT_THAT(outer, StartsWith("@batch="));
        EXPECT_THAT(lines[1], HasSubstr(" BATCH +m"));
        EXPECT_THAT(lines[5], AllOf(StartsWith(outer + " "), HasSubstr(" BATCH -m")));
    }
}

TEST_F(Multiline, ends_inside_the_batch_of_a_labelled_answer) {
    bench.connect("eve", "message-tags").send("AWAY :lunch");
    ann.send("CAP REQ :labeled-response echo-message");
    send({"@label=x BATCH +p draft/multiline eve", "@batch=p PRIVMSG eve :one",
          "@batch=p PRIVMSG eve :two"});
    const auto lines = ann.ask("BATCH -p");
    ASSERT_THAT(lines, SizeIs(7));
    EXPECT_THAT(lines[0], HasSubstr(" labeled-response"));
    const std::string outer = "@batch=" + lines[0].substr(lines[0].find('+') + 1, 1);
    EXPECT_THAT(lines[1], AllOf(StartsWith(outer), HasSubstr(" BATCH +m")));
    EXPECT_THAT(lines[2], StartsWith("@batch=m"));
    EXPECT_THAT(lines[4], AllOf(StartsWith(outer), HasSubstr(" BATCH -m")));
    EXPECT_THAT(lines[5], AllOf(StartsWith(outer), HasSubstr(" 301 ann eve ")));
}

TEST_F(Multiline, is_a_line_each_for_others_and_one_id_for_the_first) {
    send_poem();
    const auto lines = carol.take();
    ASSERT_THAT(lines, SizeIs(3));
    EXPECT_THAT(lines[0], AllOf(StartsWith("@msgid="), EndsWith(" PRIVMSG #lobby :roses are")));
    EXPECT_THAT(lines[1], AllOf(StartsWith(":ann!"), EndsWith(" PRIVMSG #lobby : red")));
    EXPECT_THAT(lines[2], EndsWith(" PRIVMSG #lobby :violets"));
    EXPECT_THAT(dan.take(), ElementsAre("ann: roses are", "ann:  red", "ann: violets"));
}

TEST_F(Multiline, is_one_entry_of_the_log) {
    (void)bench.take_writes();
    send_poem();
    const auto messages = kept();
    ASSERT_THAT(messages, SizeIs(1));
    EXPECT_EQ(messages[0].message.text, "roses are red\n\nviolets");
    EXPECT_EQ(messages[0].message.target, "#lobby");
    (void)ann.take();
    const auto page = ann.ask("CHATHISTORY LATEST #lobby * 10");
    ASSERT_THAT(page, SizeIs(7));
    EXPECT_THAT(page[1], AllOf(HasSubstr("batch="), HasSubstr("msgid=" + messages[0].message.id),
                               EndsWith(" draft/multiline #lobby")));
    EXPECT_THAT(page[2], EndsWith(" PRIVMSG #lobby :roses are red"));
    EXPECT_THAT(page[3], EndsWith(" PRIVMSG #lobby :"));
}

TEST_F(Multiline, is_echoed_with_the_label_of_the_batch) {
    send({"@label=x BATCH +p draft/multiline #lobby", "@batch=p PRIVMSG #lobby :a",
          "@batch=p PRIVMSG #lobby :b"});
    EXPECT_THAT(ann.take(), IsEmpty());
    const auto lines = ann.ask("BATCH -p");
    ASSERT_THAT(lines, SizeIs(4));
    EXPECT_THAT(lines[0], AllOf(StartsWith("@label=x;"), HasSubstr(" BATCH +m")));
    for (std::size_t i = 1; i < 4; ++i) EXPECT_THAT(lines[i], Not(HasSubstr("label")));
}

TEST_F(Multiline, goes_to_one_person_too_as_a_notice_with_client_tags) {
    send({"@+x=y BATCH +p draft/multiline bob", "@batch=p NOTICE bob :a", "@batch=p notice BOB :b",
          "BATCH -p"});
    const auto lines = bob.take();
    ASSERT_THAT(lines, SizeIs(4));
    EXPECT_THAT(lines[0], AllOf(HasSubstr(";+x=y "), EndsWith(" draft/multiline bob")));
    EXPECT_THAT(lines[1], EndsWith(" NOTICE bob :a"));
    EXPECT_THAT(lines[2], EndsWith(" NOTICE bob :b"));
}

TEST_F(Multiline, has_its_client_tags_on_every_line_for_others_and_its_id_on_the_first) {
    send({"@+draft/reply=x BATCH +p draft/multiline #lobby", "@batch=p PRIVMSG #lobby :",
          "@batch=p PRIVMSG #lobby :a", "@batch=p PRIVMSG #lobby :b", "BATCH -p"});
    const auto lines = carol.take();
    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_THAT(lines[0], AllOf(HasSubstr("msgid="), HasSubstr("+draft/reply=x ")));
    EXPECT_THAT(lines[1], AllOf(Not(HasSubstr("msgid=")), HasSubstr("+draft/reply=x ")));
}

TEST_F(Multiline, of_one_line_is_a_message_like_any_other) {
    send({"BATCH +p draft/multiline #lobby", "@batch=p PRIVMSG #lobby :alone", "BATCH -p"});
    EXPECT_THAT(bob.take(), ElementsAre(EndsWith(" PRIVMSG #lobby :alone")));
}

TEST_F(Multiline, cuts_a_line_behind_a_blank_if_it_might_not_arrive) {
    const std::string words = std::string(200, 'a') + " " + std::string(150, 'b');
    send({"BATCH +p draft/multiline #lobby", "@batch=p PRIVMSG #lobby :" + words,
          "@batch=p PRIVMSG #lobby :end", "BATCH -p"});
    const auto lines = bob.take();
    ASSERT_THAT(lines, SizeIs(5));
    EXPECT_THAT(lines[1], EndsWith("a "));
    EXPECT_THAT(lines[2], AllOf(HasSubstr("multiline-concat"), EndsWith("b")));
}

TEST_F(Multiline, lets_other_commands_through_while_it_is_open) {
    send({"BATCH +p draft/multiline #lobby", "@batch=p PRIVMSG #lobby :a"});
    EXPECT_THAT(ann.ask("PING x"), ElementsAre(HasSubstr(" PONG ")));
    send({"@batch=p PRIVMSG #lobby :b", "BATCH -p"});
    EXPECT_THAT(bob.take(), SizeIs(4));
}

TEST_F(Multiline, says_no_line_alone_whose_batch_is_not_open) {
    const auto refused = ElementsAre(HasSubstr("FAIL BATCH MULTILINE_INVALID :"));
    EXPECT_THAT(ann.ask("@batch=q PRIVMSG #lobby :astray"), refused);
    ann.send("BATCH +p draft/multiline #lobby");
    EXPECT_THAT(ann.ask("@batch=q PRIVMSG #lobby :astray"), refused);
    EXPECT_THAT(ann.ask("@batch=q TAGMSG #lobby"), refused);
    send({"@batch=p PRIVMSG #lobby :roses", "BATCH -p"});
    EXPECT_THAT(plainly(bob), ElementsAre(EndsWith(" PRIVMSG #lobby :roses")));
    ann.send("BATCH +u draft/unknown #lobby");
    bench.forget_all();
    EXPECT_THAT(ann.ask("@batch=u NOTICE #lobby :of no batch"), refused);
    EXPECT_THAT(bob.take(), IsEmpty());
    // To those who did not negotiate it the tag says nothing.
    carol.send("CAP REQ message-tags");
    carol.send("@batch=q PRIVMSG #lobby :hello");
    EXPECT_THAT(plainly(bob), ElementsAre(EndsWith(" PRIVMSG #lobby :hello")));
}

TEST_F(Multiline, with_a_client_id_is_said_once) {
    (void)bench.take_writes();
    for (int i = 0; i < 2; ++i) {
        send({"@brusio/cid=phone-1 BATCH +p draft/multiline #lobby", "@batch=p PRIVMSG #lobby :a",
              "@batch=p PRIVMSG #lobby :b", "BATCH -p"});
        EXPECT_THAT(plainly(ann), ElementsAre(HasSubstr(" BATCH +m"), EndsWith(":a"),
                                              EndsWith(":b"), HasSubstr(" BATCH -m")));
    }
    EXPECT_THAT(bob.take(), SizeIs(4));
    EXPECT_THAT(kept(), SizeIs(1));
    // And the next one can be opened.
    send_poem();
    EXPECT_THAT(bob.take(), SizeIs(6));
}

struct Misuse {
    const char* name;
    std::vector<std::string> lines;
    const char* answer;
};

void PrintTo(const Misuse& misuse, std::ostream* out) { *out << misuse.name; }

class MultilineMisuse : public Multiline, public testing::WithParamInterface<Misuse> {};

TEST_P(MultilineMisuse, is_refused_once_and_nothing_is_said) {
    send({"@label=z BATCH +p draft/multiline #lobby"});
    send(GetParam().lines);
    send({"@batch=p PRIVMSG #lobby :more", "BATCH -p"});
    const auto answers = ann.take();
    ASSERT_THAT(answers, SizeIs(1)) << testing::PrintToString(answers);
    EXPECT_THAT(answers[0], AllOf(StartsWith("@label=z "), HasSubstr(GetParam().answer)));
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_THAT(dan.take(), IsEmpty());
    send_poem();
    EXPECT_THAT(bob.take(), SizeIs(6));
}

const Misuse misuses[] = {
    {"another_target",
     {"@batch=p PRIVMSG #b :x"},
     " FAIL BATCH MULTILINE_INVALID_TARGET #lobby #b :"},
    {"mixed_commands",
     {"@batch=p PRIVMSG #lobby :x", "@batch=p NOTICE #lobby :y"},
     " FAIL BATCH MULTILINE_INVALID :"},
    {"another_command", {"@batch=p JOIN #lobby"}, " FAIL BATCH MULTILINE_INVALID :"},
    {"a_blank_that_continues",
     {"@batch=p PRIVMSG #lobby :x", "@batch=p;draft/multiline-concat PRIVMSG #lobby :"},
     " FAIL BATCH MULTILINE_INVALID :"},
    {"too_many_lines", std::vector<std::string>(101, "@batch=p PRIVMSG #lobby :x"),
     " FAIL BATCH MULTILINE_MAX_LINES 100 :"},
    {"too_many_bytes",
     std::vector<std::string>(10, "@batch=p PRIVMSG #lobby :" + std::string(420, 'x')),
     " FAIL BATCH MULTILINE_MAX_BYTES 4096 :"},
};
INSTANTIATE_TEST_SUITE_P(All, MultilineMisuse, testing::ValuesIn(misuses),
                         [](const auto& info) { return info.param.name; });

TEST_F(Multiline, of_blank_lines_alone_says_nothing) {
    send({"BATCH +p draft/multiline #lobby",
          "@batch=p PRIVMSG #lobby :", "@batch=p PRIVMSG #lobby :"});
    EXPECT_THAT(ann.ask("BATCH -p"), ElementsAre(HasSubstr(" FAIL BATCH MULTILINE_INVALID :")));
    EXPECT_THAT(bob.take(), IsEmpty());
}

TEST_F(Multiline, that_takes_too_long_is_dropped) {
    send({"BATCH +p draft/multiline #lobby"});
    bench.advance(61s);
    EXPECT_THAT(ann.ask("@batch=p PRIVMSG #lobby :late"),
                ElementsAre(HasSubstr(" FAIL BATCH TIMEOUT p :")));
    EXPECT_THAT(ann.ask("BATCH -p"), IsEmpty());
}

TEST_F(Multiline, needs_a_batch_that_can_be_opened) {
    EXPECT_THAT(ann.ask("BATCH +p netsplit"), ElementsAre(HasSubstr("UNKNOWN_TYPE p netsplit :")));
    EXPECT_THAT(ann.ask("BATCH +p_q draft/multiline #a"),
                ElementsAre(HasSubstr("FAIL BATCH INVALID_REFTAG p_q :")));
    EXPECT_THAT(ann.ask("BATCH -none"), ElementsAre(HasSubstr("INVALID_REFTAG none :")));
    EXPECT_THAT(ann.ask("BATCH p"), ElementsAre(HasSubstr(" 461 ")));
    EXPECT_THAT(ann.ask("BATCH +p draft/multiline"), ElementsAre(HasSubstr(" 461 ")));
    EXPECT_THAT(carol.ask("BATCH +p draft/multiline #a"), ElementsAre(HasSubstr("UNKNOWN_TYPE p")));
    send({"BATCH +p draft/multiline #lobby"});
    EXPECT_THAT(ann.ask("BATCH +q draft/multiline #lobby"),
                ElementsAre(HasSubstr("FAIL BATCH MULTILINE_INVALID :Another")));
}

TEST_F(Multiline, needs_a_target_that_takes_it) {
    send({"BATCH +p draft/multiline #nowhere", "@batch=p PRIVMSG #nowhere :a",
          "@batch=p PRIVMSG #nowhere :b"});
    EXPECT_THAT(ann.ask("BATCH -p"), ElementsAre(HasSubstr(" 403 ann #nowhere ")));
}

}  // namespace
}  // namespace brusio
