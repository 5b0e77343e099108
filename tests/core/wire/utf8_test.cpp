#include "core/wire/utf8.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace brusio::wire {
namespace {

TEST(Utf8, texts_of_every_length_of_character_are_valid) {
    EXPECT_TRUE(valid_utf8(""));
    EXPECT_TRUE(valid_utf8("plain text of more than eight bytes"));
    EXPECT_TRUE(
        valid_utf8("\xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF"));
    EXPECT_TRUE(valid_utf8("\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF"));
}

TEST(Utf8, what_rfc_3629_rules_out_is_invalid) {
    for (const auto* text : {"\x80",
                             "\xBF",
                             "\xFE",
                             "\xFF",  // no lead byte
                             "\xC0\x80",
                             "\xC1\xBF",  // overlong in two
                             "\xE0\x80\x80",
                             "\xE0\x9F\xBF",  // overlong in three
                             "\xF0\x80\x80\x80",
                             "\xF0\x8F\xBF\xBF",  // overlong in four
                             "\xED\xA0\x80",
                             "\xED\xBF\xBF",  // surrogates
                             "\xF4\x90\x80\x80",
                             "\xF5\x80\x80\x80",  // above the last character
                             "\xC3",
                             "\xE2\x82",
                             "\xF0\x9F\x90",  // cut short
                             "\xC3(",
                             "\xE2(\xA1",
                             "\xF0\x9F(\x9D",
                             "ascii first \xFF"}) {
        EXPECT_FALSE(valid_utf8(text)) << text;
    }
}

TEST(Utf8, decodes_one_character) {
    EXPECT_EQ(decode_utf8("a").value, U'a');
    EXPECT_EQ(decode_utf8("\xC3\xA9x").value, U'\u00E9');
    EXPECT_EQ(decode_utf8("\xE2\x82\xACx").value, U'\u20AC');
    EXPECT_EQ(decode_utf8("\xF0\x9F\x90\x9Dx").value, U'\U0001F41D');
    EXPECT_EQ(decode_utf8("\xF0\x9F\x90\x9Dx").bytes, 4U);
    EXPECT_EQ(decode_utf8("").bytes, 0U);
    EXPECT_EQ(decode_utf8("\xE2\x82").bytes, 0U);
}

TEST(Utf8, a_cut_never_splits_a_character) {
    const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x90\x9D";  // 1 + 2 + 3 + 4 bytes
    const std::size_t cuts[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
    for (std::size_t most = 0; most < std::size(cuts); ++most) {
        EXPECT_EQ(utf8_cut(text, most), cuts[most]) << most;
    }
}

TEST(Utf8, a_cut_in_what_is_not_utf8_is_where_it_was_asked) {
    EXPECT_EQ(utf8_cut("\xFF\xFF\xFF\xFF", 2), 2U);
    EXPECT_EQ(utf8_cut("\x80\x80\x80\x80\x80\x80", 5), 5U);
    EXPECT_EQ(utf8_cut("ab\xC3(cd", 3), 3U);
}

TEST(Utf8, knows_a_character_that_is_still_arriving) {
    EXPECT_EQ(utf8_unfinished("a\xC3"), 1U);
    EXPECT_EQ(utf8_unfinished("a\xE2\x82"), 2U);
    EXPECT_EQ(utf8_unfinished("a\xF0\x9F\x90"), 3U);
    EXPECT_EQ(utf8_unfinished("a\xC3\xA9"), 0U);
    EXPECT_EQ(utf8_unfinished("a"), 0U);
    EXPECT_EQ(utf8_unfinished(""), 0U);
    EXPECT_EQ(utf8_unfinished("\xED\xA0"), 0U);  // no character can go on so
}

TEST(Utf8, spaces_and_marks_are_invisible_and_letters_are_not) {
    for (const char32_t c :
         {0x00U, 0x20U, 0x7FU, 0x85U, 0xA0U, 0xADU, 0x200BU, 0x202EU, 0x2028U, 0x2066U, 0x3000U,
          0xFEFFU, 0xFE0FU, 0xE000U, 0xFDD0U, 0xFFFEU, 0x1FFFFU, 0xE0041U}) {
        EXPECT_TRUE(is_invisible(c)) << static_cast<std::uint32_t>(c);
    }
    for (const char32_t c :
         {0x21U, 0x7EU, 0xA1U, 0xE9U, 0x3B1U, 0x5D0U, 0x627U, 0x4E00U, 0xAC00U, 0x1F41DU}) {
        EXPECT_FALSE(is_invisible(c)) << static_cast<std::uint32_t>(c);
    }
}

}  // namespace
}  // namespace brusio::wire
