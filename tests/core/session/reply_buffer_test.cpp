#include "core/session/reply_buffer.h"

#include <gtest/gtest.h>

#include "core/session/session.h"

namespace brusio::session {
namespace {

using wire::Capability;
using wire::Numeric;

void encode_nothing(const Draft&, std::string&) {}

class Replies : public testing::Test {
 protected:
    void begin(wire::CapabilitySet caps) {
        session_.link = LinkId::of(1, 1);
        session_.caps = caps;
        buffer_.begin(session_, "irc.test", "ada", "2026-01-01T00:00:00.000Z");
    }

    void pong(std::string_view token) {
        Draft draft;
        draft.source = "irc.test";
        draft.command = "PONG";
        buffer_.add(draft.add("irc.test").text(token));
    }

    Session session_;
    ReplyBuffer buffer_{encode_nothing};
};

TEST_F(Replies, without_a_label_lines_leave_as_they_come) {
    begin({});
    buffer_.begin_command("");
    pong("1");
    buffer_.numeric(Numeric::rpl_endofnames, {"#a"}, "End");
    buffer_.end_command();
    EXPECT_EQ(buffer_.bytes(), ":irc.test PONG irc.test :1\r\n:irc.test 366 ada #a :End\r\n");
}

TEST_F(Replies, a_single_line_carries_the_label) {
    begin({Capability::labeled_response, Capability::batch});
    buffer_.begin_command("x1");
    pong("1");
    buffer_.end_command();
    EXPECT_EQ(buffer_.bytes(), "@label=x1 :irc.test PONG irc.test :1\r\n");
}

TEST_F(Replies, the_label_joins_the_tags_that_are_there) {
    begin({Capability::labeled_response, Capability::batch, Capability::server_time});
    buffer_.begin_command("x1");
    pong("1");
    buffer_.end_command();
    EXPECT_EQ(buffer_.bytes(),
              "@label=x1;time=2026-01-01T00:00:00.000Z :irc.test PONG irc.test :1\r\n");
}

TEST_F(Replies, no_line_is_acknowledged) {
    begin({Capability::labeled_response, Capability::batch});
    buffer_.begin_command("x1");
    buffer_.end_command();
    EXPECT_EQ(buffer_.bytes(), "@label=x1 :irc.test ACK\r\n");
}

TEST_F(Replies, several_lines_become_a_batch) {
    begin({Capability::labeled_response, Capability::batch});
    buffer_.begin_command("x1");
    pong("1");
    pong("2");
    pong("3");
    buffer_.end_command();
    EXPECT_EQ(buffer_.bytes(),
              "@label=x1 :irc.test BATCH +1 labeled-response\r\n"
              "@batch=1 :irc.test PONG irc.test :1\r\n"
              "@batch=1 :irc.test PONG irc.test :2\r\n"
              "@batch=1 :irc.test PONG irc.test :3\r\n"
              ":irc.test BATCH -1\r\n");
}

TEST_F(Replies, a_batch_inside_a_labelled_answer_is_nested) {
    begin({Capability::labeled_response, Capability::batch});
    buffer_.begin_command("x1");
    buffer_.open_batch("draft/isupport");
    pong("1");
    buffer_.close_batch();
    buffer_.end_command();
    EXPECT_EQ(buffer_.bytes(),
              "@label=x1 :irc.test BATCH +2 labeled-response\r\n"
              "@batch=2 :irc.test BATCH +1 draft/isupport\r\n"
              "@batch=1 :irc.test PONG irc.test :1\r\n"
              "@batch=2 :irc.test BATCH -1\r\n"
              ":irc.test BATCH -2\r\n");
}

TEST_F(Replies, without_batches_the_lines_of_one_stand_alone) {
    begin({});
    buffer_.open_answer_batch("chathistory", "#a");
    pong("1");
    buffer_.close_batch();
    buffer_.open_batch("metadata", "#a");
    pong("2");
    buffer_.close_batch();
    EXPECT_EQ(buffer_.bytes(), ":irc.test PONG irc.test :1\r\n:irc.test PONG irc.test :2\r\n");
}

TEST_F(Replies, a_deferred_answer_is_not_acknowledged_yet) {
    begin({Capability::labeled_response, Capability::batch});
    buffer_.begin_command("x1");
    buffer_.defer();
    buffer_.end_command();
    EXPECT_TRUE(buffer_.empty());
}

TEST_F(Replies, the_next_command_starts_anew) {
    begin({Capability::labeled_response, Capability::batch});
    buffer_.begin_command("x1");
    pong("1");
    buffer_.end_command();
    buffer_.begin_command("");
    pong("2");
    buffer_.end_command();
    EXPECT_EQ(buffer_.bytes(),
              "@label=x1 :irc.test PONG irc.test :1\r\n:irc.test PONG irc.test :2\r\n");
}

TEST_F(Replies, a_fail_is_a_notice_to_those_without_standard_replies) {
    begin({});
    buffer_.reply(Reply::fail("JOIN", "SOME_CODE", {"#a"}, "It did not work"));
    EXPECT_EQ(buffer_.bytes(), ":irc.test NOTICE ada :It did not work\r\n");
}

TEST_F(Replies, a_fail_names_command_code_and_context) {
    begin({Capability::standard_replies});
    buffer_.reply(Reply::fail("JOIN", "SOME_CODE", {"#a"}, "It did not work"));
    EXPECT_EQ(buffer_.bytes(), ":irc.test FAIL JOIN SOME_CODE #a :It did not work\r\n");
}

}  // namespace
}  // namespace brusio::session
