#include "bench/load/target.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace brusio::bench {
namespace {

TEST(Target, an_address_with_a_port_is_read) {
    EXPECT_EQ(parse_target("irc://127.0.0.1:7000"), (Target{"127.0.0.1", 7000}));
    EXPECT_EQ(parse_target("irc://10.1.2.3:7000/"), (Target{"10.1.2.3", 7000}));
}

TEST(Target, the_port_of_irc_is_the_default) {
    EXPECT_EQ(parse_target("irc://127.0.0.1"), (Target{"127.0.0.1", 6667}));
}

TEST(Target, localhost_is_the_loopback_address) {
    EXPECT_EQ(parse_target("irc://localhost:1"), (Target{"127.0.0.1", 1}));
}

TEST(Target, what_is_no_target_is_refused_with_its_own_text) {
    for (const char* url : {"", "127.0.0.1:6667", "http://127.0.0.1", "irc://", "irc://:6667",
                            "irc://example.org", "irc://127.0.0.1:", "irc://127.0.0.1:0",
                            "irc://127.0.0.1:65536", "irc://127.0.0.1:6667x", "irc://256.0.0.1"}) {
        try {
            parse_target(url);
            ADD_FAILURE() << url << " was taken";
        } catch (const std::invalid_argument& refusal) {
            EXPECT_NE(std::string{refusal.what()}.find(url), std::string::npos);
        }
    }
}

TEST(Target, the_address_is_found_in_a_log_line) {
    EXPECT_EQ(find_target("level=info msg=listening url=irc://127.0.0.1:41234 kind=irc"),
              "irc://127.0.0.1:41234");
    EXPECT_EQ(find_target("url=\"irc://127.0.0.1:41234\"\n"), "irc://127.0.0.1:41234");
    EXPECT_EQ(find_target("listening on plain://127.0.0.1:1"), "");
}

}  // namespace
}  // namespace brusio::bench
