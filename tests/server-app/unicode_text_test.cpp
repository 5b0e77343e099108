#include "server-app/unicode_text.h"

#include <gtest/gtest.h>

namespace brusio::server {
namespace {

TEST(NameSkeletons, are_the_same_for_names_that_look_alike) {
    const auto skeleton = name_skeletons();
    EXPECT_EQ(skeleton("alice"), skeleton("ALICE"));
    EXPECT_EQ(skeleton("evan"), skeleton("\xD0\xB5van"));  // Cyrillic ie
    EXPECT_EQ(skeleton("Evan"), skeleton("\xD0\x95van"));  // Cyrillic capital ie
    EXPECT_EQ(skeleton("bob"), skeleton("b0b"));
    EXPECT_EQ(skeleton("modern"), skeleton("modem"));
    EXPECT_EQ(skeleton("\xC3\xA9va"), skeleton("e\xCC\x81va"));  // composed and decomposed
    EXPECT_NE(skeleton("alice"), skeleton("alicia"));
    EXPECT_NE(skeleton("\xC3\xA9va"), skeleton("eva"));
}

TEST(PreparedPassword, is_what_clients_make_of_it_too) {
    EXPECT_EQ(prepared_password("pencil"), "pencil");
    // RFC 4013 section 3: soft hyphens go, compatibility forms are replaced.
    EXPECT_EQ(prepared_password("I\xC2\xADX"), "IX");
    EXPECT_EQ(prepared_password("\xE2\x85\xA8"), "IX");
    EXPECT_EQ(prepared_password("\x07"), "\x07");  // prohibited: as it is
    // So does the rest of a text with something forbidden, or newer than the specification, in it.
    EXPECT_EQ(prepared_password("\x07\xE2\x85\xA8"), "\x07IX");
    EXPECT_EQ(prepared_password("\xF0\x9F\x98\x80\xE2\x85\xA8"), "\xF0\x9F\x98\x80IX");
    EXPECT_EQ(prepared_password("\xC2\xAD"), "\xC2\xAD");  // nothing would be left
    EXPECT_EQ(prepared_password(std::string(600, 'x')).size(), 600U);
}

}  // namespace
}  // namespace brusio::server
