#include <gtest/gtest.h>

#include <vector>

#include "tests/end-to-end/server_process.h"
#include "tests/end-to-end/socket_client.h"

namespace brusio::test {
namespace {

TEST(Chat, three_irc_clients_hear_each_other_and_nobody_hears_himself) {
    ServerProcess server;
    SocketClient ann = SocketClient::irc(server.irc_port(), "ann", "#garden");
    SocketClient bob = SocketClient::irc(server.irc_port(), "bob", "#garden");
    SocketClient eve = SocketClient::irc(server.irc_port(), "eve", "#garden");
    ASSERT_TRUE(ann.sees(":eve!~eve@localhost JOIN #garden\r\n"));

    ann.line("PRIVMSG #garden :good morning");
    EXPECT_TRUE(bob.sees(":ann!~ann@localhost PRIVMSG #garden :good morning\r\n"));
    EXPECT_TRUE(eve.sees(":ann!~ann@localhost PRIVMSG #garden :good morning\r\n"));
    bob.line("PRIVMSG ann :only for you");
    EXPECT_TRUE(ann.sees(":bob!~bob@localhost PRIVMSG ann :only for you\r\n"));
    ann.line("PING :end");
    EXPECT_TRUE(ann.sees("PONG"));
    EXPECT_EQ(ann.unread().find("good morning"), std::string::npos);
    eve.line("PING :end");
    EXPECT_TRUE(eve.sees("PONG"));
    EXPECT_EQ(eve.unread().find("only for you"), std::string::npos);
}

TEST(Chat, a_thousand_lines_from_two_speakers_arrive_once_and_in_order) {
    const TemporaryFolder folder;
    ServerProcess server{
        {"--config",
         folder.put("b.toml",
                    "[limits]\ncommand_burst_tokens = 100000\ncommand_tokens_per_second = 100000\n"
                    "announcement_tokens_per_minute = 0\n")}};
    SocketClient ann = SocketClient::irc(server.irc_port(), "ann", "#a");
    SocketClient bob = SocketClient::irc(server.irc_port(), "bob", "#a");
    SocketClient eve = SocketClient::irc(server.irc_port(), "eve", "#a");
    constexpr int count = 500;
    for (int i = 0; i < count; ++i) {
        ann.line("PRIVMSG #a :ann says " + std::to_string(i));
        bob.line("PRIVMSG #a :bob says " + std::to_string(i));
    }
    int from_ann = 0;
    int from_bob = 0;
    while (from_ann < count || from_bob < count) {
        const std::string line = eve.next_line();
        ASSERT_FALSE(line.empty()) << "something was lost";
        int& next = line.starts_with(":ann!") ? from_ann : from_bob;
        const std::string speaker = line.starts_with(":ann!") ? "ann" : "bob";
        ASSERT_EQ(line, ":" + speaker + "!~" + speaker + "@localhost PRIVMSG #a :" + speaker +
                            " says " + std::to_string(next++));
    }
    eve.line("PING :end");
    EXPECT_NE(eve.next_line().find("PONG"), std::string::npos) << "something came twice";
}

TEST(Chat, somebody_who_vanishes_is_seen_to_leave) {
    ServerProcess server;
    SocketClient ann = SocketClient::irc(server.irc_port(), "ann", "#a");
    SocketClient bob = SocketClient::irc(server.irc_port(), "bob", "#a");
    SocketClient eve = SocketClient::irc(server.irc_port(), "eve", "#a");
    bob.reset();
    EXPECT_TRUE(ann.sees(":bob!~bob@localhost QUIT"));
    eve.line("QUIT :good night");
    EXPECT_TRUE(ann.sees(":eve!~eve@localhost QUIT :Quit: good night\r\n"));
    EXPECT_TRUE(eve.sees("ERROR :"));
    EXPECT_TRUE(eve.sees_end());
}

// The client of the original report: it sends what is typed without a newline, one send each, and
// reads at most 1024 bytes at a time.
TEST(PlainChat, the_original_client_chats_with_its_like) {
    ServerProcess server;
    SocketClient ada{server.plain_port()};
    ASSERT_TRUE(ada.sees("Write your name and confirm with Send\n"));
    ada.send("ada");
    ASSERT_TRUE(ada.sees("Write {exit} to quit\n"));
    SocketClient bea{server.plain_port()};
    ASSERT_TRUE(bea.sees("Write your name and confirm with Send\n"));
    bea.send("bea");
    ASSERT_TRUE(ada.sees("bea joined"));
    bea.send("ciao a tutti");
    EXPECT_TRUE(ada.sees("bea: ciao a tutti\n"));
    EXPECT_TRUE(bea.sees("bea: ciao a tutti\n")) << "the original shows a sender his own words";
    ada.send("{exit}");
    EXPECT_TRUE(bea.sees("ada left the chat\n"));
    EXPECT_TRUE(ada.sees_end());
}

TEST(PlainChat, lines_of_nc_are_messages_one_by_one) {
    ServerProcess server;
    SocketClient ada{server.plain_port()};
    ada.send("ada\none\ntwo\r\nthree\n");
    EXPECT_TRUE(ada.sees("ada: one\nada: two\nada: three\n"));
}

TEST(PlainChat, plain_and_irc_users_share_the_lobby_in_their_own_forms) {
    ServerProcess server;
    SocketClient ann = SocketClient::irc(server.irc_port(), "ann", "#lobby");
    SocketClient ada{server.plain_port()};
    ASSERT_TRUE(ada.sees("Write your name"));
    ada.send("ada");
    ASSERT_TRUE(ann.sees(":ada!plain@localhost JOIN #lobby\r\n"));
    ada.send("hello from the plain side");
    EXPECT_TRUE(ann.sees(":ada!plain@localhost PRIVMSG #lobby :hello from the plain side\r\n"));
    ann.line("PRIVMSG #lobby :hello from IRC");
    EXPECT_TRUE(ada.sees("ann: hello from IRC\n"));
    ada.reset();
    EXPECT_TRUE(ann.sees(":ada!plain@localhost QUIT"));
}

TEST(PlainChat, a_bad_or_taken_name_gets_a_sentence_and_another_try) {
    ServerProcess server;
    SocketClient ann = SocketClient::irc(server.irc_port(), "ann", "#lobby");
    SocketClient ada{server.plain_port()};
    ASSERT_TRUE(ada.sees("Write your name and confirm with Send\n"));
    ada.send("ann");
    EXPECT_TRUE(ada.sees("\n"));
    ada.send("two words");
    EXPECT_TRUE(ada.sees("\n"));
    ada.send("ada");
    EXPECT_TRUE(ada.sees("Write {exit} to quit\n"));
    EXPECT_TRUE(ann.sees(":ada!plain@localhost JOIN #lobby\r\n"));
}

}  // namespace
}  // namespace brusio::test
