#include "server-app/app_config.h"

#include <gtest/gtest.h>

namespace brusio::server {
namespace {

TEST(ListenUrl, says_what_was_read) {
    for (const char* text :
         {"irc://127.0.0.1:6667", "plain://0.0.0.0:53000", "irc://[::1]:7000", "irc://localhost:0",
          "plain://chat.example.org:65535", "ircs://0.0.0.0:6697", "ws://127.0.0.1:8067",
          "wss://[::1]:8097", "unix:///run/brusio/irc", "ws+unix:///run/a:b", "plain+unix:///p"}) {
        const auto url = ListenUrl::parse(text);
        ASSERT_TRUE(url) << text;
        EXPECT_EQ(url->text(), text);
    }
}

TEST(ListenUrl, without_a_port_takes_the_protocols_own) {
    EXPECT_EQ(ListenUrl::parse("irc://127.0.0.1")->text(), "irc://127.0.0.1:6667");
    EXPECT_EQ(ListenUrl::parse("ws://localhost")->text(), "ws://localhost:8067");
    EXPECT_EQ(ListenUrl::parse("wss://localhost")->text(), "wss://localhost:8097");
    EXPECT_EQ(ListenUrl::parse("ircs://[::1]")->text(), "ircs://[::1]:6697");
    EXPECT_EQ(ListenUrl::parse("plain://[::1]")->text(), "plain://[::1]:53000");
}

TEST(ListenUrl, a_text_that_is_no_place_is_refused_with_a_sentence_that_quotes_it) {
    for (const char* text : {"",
                             "6667",
                             "http://127.0.0.1:80",
                             "irc://",
                             "irc://:6667",
                             "irc://[::1",
                             "irc://::1:6667",
                             "irc://127.0.0.1:",
                             "irc://127.0.0.1:65536",
                             "irc://127.0.0.1:-1",
                             "irc://127.0.0.1:66x",
                             "irc://[::1]6667",
                             "irc://[]:6667",
                             "irc:/127.0.0.1",
                             "plains://x",
                             "unix://",
                             "unix:///",
                             "unix://irc",
                             "unix:///run/",
                             "unix:///a b",
                             "unix:///a\n",
                             "ircs+unix:///irc"}) {
        const auto url = ListenUrl::parse(text);
        ASSERT_FALSE(url) << text;
        EXPECT_NE(url.error().find("'" + std::string{text} + "'"), std::string::npos);
    }
}

TEST(ListenUrl, the_path_of_a_socket_has_a_length) {
    EXPECT_TRUE(ListenUrl::parse("unix:///" + std::string(106, 'x')));
    EXPECT_FALSE(ListenUrl::parse("unix:///" + std::string(107, 'x')));
}

}  // namespace
}  // namespace brusio::server
