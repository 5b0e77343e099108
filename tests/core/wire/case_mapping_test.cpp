#include "core/wire/case_mapping.h"

#include <gtest/gtest.h>

#include <string>

namespace brusio::wire {
namespace {

TEST(CaseMapping, only_ascii_letters_fold) {
    EXPECT_EQ(fold("AbZ09[]\\^{}|~").text, "abz09[]\\^{}|~");
    EXPECT_EQ(fold("\xC3\x89").text, "\xC3\x89");  // É stays É
    EXPECT_EQ(fold("").text, "");
    EXPECT_TRUE(names_equal("#Lobby", "#lOBBY"));
    EXPECT_FALSE(names_equal("a[", "a{"));
    EXPECT_FALSE(names_equal("ab", "abc"));
}

TEST(Nick, the_usual_names_are_valid) {
    for (const auto* nick : {"bob", "Bob_", "[x]", "`a^", "a-1", "d:e", "w\\{|}", "a#b",
                             "Ren\xC3\xA9", "\xE6\x84\x9B", "\xF0\x9F\x90\x9D"}) {
        EXPECT_TRUE(valid_nick(nick, 30)) << nick;
    }
}

TEST(Nick, what_the_protocol_gives_a_meaning_is_refused) {
    for (const auto* nick : {"", "a b", "a,b", "a*", "a?", "a!b", "a@b", "a.b", "$a", ":a", "#a",
                             "&a", "~a", "%a", "+a", "@a", "-a", "1a"}) {
        EXPECT_FALSE(valid_nick(nick, 30)) << nick;
    }
}

TEST(Nick, what_nobody_can_see_is_refused) {
    for (const auto* nick :
         {"a\x01", "a\x7F", "a\tb", "a\xC2\x85", "a\xC2\xA0", "a\xE2\x80\x8B",
          "a\xE2\x80\xAE"
          "b",
          "a\xEF\xBB\xBF", "a\xE3\x85\xA4", "a\xF3\xA0\x81\x81", "a\xEF\xBF\xBE"}) {
        EXPECT_FALSE(valid_nick(nick, 30)) << nick;
    }
}

TEST(Nick, must_be_utf8_and_short_enough) {
    EXPECT_FALSE(valid_nick("a\xFF", 30));
    EXPECT_FALSE(valid_nick("a\xC3", 30));
    EXPECT_TRUE(valid_nick(std::string(30, 'a'), 30));
    EXPECT_FALSE(valid_nick(std::string(31, 'a'), 30));
}

TEST(RoomName, starts_with_a_hash_and_shows_all_it_has) {
    for (const auto* name : {"#", "#lobby", "##c++", "#a:b", "#caff\xC3\xA8", "#1"}) {
        EXPECT_TRUE(valid_room_name(name, 64)) << name;
    }
    for (const auto* name :
         {"", "lobby", "&local", "#a b", "#a,b", "#a\a", "#a\x01", "#a\xE2\x80\x8B", "#\xFF"}) {
        EXPECT_FALSE(valid_room_name(name, 64)) << name;
    }
    EXPECT_TRUE(valid_room_name("#" + std::string(63, 'a'), 64));
    EXPECT_FALSE(valid_room_name("#" + std::string(64, 'a'), 64));
}

TEST(User, is_visible_ascii_that_fits_between_the_marks_of_a_source) {
    EXPECT_TRUE(valid_user("~bob", 10));
    EXPECT_TRUE(valid_user("a.b-c_d", 10));
    for (const auto* user :
         {"", "a b", "a@b", "a!b", "a*", "a?", "a,b", "a:b", "a\x7F", "\xC3\xA9"}) {
        EXPECT_FALSE(valid_user(user, 10)) << user;
    }
    EXPECT_FALSE(valid_user("12345678901", 10));
}

TEST(Target, a_room_is_told_by_its_first_byte) {
    EXPECT_TRUE(is_room_name("#a"));
    EXPECT_FALSE(is_room_name("a#"));
    EXPECT_FALSE(is_room_name(""));
}

}  // namespace
}  // namespace brusio::wire
