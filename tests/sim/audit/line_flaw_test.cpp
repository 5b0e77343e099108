#include <gtest/gtest.h>

#include <string>

#include "sim/audit/text_line.h"

namespace brusio::sim {
namespace {

constexpr TagCaps every_cap = 0xFF;

std::string flaw(const std::string& line, TagCaps caps = every_cap) {
    return std::string{flaw_in(line, read_line(line), caps)};
}

TEST(TextLine, is_taken_apart_as_the_specs_say) {
    const TextLine line = read_line("@time=now;msgid=7 :ann!a@h PRIVMSG  #a :hello  there");
    EXPECT_EQ(line.tags, "time=now;msgid=7");
    EXPECT_EQ(line.nick(), "ann");
    EXPECT_EQ(line.command, "PRIVMSG");
    ASSERT_EQ(line.param_count, 2U);
    EXPECT_EQ(line.param(1), "hello  there");
    EXPECT_EQ(line.param(2), "");
    EXPECT_EQ(tag_value(line.tags, "msgid"), "7");
    EXPECT_EQ(tag_value(line.tags, "time"), "now");
    EXPECT_EQ(tag_value(line.tags, "im"), "");
}

TEST(LineFlaw, finds_nothing_in_what_servers_say) {
    for (const char* line :
         {":irc.example 001 ann :Welcome", "PING :irc.example", "ERROR :bye",
          "@msgid=1;time=2026-01-01T00:00:00.000Z :bob!b@h PRIVMSG #a :\xC3\xA9\xE2\x82\xAC",
          ":irc.example 353 ann = #a :@ann bob", ":ann!a@h JOIN #a account :Ann",
          ":irc.example CAP * LS :batch", ":ann QUIT"}) {
        EXPECT_EQ(flaw(line), "") << line;
    }
}

TEST(LineFlaw, finds_what_a_client_could_not_live_with) {
    EXPECT_EQ(flaw(":a!b@c PRIVMSG #a :" + std::string(500, 'x')), "the line is too long");
    EXPECT_EQ(flaw(":a!b@c PRIVMSG #a :" + std::string(491, 'x')), "");
    EXPECT_EQ(flaw(":a!b@c PRIVMSG #a :" + std::string(492, 'x')), "the line is too long");
    EXPECT_EQ(flaw(":a PRIVMSG #a :two\rlines"), "there is a CR, LF or NUL inside");
    EXPECT_EQ(flaw(std::string(":a PRIVMSG #a :x\0y", 18)), "there is a CR, LF or NUL inside");
    EXPECT_EQ(flaw(":a PRIVMSG #a :\xC3"), "it is not UTF-8");
    EXPECT_EQ(flaw(":irc.example 353 ann = #a"), "a parameter is missing");
    EXPECT_EQ(flaw(":a!b@c KICK #a"), "a parameter is missing");
    EXPECT_EQ(flaw(":a!b@c privmsg #a :x"), "the command is not one");
    EXPECT_EQ(flaw(":a!b@c 12 #a :x"), "the command is not one");
    EXPECT_EQ(flaw("@" + std::string(8190, 'x') + " :a PRIVMSG #a :x"), "the tags are too long");
    EXPECT_EQ(flaw("@a;;b :a PRIVMSG #a :x"), "a tag has no name");
}

TEST(LineFlaw, a_tag_needs_its_capability) {
    const std::string line = "@time=2026-01-01T00:00:00.000Z :a!b@c PRIVMSG #a :x";
    EXPECT_EQ(flaw(line, 0), "a tag was not negotiated");
    EXPECT_EQ(flaw(line, static_cast<TagCaps>(TagCap::server_time)), "");
    const std::string tagged = "@msgid=1 :a!b@c PRIVMSG #a :x";
    EXPECT_EQ(flaw(tagged, static_cast<TagCaps>(TagCap::server_time)), "a tag was not negotiated");
    EXPECT_EQ(flaw(tagged, static_cast<TagCaps>(TagCap::message_tags)), "");
}

TEST(Utf8, knows_the_edges_of_each_length) {
    for (const char* good : {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                             "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        EXPECT_TRUE(is_utf8(good)) << good;
    }
    for (const char* bad :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE2\x82", "a\xFFz"}) {
        EXPECT_FALSE(is_utf8(bad)) << bad;
    }
}

}  // namespace
}  // namespace brusio::sim
