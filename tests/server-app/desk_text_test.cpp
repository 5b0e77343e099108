#include "server-app/desk_text.h"

#include <gtest/gtest.h>

namespace brusio::server {
namespace {

using session::DeskAnswer;
using session::DeskRequest;

TEST(DeskText, a_question_goes_through_as_it_was) {
    DeskRequest request;
    request.verb = DeskRequest::Verb::suspend;
    request.duration = "1d12h";
    request.account = "alice";
    request.reason = "too loud, and late";
    request.password = " with spaces ";
    const auto read = parse_desk_request(desk_request_text(request));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->verb, request.verb);
    EXPECT_EQ(read->account, "alice");
    EXPECT_EQ(read->reason, request.reason);
    EXPECT_EQ(read->duration, "1d12h");
    EXPECT_EQ(read->password, request.password);
    EXPECT_EQ(read->doer, "");
}

TEST(DeskText, no_argument_can_bring_a_line_of_its_own) {
    DeskRequest request;
    request.reason = "x\nverb delete";
    EXPECT_EQ(desk_request_text(request), "");
}

TEST(DeskText, what_is_no_question_is_none) {
    for (const char* text :
         {"", "\n", "verb list\n", "verb nonsense\n\n", "account alice\n\n",
          "doer root\nverb list\n\n", "verb list\n\nverb list\n\n", "ticket 1\nverb list\n\n"}) {
        EXPECT_FALSE(parse_desk_request(text)) << text;
    }
    EXPECT_TRUE(parse_desk_request("verb list\n\n"));
}

TEST(DeskText, an_answer_goes_through_whole_or_not_at_all) {
    DeskAnswer answer;
    answer.status = DeskAnswer::Status::refused;
    answer.lines = {"one", "", "- three"};
    const std::string text = desk_answer_text(answer);
    const auto read = parse_desk_answer(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->status, DeskAnswer::Status::refused);
    EXPECT_EQ(read->lines, answer.lines);
    for (std::size_t cut = 0; cut < text.size(); ++cut) {
        EXPECT_FALSE(parse_desk_answer(text.substr(0, cut))) << cut;
    }
}

}  // namespace
}  // namespace brusio::server
