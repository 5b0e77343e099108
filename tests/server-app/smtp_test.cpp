#include "server-app/smtp.h"

#include <gtest/gtest.h>

namespace brusio::server {
namespace {

TEST(Smtp, a_relay_is_a_scheme_a_host_and_perhaps_a_port) {
    for (const char* url : {"smtp://mail.example.org", "smtp://127.0.0.1:25", "smtps://a-b.c:465",
                            "smtp://[::1]:2525", "smtps://[2001:db8::1]"}) {
        EXPECT_TRUE(valid_relay_url(url)) << url;
    }
    for (const char* url :
         {"", "mail.example.org", "http://a", "smtp://", "smtp://a:", "smtp://a:0",
          "smtp://a:65536", "smtp://a:2x", "smtp://a/b", "smtp://user@a", "smtp://a b",
          "smtp://a\n", "smtp://[::1", "smtp://[::1]x", "smtp://a?b"}) {
        EXPECT_FALSE(valid_relay_url(url)) << url;
    }
}

}  // namespace
}  // namespace brusio::server
