#include "core/session/operators/ban_subject.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

std::string shown(std::string_view text) {
    const auto subject = read_ban_subject(text);
    return subject ? subject_text(subject->kind, subject->text) : "nothing";
}

TEST(BanSubject, is_read_in_its_forms_and_shown_as_it_is_read) {
    EXPECT_EQ(shown("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(shown("192.0.2.7/24"), "192.0.2.0/24");
    EXPECT_EQ(shown("*@192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(shown("*!*@2001:DB8::/32"), "2001:db8::/32");
    EXPECT_EQ(shown("::1"), "0::1");
    EXPECT_EQ(shown("Eve!*@*.Example"), "eve!*@*.example");
    EXPECT_EQ(shown("~a:Eve"), "account:eve");
    EXPECT_EQ(shown("realname:*Buy\\sgold*"), "realname:*buy?gold*");
    for (const char* text : {"0::1", "account:eve", "eve!*@*.example", "realname:*buy?gold*"}) {
        EXPECT_EQ(shown(shown(text)), text);
    }
    EXPECT_EQ(shown("eve"), "nothing");
    EXPECT_EQ(shown(""), "nothing");
    EXPECT_EQ(shown("account:"), "nothing");
}

TEST(BanSubject, for_everybody_is_known) {
    for (const char* text : {"*!*@*", "0.0.0.0/0", "1.0.0.0/7", "::/0", "*!*@*.de", "realname:*"}) {
        EXPECT_TRUE(is_for_everybody(read_ban_subject(text).value())) << text;
    }
    for (const char* text : {"eve!*@*", "10.0.0.0/8", "2001::/16", "account:x", "realname:spam"}) {
        EXPECT_FALSE(is_for_everybody(read_ban_subject(text).value())) << text;
    }
}

TEST(BanSubject, as_a_mask_fits_the_shown_host_the_address_and_its_ranges) {
    const Person eve{"eve!~u", "some.cloak", "192.0.2.7", "eve", ""};
    for (const char* mask : {"*!*@some.*", "eve!*@192.0.2.*", "*!~u@192.0.2.0/25", "e?e!*@*"}) {
        EXPECT_TRUE(mask_fits(mask, eve)) << mask;
    }
    for (const char* mask : {"bob!*@*", "*!*@192.0.2.128/25", "*!*@2001:db8::/32", "eve"}) {
        EXPECT_FALSE(mask_fits(mask, eve)) << mask;
    }
}

}  // namespace
}  // namespace brusio::session
