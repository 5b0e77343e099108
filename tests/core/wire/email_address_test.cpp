#include "core/wire/email_address.h"

#include <gtest/gtest.h>

#include <string>

namespace brusio::wire {
namespace {

TEST(EmailAddress, takes_what_people_have) {
    for (const char* text :
         {"ann@example.org", "a@b", "ann.lee+chat@mail.example.co.uk", "o'neil@example.org",
          "x_y-z@xn--bcher-kva.example", "1@2.3", "Ann@Example.ORG"}) {
        EXPECT_TRUE(valid_email_address(text)) << text;
    }
    const std::string label(63, 'd');
    EXPECT_TRUE(valid_email_address(std::string(64, 'a') + "@" + label + ".org"));
}

TEST(EmailAddress, takes_nothing_that_a_header_or_a_command_could_end_at) {
    for (const char* text : {"",           "ann",          "@",
                             "ann@",       "@example.org", "a@b@c",
                             "a b@c",      "a@b c",        "a@b\r\nBcc: c@d",
                             "a@b\nX: y",  "a@b\r",        "\na@b",
                             "a@b>",       "<a@b>",        "a,b@c",
                             "a@b,c@d",    "a;b@c",        "a:b@c",
                             "\"a b\"@c",  "a\\b@c",       "a@[127.0.0.1]",
                             "(x)a@b",     "a@b(x)",       ".a@b",
                             "a.@b",       "a..b@c",       "a@.b",
                             "a@b.",       "a@b..c",       "a@-b",
                             "a@b-",       "a@b_c",        "\xc3\xa4@b",
                             "a@\xc3\xa4", "a@b\t",        "a\x7f@b",
                             "-@b c"}) {
        EXPECT_FALSE(valid_email_address(text)) << text;
    }
    EXPECT_FALSE(valid_email_address(std::string_view{"a@b\0c", 5}));
    EXPECT_FALSE(valid_email_address(std::string(65, 'a') + "@b"));
    EXPECT_FALSE(valid_email_address("a@" + std::string(64, 'd') + ".org"));
    std::string longest = "a@";
    while (longest.size() < 252) longest += "b.";
    EXPECT_TRUE(valid_email_address(longest + "bc"));
    EXPECT_FALSE(valid_email_address(longest + "bcd"));
}

TEST(EmailAddress, one_mailbox_has_one_key) {
    EXPECT_EQ(mailbox_key("Ann@Example.ORG"), "ann@example.org");
    EXPECT_EQ(mailbox_key("ann+chat+2@example.org"), "ann@example.org");
    EXPECT_EQ(mailbox_key("+ann@example.org"), "+ann@example.org");
    EXPECT_NE(mailbox_key("ann@example.org"), mailbox_key("anna@example.org"));
}

}  // namespace
}  // namespace brusio::wire
