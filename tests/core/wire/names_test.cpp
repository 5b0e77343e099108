#include <gtest/gtest.h>

#include <string>

#include "core/wire/isupport.h"
#include "core/wire/source.h"
#include "core/wire/time_text.h"
#include "core/wire/user_mask.h"

namespace brusio::wire {
namespace {

TEST(Source, is_taken_apart_and_may_lack_parts) {
    const auto shown = [](std::string_view text) {
        const Source source = parse_source(text);
        return std::string{source.nick} + "|" + std::string{source.user} + "|" +
               std::string{source.host};
    };
    EXPECT_EQ(shown("bo!b@host.example"), "bo|b|host.example");
    EXPECT_EQ(shown("bo@host"), "bo||host");
    EXPECT_EQ(shown("bo!b"), "bo|b|");
    EXPECT_EQ(shown("bo"), "bo||");
    EXPECT_EQ(shown(""), "||");
    EXPECT_EQ(shown("bo!@"), "bo||");
    EXPECT_EQ(shown("bo!b!c@h@i"), "bo|b!c|h@i");
    EXPECT_EQ(shown("bo@h!x"), "bo||h!x");
}

TEST(Source, a_lone_name_with_a_dot_is_a_server) {
    EXPECT_TRUE(parse_source("irc.example.org").is_server());
    EXPECT_FALSE(parse_source("bo").is_server());
    EXPECT_FALSE(parse_source("bo!b@irc.example.org").is_server());
}

TEST(UserMask, what_is_left_out_matches_all) {
    EXPECT_EQ(normalise_mask("bob"), "bob!*@*");
    EXPECT_EQ(normalise_mask("b*"), "b*!*@*");
    EXPECT_EQ(normalise_mask("u@h"), "*!u@h");
    EXPECT_EQ(normalise_mask("n!u"), "n!u@*");
    EXPECT_EQ(normalise_mask("n!u@h"), "n!u@h");
    EXPECT_EQ(normalise_mask("n!@"), "n!*@*");
    EXPECT_EQ(normalise_mask("!@h"), "*!*@h");
    EXPECT_EQ(normalise_mask("@h"), "*!*@h");
    EXPECT_EQ(normalise_mask("*"), "*!*@*");
    EXPECT_EQ(normalise_mask(""), "*!*@*");
}

TEST(UserMask, a_word_that_cannot_be_a_nick_is_a_host) {
    EXPECT_EQ(normalise_mask("*.example.org"), "*!*@*.example.org");
    EXPECT_EQ(normalise_mask("192.0.2.7"), "*!*@192.0.2.7");
    EXPECT_EQ(normalise_mask("2001:db8::1"), "*!*@2001:db8::1");
}

TEST(UserMask, runs_of_stars_become_one_and_odd_marks_stay) {
    EXPECT_EQ(normalise_mask("a***b!**@****"), "a*b!*@*");
    EXPECT_EQ(normalise_mask("n!u@h@i"), "n!u@h@i");
    EXPECT_EQ(normalise_mask("a@b!c"), "a@b!c@*");
}

TEST(UserMask, a_full_mask_stays_as_it_is) {
    for (const auto* text : {"bob", "u@h", "*.org", "a!b!c@d", ""}) {
        EXPECT_EQ(normalise_mask(normalise_mask(text)), normalise_mask(text)) << text;
    }
}

TEST(TimeText, is_utc_with_milliseconds) {
    EXPECT_EQ(time_text(WallTime{0}).view(), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(time_text(WallTime{1'795'372'800'123}).view(), "2026-11-22T18:40:00.123Z");
    EXPECT_EQ(time_text(WallTime{951'782'399'999}).view(), "2000-02-28T23:59:59.999Z");
    EXPECT_EQ(time_text(WallTime{951'782'400'000}).view(), "2000-02-29T00:00:00.000Z");
    EXPECT_EQ(time_text(WallTime{-1}).view(), "1969-12-31T23:59:59.999Z");
}

TEST(TimeText, stays_within_four_digits_of_year) {
    EXPECT_EQ(time_text(WallTime{INT64_MAX}).view(), "9999-12-31T23:59:59.999Z");
    EXPECT_EQ(time_text(WallTime{INT64_MIN}).view(), "0000-01-01T00:00:00.000Z");
}

TEST(TimeText, reads_what_it_writes_and_other_fractions) {
    EXPECT_EQ(parse_time("2026-11-22T18:40:00.123Z")->unix_ms, 1'795'372'800'123);
    EXPECT_EQ(parse_time("2026-11-22T18:40:00Z")->unix_ms, 1'795'372'800'000);
    EXPECT_EQ(parse_time("2026-11-22T18:40:00.5Z")->unix_ms, 1'795'372'800'500);
    EXPECT_EQ(parse_time("2026-11-22T18:40:00.123999Z")->unix_ms, 1'795'372'800'123);
    EXPECT_EQ(parse_time("2016-12-31T23:59:60.000Z")->unix_ms, 1'483'228'799'000);
}

TEST(TimeText, refuses_other_forms_and_days_that_do_not_exist) {
    for (const auto* text :
         {"", "now", "2026-11-22", "2026-11-22T18:40:00.123", "2026-11-22 18:40:00Z",
          "2026-11-22T18:40:00.Z", "2026-11-22T18:40:00.1x3Z", "2026-11-22T18:40Z",
          "+026-11-22T18:40:00Z", "2026-1-22T18:40:00Z", "2026-11-22T18:40:00+01:00"}) {
        ASSERT_FALSE(parse_time(text).ok()) << text;
        EXPECT_EQ(parse_time(text).error(), TimeError::malformed) << text;
    }
    for (const auto* text : {"2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
                             "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
                             "2026-01-01T00:00:61Z"}) {
        ASSERT_FALSE(parse_time(text).ok()) << text;
        EXPECT_EQ(parse_time(text).error(), TimeError::no_such) << text;
    }
}

TEST(Isupport, thirteen_tokens_go_on_a_line) {
    const std::vector<std::string> tokens(30, "TOKEN=1");
    const auto groups = pack_isupport(tokens, 400);
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].size(), 13U);
    EXPECT_EQ(groups[1].size(), 13U);
    EXPECT_EQ(groups[2].size(), 4U);
    EXPECT_EQ(groups[0].data(), tokens.data());
    EXPECT_TRUE(pack_isupport({}, 400).empty());
}

TEST(Isupport, long_tokens_fill_a_line_sooner) {
    const std::vector<std::string> tokens{"aaaa", "bbbb", "cccc", std::string(50, 'd'), "e"};
    const auto groups = pack_isupport(tokens, 10);
    ASSERT_EQ(groups.size(), 4U);
    EXPECT_EQ(groups[0].size(), 2U);  // " aaaa bbbb" is ten bytes
    EXPECT_EQ(groups[1].front(), "cccc");
    EXPECT_EQ(groups[2].front().size(), 50U);
    EXPECT_EQ(groups[3].front(), "e");
}

TEST(Isupport, values_are_escaped_and_back) {
    EXPECT_EQ(escape_isupport_value("a b\\c=d"), "a\\x20b\\x5Cc\\x3Dd");
    EXPECT_EQ(unescape_isupport_value("a\\x20b\\x5cc\\x3Dd"), "a b\\c=d");
    EXPECT_EQ(unescape_isupport_value("\\x2 \\xZZ \\"), "\\x2 \\xZZ \\");
    EXPECT_EQ(unescape_isupport_value(escape_isupport_value("\\x20")), "\\x20");
}

TEST(TimeText, a_timestamp_is_read_as_it_was_written) {
    const WallTime time{1'700'000'000'123};
    EXPECT_EQ(timestamp_param(time), "timestamp=2023-11-14T22:13:20.123Z");
    EXPECT_EQ(parse_timestamp_param(timestamp_param(time)), time);
    EXPECT_EQ(parse_timestamp_param("timestamp=soon"), std::nullopt);
    EXPECT_EQ(parse_timestamp_param("2023-11-14T22:13:20.123Z"), std::nullopt);
}

}  // namespace
}  // namespace brusio::wire
