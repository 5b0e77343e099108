#include <gtest/gtest.h>
#include <signal.h>

#include "tests/end-to-end/server_process.h"
#include "tests/end-to-end/socket_client.h"

namespace brusio::test {
namespace {

/// A server with somebody well-behaved in it, who must not notice anything.
class BadInput : public testing::Test {
 protected:
    void TearDown() override {
        ann_.line("PING :still");
        EXPECT_TRUE(ann_.sees("PONG"));
        SocketClient late = SocketClient::irc(server_.irc_port(), "late", "#a");
        EXPECT_TRUE(ann_.sees(":late!~late@localhost JOIN #a\r\n"));
        ann_.reset();
        server_.signal(SIGTERM);
        EXPECT_EQ(server_.wait(), 0) << server_.log();
    }

    TemporaryFolder folder_;
    ServerProcess server_{{"--config", folder_.put("b.toml", R"([limits]
send_queue_bytes_max = "64KiB"
registration_deadline = "1s"
command_burst_tokens = 1000000
command_tokens_per_second = 1000000
announcement_tokens_per_minute = 0
)")}};
    SocketClient ann_ = SocketClient::irc(server_.irc_port(), "ann", "#a");
};

TEST_F(BadInput, a_line_that_is_too_long_is_answered_and_dropped) {
    SocketClient eve = SocketClient::irc(server_.irc_port(), "eve", "#a");
    eve.line("PRIVMSG #a :" + std::string(600, 'x'));
    EXPECT_TRUE(eve.sees(" 417 eve :"));
    eve.line("PRIVMSG #a :short");
    EXPECT_TRUE(ann_.sees(":eve!~eve@localhost PRIVMSG #a :short\r\n"));
    EXPECT_EQ(ann_.unread().find("xxx"), std::string::npos);
}

TEST_F(BadInput, tags_that_are_too_long_are_answered_and_dropped) {
    SocketClient eve = SocketClient::irc(server_.irc_port(), "eve", "#a");
    eve.line("@+x=" + std::string(9'000, 'y') + " PRIVMSG #a :tagged");
    EXPECT_TRUE(eve.sees(" 417 eve :"));
    eve.line("PRIVMSG #a :plain");
    EXPECT_TRUE(ann_.sees(":eve!~eve@localhost PRIVMSG #a :plain\r\n"));
}

TEST_F(BadInput, a_line_without_end_is_answered_once_and_held_in_bounded_memory) {
    SocketClient eve{server_.irc_port()};
    const std::string piece(64 * 1024, 'z');
    for (int i = 0; i < 64 && eve.send(piece); ++i) {
    }
    EXPECT_TRUE(eve.sees(" 417 "));
    eve.take();
    EXPECT_EQ(eve.unread().find(" 417 "), std::string::npos);
}

TEST_F(BadInput, text_that_is_not_utf8_reaches_nobody) {
    SocketClient eve = SocketClient::irc(server_.irc_port(), "eve", "#a");
    eve.line("PRIVMSG #a :caf\xe9");
    EXPECT_TRUE(eve.sees("UTF-8"));
    eve.line("PRIVMSG #a :caf\xc3\xa9");
    EXPECT_TRUE(ann_.sees("PRIVMSG #a :caf\xc3\xa9\r\n"));
    EXPECT_EQ(ann_.unread().find('\xe9'), std::string::npos);
}

TEST_F(BadInput, a_nul_byte_is_refused) {
    SocketClient eve = SocketClient::irc(server_.irc_port(), "eve", "#a");
    eve.line(std::string{"PRIVMSG #a :a\0b", 15});
    EXPECT_TRUE(eve.sees("NUL"));
    eve.line("PRIVMSG #a :after");
    EXPECT_TRUE(ann_.sees(":eve!~eve@localhost PRIVMSG #a :after\r\n"));
}

TEST_F(BadInput, a_lone_cr_or_lf_ends_a_line_of_its_sender_and_of_nobody_else) {
    SocketClient eve = SocketClient::irc(server_.irc_port(), "eve", "#a");
    ASSERT_TRUE(ann_.sees(":eve!~eve@localhost JOIN #a\r\n"));
    eve.line("PRIVMSG #a :one\rPRIVMSG #a ::ann!a@b QUIT\nPRIVMSG #a :three");
    for (const std::string text : {"one", ":ann!a@b QUIT", "three"}) {
        EXPECT_EQ(ann_.next_line(), ":eve!~eve@localhost PRIVMSG #a :" + text);
    }
}

TEST_F(BadInput, a_web_browser_is_told_and_closed) {
    for (const char* request : {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "POST /x HTTP/1.1\r\n\r\n"}) {
        SocketClient web{server_.irc_port()};
        web.send(request);
        EXPECT_TRUE(web.sees("ERROR :"));
        EXPECT_TRUE(web.sees_end());
    }
}

TEST_F(BadInput, half_a_line_for_ever_ends_at_the_registration_deadline) {
    SocketClient eve{server_.irc_port()};
    eve.send("NICK ev");
    EXPECT_TRUE(eve.sees("ERROR :"));
    EXPECT_TRUE(eve.sees_end());
}

TEST_F(BadInput, somebody_who_never_reads_is_closed_and_others_hear_everything) {
    SocketClient eve{server_.irc_port(), 4096};
    eve.line("NICK eve");
    eve.line("USER eve 0 * :eve");
    eve.line("JOIN #a");
    ASSERT_TRUE(ann_.sees(":eve!~eve@localhost JOIN #a\r\n"));
    SocketClient bob = SocketClient::irc(server_.irc_port(), "bob", "#a");
    const std::string line = "PRIVMSG #a :" + std::string(380, 'm');
    bool gone = false;
    std::size_t heard = 0;
    std::size_t said = 0;
    for (; !gone && said < 40'000; ++said) {
        ASSERT_TRUE(bob.line(line));
        if (said % 50 != 0) continue;
        while (heard <= said) {
            const std::string told = ann_.next_line();
            ASSERT_FALSE(told.empty());
            if (told.starts_with(":bob!~bob@localhost PRIVMSG")) ++heard;
            if (told.starts_with(":eve!~eve@localhost QUIT")) gone = true;
        }
    }
    EXPECT_TRUE(gone) << "after " << said << " messages";
    bob.line("PRIVMSG #a :the last");
    EXPECT_TRUE(ann_.sees(":bob!~bob@localhost PRIVMSG #a :the last\r\n"));
}

TEST_F(BadInput, floods_of_all_bytes_there_are_do_not_hurt) {
    std::string bytes;
    for (int i = 0; i < 40'000; ++i) bytes += static_cast<char>((i * 7919) % 256);
    for (const std::uint16_t port : {server_.irc_port(), server_.plain_port()}) {
        SocketClient eve{port};
        eve.send(bytes);
        eve.take();
        eve.reset();
    }
}

}  // namespace
}  // namespace brusio::test
