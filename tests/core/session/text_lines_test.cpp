#include "core/session/text_lines.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

using Lines = std::vector<TextLine>;

TEST(TextLines, are_joined_by_line_feeds_unless_they_continue) {
    EXPECT_EQ(joined(Lines{{"a"}, {"b", true}, {""}, {"c"}}), "ab\n\nc");
    EXPECT_EQ(joined(Lines{{"a", true}}), "a");
}

TEST(TextLines, of_a_text_are_those_between_its_line_feeds) {
    EXPECT_EQ(lines_of("a\n\nb"), (Lines{{"a"}, {""}, {"b"}}));
    EXPECT_EQ(lines_of(""), Lines{{""}});
    EXPECT_EQ(lines_of("a\n"), (Lines{{"a"}, {""}}));
}

TEST(TextLines, that_are_too_long_are_cut_behind_the_last_blank_that_fits) {
    const std::string words = std::string(250, 'a') + " " + std::string(250, 'b');
    const Lines lines = lines_of(words);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].text, words.substr(0, 251));
    EXPECT_TRUE(lines[1].continues);
    EXPECT_EQ(joined(lines), words);
}

TEST(TextLines, without_a_blank_are_cut_between_characters) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "\xc3\xa8";
    const Lines lines = lines_of(text);
    EXPECT_EQ(joined(lines), text);
    for (const TextLine& line : lines) {
        EXPECT_LE(line.text.size(), text_line_bytes_max);
        EXPECT_EQ(line.text.size() % 2, 0U);
    }
}

}  // namespace
}  // namespace brusio::session
