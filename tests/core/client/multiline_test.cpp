#include "core/client/multiline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/client/text_split.h"
#include "tests/core/client/server_that_keeps.h"

namespace brusio::client::test {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

constexpr std::string_view multiline_offer =
    "batch message-tags server-time labeled-response echo-message sasl=PLAIN draft/chathistory "
    "brusio/exactly-once draft/multiline=max-bytes=40,max-lines=4";

class Multiline : public ServerThatKeeps {
 protected:
    void SetUp() override {
        server.dial(config());
        log_in(multiline_offer);
        enter_room();
        answer({});
        server.forget();
    }
    /// The lines of a batch that says "one", "", "two three", as the server sends it.
    void hears(const std::string& tags, const std::string& source = "bob!u@host") {
        server.says("@" + tags + " :" + source + " BATCH +7 draft/multiline #a");
        for (const char* text : {"one", ":", ":two "}) {
            server.says("@batch=7 :" + source + " PRIVMSG #a " + text);
        }
        server.says("@batch=7;draft/multiline-concat :" + source + " PRIVMSG #a three");
        server.says(":" + source + " BATCH -7");
    }
    [[nodiscard]] const Message& newest() const {
        return *server.conversation("#a").timeline.newest();
    }
    void come_back_to(std::string_view capabilities) {
        come_back(capabilities);
        enter_room();
    }
};

TEST_F(Multiline, a_batch_is_one_message_when_it_is_complete) {
    server.says("@msgid=m1;time=1970-01-01T00:16:10.000Z :bob!u@host BATCH +7 draft/multiline #a");
    server.says("@batch=7 :bob!u@host PRIVMSG #a one");
    EXPECT_TRUE(server.rows("#a").empty());
    server.says("@batch=7 :bob!u@host PRIVMSG #a :");
    server.says("@batch=7 :bob!u@host PRIVMSG #a :two ");
    server.says("@batch=7;draft/multiline-concat :bob!u@host PRIVMSG #a three");
    server.says(":bob!u@host BATCH -7");
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: one\n\ntwo three"));
    EXPECT_EQ(newest().msgid, "m1");
    EXPECT_EQ(newest().time.unix_ms, 970'000);
    EXPECT_EQ(server.conversation("#a").unread, 1U);
}

TEST_F(Multiline, a_nick_in_any_line_is_a_mention) {
    server.says("@msgid=m1 :bob!u@host BATCH +7 draft/multiline #a");
    server.says("@batch=7 :bob!u@host PRIVMSG #a :hello");
    server.says("@batch=7 :bob!u@host PRIVMSG #a :ada");
    server.says("@batch=7 :bob!u@host PRIVMSG #a :again");
    server.says(":bob!u@host BATCH -7");
    EXPECT_TRUE(newest().mentions_me);
}

TEST_F(Multiline, a_notice_and_a_private_message_have_lines_too) {
    server.says("@msgid=p1 :bob!u@host BATCH +7 draft/multiline ada");
    server.says("@batch=7 :bob!u@host NOTICE ada :one");
    server.says("@batch=7 :bob!u@host NOTICE ada :two");
    server.says(":bob!u@host BATCH -7");
    EXPECT_THAT(server.rows("bob"), ElementsAre("received bob: one\ntwo"));
    EXPECT_EQ(server.conversation("bob").timeline.newest()->kind, MessageKind::notice);
}

TEST_F(Multiline, a_batch_without_lines_or_end_says_nothing) {
    server.says("@msgid=m1 :bob!u@host BATCH +7 draft/multiline #a");
    server.says(":bob!u@host BATCH -7");
    server.says("@msgid=m2 :bob!u@host BATCH +8 draft/multiline #a");
    server.says("@batch=8 :bob!u@host PRIVMSG #a :half of");
    server.breaks();
    EXPECT_TRUE(server.rows("#a").empty());
}

TEST_F(Multiline, a_message_that_never_ends_fills_no_memory) {
    server.says("@msgid=m1 :bob!u@host BATCH +7 draft/multiline #a");
    const std::string line = "@batch=7 :bob!u@host PRIVMSG #a :" + std::string(400, 'x');
    for (int i = 0; i < 1000; ++i) server.says(line);
    server.says(":bob!u@host BATCH -7");
    EXPECT_LT(newest().text.size(), ClientLimits{}.message_text_bytes_max);
}

TEST_F(Multiline, history_counts_and_names_it_once) {
    ClientConfig small = config();
    small.limits.history_page_messages = 3;
    server.client.disconnect("", server.now());
    server.dial(small);
    log_in(multiline_offer);
    enter_room();
    hears("msgid=m9");
    server.says(":srv.test BATCH +h chathistory #a");
    server.says("@batch=h;msgid=m8 :bob!u@host PRIVMSG #a before");
    hears("batch=h;msgid=m9");
    server.says(":srv.test BATCH -h");
    EXPECT_THAT(server.rows("#a"),
                ElementsAre("received bob: before", "received bob: one\n\ntwo three"));
    server.breaks();
    server.pass(seconds{40});
    server.accept();
    log_in(multiline_offer);
    enter_room();
    EXPECT_EQ(server.sent.back(), "CHATHISTORY AFTER #a msgid=m9 3");
    server.says(":srv.test BATCH +h chathistory #a");
    hears("batch=h;msgid=m10");
    server.says(":srv.test BATCH -h");
    EXPECT_EQ(server.count_sent("CHATHISTORY"), 1U) << "one message is no full page";
}

TEST_F(Multiline, what_is_written_in_lines_goes_out_as_one_message) {
    const MessageId id = say("one\r\n\r\n  two\n");
    EXPECT_THAT(server.sent,
                ElementsAre("@label=b1;brusio/cid=desk7-1 BATCH +m1 draft/multiline #a",
                            "@batch=m1 PRIVMSG #a one",
                            "@batch=m1 PRIVMSG #a :", "@batch=m1 PRIVMSG #a :  two", "BATCH -m1"));
    EXPECT_THAT(server.rows("#a"), ElementsAre("sending ada: one\n\n  two"));
    server.says("@label=b1;msgid=m1 :ada!u@host BATCH +7 draft/multiline #a");
    for (const char* text : {"one", ":", ":  two"}) {
        server.says("@batch=7 :ada!u@host PRIVMSG #a " + std::string(text));
    }
    EXPECT_EQ(server.state_of("#a", id), MessageState::sending);
    server.says(":ada!u@host BATCH -7");
    EXPECT_EQ(server.state_of("#a", id), MessageState::sent);
    EXPECT_EQ(newest().msgid, "m1");
    EXPECT_EQ(server.rows("#a").size(), 1U);
}

TEST_F(Multiline, what_is_in_doubt_is_sent_again_as_a_whole_under_its_name) {
    const MessageId id = say("one\ntwo");
    server.says("@label=b1;msgid=m1 :ada!u@host BATCH +7 draft/multiline #a");
    server.says("@batch=7 :ada!u@host PRIVMSG #a one");
    come_back_to(multiline_offer);
    ASSERT_EQ(server.sent.size(), 4U);
    EXPECT_EQ(server.sent[0], "@label=b2;brusio/cid=desk7-1 BATCH +m2 draft/multiline #a");
    server.says("@label=b2;msgid=m1 :ada!u@host BATCH +8 draft/multiline #a");
    server.says("@batch=8 :ada!u@host PRIVMSG #a one");
    server.says("@batch=8 :ada!u@host PRIVMSG #a two");
    server.says(":ada!u@host BATCH -8");
    EXPECT_EQ(server.state_of("#a", id), MessageState::sent);
    EXPECT_EQ(server.rows("#a").size(), 1U);
}

TEST_F(Multiline, a_refusal_is_of_the_whole_message) {
    const MessageId id = say("one\ntwo");
    server.says("@label=b1 :srv.test FAIL BATCH MULTILINE_MAX_LINES 1 :Too many lines");
    EXPECT_EQ(server.state_of("#a", id), MessageState::failed);
    EXPECT_EQ(newest().failure_text, "Too many lines");
}

TEST_F(Multiline, what_is_more_than_the_server_takes_is_one_message_a_line) {
    server.client.send_message("#a", "1\n2\n3\n4\n5", server.now());
    server.client.send_message("#a", std::string(30, 'x') + "\n" + std::string(10, 'y'),
                               server.now());
    server.collect();
    EXPECT_EQ(server.count_sent("BATCH"), 0U);
    EXPECT_EQ(server.rows("#a").size(), 7U);
    server.forget();
    server.client.send_message("#a", std::string(30, 'x') + "\n" + std::string(9, 'y'),
                               server.now());
    server.collect();
    EXPECT_THAT(server.sent.back(), "BATCH -m1") << "it just fits";
}

TEST_F(Multiline, what_was_written_without_a_link_goes_out_as_the_server_takes_it) {
    server.breaks();
    say("one\ntwo");
    say("three");
    EXPECT_THAT(server.rows("#a"), ElementsAre("queued ada: one\ntwo", "queued ada: three"));
    server.pass(seconds{40});
    server.accept();
    log_in(multiline_offer);
    enter_room();
    EXPECT_EQ(server.count_sent("@batch=m1"), 2U);
    EXPECT_THAT(server.rows("#a"), ElementsAre("sending ada: one\ntwo", "sending ada: three"));
}

TEST_F(Multiline, a_server_that_takes_lines_alone_gets_them_in_their_order) {
    server.breaks();
    say("one\n\ntwo");
    say("three");
    server.pass(seconds{40});
    server.accept();
    log_in(history_offer);
    enter_room();
    EXPECT_THAT(server.sent, ElementsAre("@label=b1;brusio/cid=desk7-1 PRIVMSG #a one",
                                         "@label=b2;brusio/cid=desk7-2 PRIVMSG #a two",
                                         "@label=b3;brusio/cid=desk7-3 PRIVMSG #a three"));
    EXPECT_THAT(server.rows("#a"), ElementsAre("sending ada: one", "cancelled ada: three",
                                               "sending ada: two", "sending ada: three"));
    server.breaks();
    EXPECT_EQ(server.client.send_message("#a", "four\nfive", server.now()).size(), 2U)
        << "it is known now";
}

TEST_F(Multiline, what_is_in_doubt_is_not_said_line_by_line) {
    const MessageId id = say("one\ntwo");
    come_back_to(history_offer);
    EXPECT_EQ(server.count_sent("@"), 0U);
    EXPECT_EQ(server.state_of("#a", id), MessageState::failed);
}

TEST_F(Multiline, what_an_earlier_start_left_behind_has_its_lines) {
    say("one\ntwo");
    start_again();
    log_in(multiline_offer);
    enter_room();
    EXPECT_EQ(server.sent_line("@label"),
              "@label=b1;brusio/cid=desk7-1 BATCH +m1 draft/multiline #a");
    EXPECT_EQ(server.count_sent("@batch=m1"), 2U);
}

TEST_F(Multiline, a_line_too_long_for_one_is_one_message_in_pieces) {
    come_back_to(
        "batch message-tags labeled-response echo-message sasl=PLAIN brusio/exactly-once "
        "draft/multiline=max-bytes=4096");
    std::string text;
    for (int i = 0; i < 100; ++i) text += "caff\xC3\xA8 ";
    const MessageId id = say(text);
    ASSERT_EQ(server.count_sent("@batch=m1 "), 1U);
    ASSERT_EQ(server.count_sent("@batch=m1;draft/multiline-concat "), 1U);
    EXPECT_TRUE(server.sent[1].ends_with(" ")) << "cut between words";
    EXPECT_EQ(server.conversation("#a").timeline.find(id)->text, text);
}

TEST_F(Multiline, a_note_to_ourselves_is_one_row) {
    server.client.send_message("ada", "one\ntwo", server.now());
    server.collect();
    for (const std::string tags : {"msgid=m1", "label=b1;msgid=m1"}) {
        server.says("@" + tags + " :ada!u@host BATCH +7 draft/multiline ada");
        server.says("@batch=7 :ada!u@host PRIVMSG ada one");
        server.says("@batch=7 :ada!u@host PRIVMSG ada two");
        server.says(":ada!u@host BATCH -7");
    }
    EXPECT_THAT(server.rows("ada"), ElementsAre("sent ada: one\ntwo"));
}

TEST_F(Multiline, an_action_is_one_a_line) {
    EXPECT_EQ(server.client.send_action("#a", "waves\nsmiles", server.now()).size(), 2U);
}

TEST(TextLines, are_those_of_the_text_the_empty_ones_too) {
    const auto pieces = split_lines("one two three\n\nx", 8);
    std::vector<std::string> texts;
    for (const TextPiece& piece : pieces) {
        texts.push_back((piece.continues ? "+" : "") + piece.text);
    }
    EXPECT_THAT(texts, ElementsAre("one two ", "+three", "", "x"));
}

TEST(TextLines, end_alike_and_begin_and_end_with_words) {
    EXPECT_EQ(with_plain_lines("\n \r\none\r\n  two\r\rthree \n\t\n"), "one\n  two\n\nthree ");
    EXPECT_EQ(with_plain_lines(std::string_view{"a\0b", 3}), "ab");
    EXPECT_EQ(with_plain_lines("\n\r \n"), "");
    EXPECT_EQ(with_plain_lines(""), "");
}

}  // namespace
}  // namespace brusio::client::test
