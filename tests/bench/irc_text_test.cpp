#include "bench/load/irc_text.h"

#include <gtest/gtest.h>

namespace brusio::bench {
namespace {

TEST(LineParts, tags_source_and_command_are_told_apart) {
    const LineParts parts = split_line("@time=1;x :nick!user@host PRIVMSG #room :hello there");
    EXPECT_EQ(parts.nick, "nick");
    EXPECT_EQ(parts.command, "PRIVMSG");
    EXPECT_EQ(parts.params, "#room :hello there");
}

TEST(LineParts, a_bare_command_has_no_source_and_no_parameters) {
    const LineParts parts = split_line("PING");
    EXPECT_EQ(parts.nick, "");
    EXPECT_EQ(parts.command, "PING");
    EXPECT_EQ(parts.params, "");
}

TEST(LineParts, a_server_without_user_part_is_its_own_nick) {
    EXPECT_EQ(split_line(":irc.example 001 me :hi").nick, "irc.example");
}

TEST(TagValue, is_found_wherever_the_tag_stands_and_by_its_whole_name) {
    const std::string_view line = "@labels=a;label=b7;x;time=1 :nick!user@host PRIVMSG #r :label=c";
    EXPECT_EQ(tag_value(line, "label"), "b7");
    EXPECT_EQ(tag_value(line, "time"), "1");
    EXPECT_EQ(tag_value(line, "x"), "");
    EXPECT_EQ(tag_value(line, "abel"), "");
    EXPECT_EQ(tag_value("PRIVMSG #r :@label=c", "label"), "");
}

TEST(NextParam, takes_words_and_then_the_rest_after_a_colon) {
    std::string_view params = "one two :three four";
    EXPECT_EQ(next_param(params), "one");
    EXPECT_EQ(next_param(params), "two");
    EXPECT_EQ(next_param(params), "three four");
    EXPECT_EQ(next_param(params), "");
}

}  // namespace
}  // namespace brusio::bench
