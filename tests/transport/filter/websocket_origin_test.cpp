#include "transport/filter/websocket_origin.h"

#include <gtest/gtest.h>

namespace brusio::filter {
namespace {

TEST(Origin, without_a_list_only_pages_of_this_machine_are_let_in) {
    for (const char* origin : {"http://localhost", "http://localhost:3000", "https://LOCALHOST",
                               "http://127.0.0.1:8080", "http://127.9.9.9", "http://[::1]:5173"}) {
        EXPECT_TRUE(origin_allowed({}, origin)) << origin;
    }
    for (const char* origin :
         {"https://evil.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example",
          "http://127.evil.example", "http://192.0.2.1", "null", "", "localhost", "file://",
          "http://evil.example#@localhost", "http://localhost@evil.example", "http://[::1",
          "://localhost", "http://localhost/page"}) {
        EXPECT_FALSE(origin_allowed({}, origin)) << origin;
    }
}

TEST(Origin, a_list_is_the_whole_truth) {
    const std::vector<std::string> list{"https://chat.example.org", "http://localhost:3000"};
    EXPECT_TRUE(origin_allowed(list, "https://chat.example.org"));
    EXPECT_TRUE(origin_allowed(list, "HTTPS://Chat.Example.Org"));
    EXPECT_TRUE(origin_allowed(list, "http://localhost:3000"));
    EXPECT_FALSE(origin_allowed(list, "http://chat.example.org"));
    EXPECT_FALSE(origin_allowed(list, "https://chat.example.org:8443"));
    EXPECT_FALSE(origin_allowed(list, "https://chat.example.org.evil.example"));
    EXPECT_FALSE(origin_allowed(list, "http://localhost"));
    EXPECT_FALSE(origin_allowed(list, "null"));
}

TEST(Origin, a_star_is_everybody) {
    EXPECT_TRUE(origin_allowed({"*"}, "https://anybody.example"));
    EXPECT_TRUE(origin_allowed({"*"}, "null"));
}

TEST(Origin, is_written_as_browsers_write_it) {
    for (const char* origin : {"https://chat.example.org", "http://[::1]:80", "app://page"}) {
        EXPECT_TRUE(is_origin(origin)) << origin;
    }
    for (const char* origin : {"", "*", "chat.example.org", "https://", "https://a/", "https://a?b",
                               "https://a b", "https://user@a", "://a"}) {
        EXPECT_FALSE(is_origin(origin)) << origin;
    }
}

}  // namespace
}  // namespace brusio::filter
