#include "server-app/mail_text.h"

#include <gtest/gtest.h>

namespace brusio::server {
namespace {

// 2024-01-01T00:00:00.999Z
const MailStamp stamp{"chat@example.org", "0a1b", "irc.example.org", WallTime{1'704'067'200'999}};

TEST(MailText, is_a_mail_of_rfc_5322) {
    const Mail mail{"ann", "ann@example.org", "Hello", "One\n\xc3\xa4\n"};
    EXPECT_EQ(mail_text(mail, stamp, LineEnds::lf),
              "From: <chat@example.org>\n"
              "To: <ann@example.org>\n"
              "Subject: Hello\n"
              "Date: Mon, 01 Jan 2024 00:00:00 +0000\n"
              "Message-ID: <0a1b@irc.example.org>\n"
              "Auto-Submitted: auto-generated\n"
              "MIME-Version: 1.0\n"
              "Content-Type: text/plain; charset=utf-8\n"
              "Content-Transfer-Encoding: 8bit\n"
              "\n"
              "One\n\xc3\xa4\n");
}

TEST(MailText, ends_every_line_as_it_is_told) {
    const std::string text =
        mail_text({"ann", "ann@example.org", "Hello", "One\n\nTwo\n"}, stamp, LineEnds::crlf);
    EXPECT_NE(text.find("\r\n\r\nOne\r\n\r\nTwo\r\n"), std::string::npos);
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        EXPECT_EQ(text[at - 1], '\r');
    }
}

TEST(MailTextDeathTest, holds_no_header_of_somebody_else) {
    EXPECT_DEATH(
        static_cast<void>(mail_text({"ann", "a@b\r\nBcc: c@d", "Hello", ""}, stamp, LineEnds::lf)),
        "");
    EXPECT_DEATH(
        static_cast<void>(mail_text({"ann", "a@b", "Hello\nBcc: c@d", ""}, stamp, LineEnds::lf)),
        "");
}

}  // namespace
}  // namespace brusio::server
