#include "core/wire/line.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace brusio::wire {
namespace {

std::vector<std::string> params_of(std::string_view text) {
    const auto line = parse_line(text);
    if (!line) return {"(" + std::to_string(static_cast<int>(line.error())) + ")"};
    return {line->params().begin(), line->params().end()};
}

using Texts = std::vector<std::string>;

TEST(Line, a_full_line_is_taken_apart) {
    const auto line = parse_line("@id=1;+react=x :bo!b@host PRIVMSG #lobby :hello there: you");
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->tags, "id=1;+react=x");
    EXPECT_EQ(line->source, "bo!b@host");
    EXPECT_EQ(line->command, "PRIVMSG");
    ASSERT_EQ(line->params_count, 2U);
    EXPECT_EQ(line->param(0), "#lobby");
    EXPECT_EQ(line->param(1), "hello there: you");
}

TEST(Line, a_command_alone_has_no_params) {
    const auto line = parse_line("QUIT");
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->command, "QUIT");
    EXPECT_EQ(line->params_count, 0U);
    EXPECT_TRUE(line->tags.empty());
    EXPECT_TRUE(line->source.empty());
}

TEST(Line, a_trailing_param_is_a_param_like_any_other) {
    EXPECT_EQ(params_of("TOPIC #a :new"), (Texts{"#a", "new"}));
    EXPECT_EQ(params_of("TOPIC #a new"), (Texts{"#a", "new"}));
    EXPECT_EQ(params_of("TOPIC #a ::)"), (Texts{"#a", ":)"}));
    EXPECT_EQ(params_of("TOPIC #a : two words "), (Texts{"#a", " two words "}));
}

TEST(Line, an_empty_trailing_param_counts) {
    EXPECT_EQ(params_of("TOPIC #a :"), (Texts{"#a", ""}));
    EXPECT_EQ(params_of("AWAY :"), (Texts{""}));
}

TEST(Line, a_colon_inside_a_middle_param_belongs_to_it) {
    EXPECT_EQ(params_of("MODE #a +b ~a:eve x:"), (Texts{"#a", "+b", "~a:eve", "x:"}));
}

TEST(Line, any_run_of_spaces_separates) {
    const auto line = parse_line("  @a=b   :src   PING   one    two   ");
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->tags, "a=b");
    EXPECT_EQ(line->source, "src");
    EXPECT_EQ(params_of("  PING   one    two   "), (Texts{"one", "two"}));
}

TEST(Line, spaces_are_the_only_separators) { EXPECT_EQ(params_of("PING a\tb"), (Texts{"a\tb"})); }

TEST(Line, the_fifteenth_param_takes_the_rest) {
    const Texts all = params_of("X 1 2 3 4 5 6 7 8 9 10 11 12 13 14 fifteen and more :x");
    ASSERT_EQ(all.size(), 15U);
    EXPECT_EQ(all.back(), "fifteen and more :x");
    EXPECT_EQ(params_of("X 1 2 3 4 5 6 7 8 9 10 11 12 13 14 :15 x").back(), "15 x");
    EXPECT_EQ(params_of("X 1 2 3 4 5 6 7 8 9 10 11 12 13 14").size(), 14U);
}

TEST(Line, nothing_and_spaces_alone_are_empty) {
    EXPECT_EQ(parse_line("").error(), LineError::empty);
    EXPECT_EQ(parse_line("    ").error(), LineError::empty);
}

TEST(Line, tags_or_a_source_without_a_command_are_an_error) {
    for (const auto* text : {"@", "@a=b", "@a=b ", ":src", ":src  ", "@a :b", "@ :", ":"}) {
        ASSERT_FALSE(parse_line(text).ok()) << text;
        EXPECT_EQ(parse_line(text).error(), LineError::no_command) << text;
    }
}

TEST(Line, a_missing_param_reads_as_empty_text) {
    const auto line = parse_line("JOIN #a");
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->param(1), "");
    EXPECT_EQ(line->param(99), "");
}

TEST(Line, a_colon_or_at_sign_later_on_opens_neither_source_nor_tags) {
    const auto line = parse_line(":a @b :c");
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->source, "a");
    EXPECT_EQ(line->command, "@b");
    EXPECT_EQ(line->param(0), "c");
}

TEST(Line, the_parts_are_views_into_the_text) {
    const std::string text = "@t :s CMD p :q r";
    const auto line = parse_line(text);
    ASSERT_TRUE(line.ok());
    for (const std::string_view part :
         {line->tags, line->source, line->command, line->param(0), line->param(1)}) {
        EXPECT_GE(part.data(), text.data());
        EXPECT_LE(part.data() + part.size(), text.data() + text.size());
    }
}

TEST(Line, commands_are_compared_without_case) {
    EXPECT_TRUE(equals_command("privmsg", "PRIVMSG"));
    EXPECT_TRUE(equals_command("PrivMsg", "PRIVMSG"));
    EXPECT_FALSE(equals_command("PRIVMS", "PRIVMSG"));
    EXPECT_FALSE(equals_command("NOTICE", "PRIVMSG"));
}

}  // namespace
}  // namespace brusio::wire
