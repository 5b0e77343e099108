#include "core/room/mask.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace brusio::room {
namespace {

/// The definition of a glob, word for word and without care for speed: what glob_match must equal.
bool naive_match(std::string_view pattern, std::string_view text) {
    if (pattern.empty()) return text.empty();
    if (pattern.front() == '*') {
        return naive_match(pattern.substr(1), text) ||
               (!text.empty() && naive_match(pattern, text.substr(1)));
    }
    if (text.empty()) return false;
    if (pattern.front() == '?') return naive_match(pattern.substr(1), text.substr(1));
    if (pattern.front() == '\\' && pattern.size() > 1) pattern.remove_prefix(1);
    return pattern.front() == text.front() && naive_match(pattern.substr(1), text.substr(1));
}

TEST(Mask, literal_text_matches_itself_alone) {
    EXPECT_TRUE(glob_match("eve!e@h", "eve!e@h"));
    EXPECT_FALSE(glob_match("eve!e@h", "eve!e@hh"));
    EXPECT_FALSE(glob_match("eve!e@hh", "eve!e@h"));
    EXPECT_TRUE(glob_match("", ""));
    EXPECT_FALSE(glob_match("", "a"));
}

TEST(Mask, a_star_takes_anything_or_nothing) {
    EXPECT_TRUE(glob_match("*", ""));
    EXPECT_TRUE(glob_match("eve!*@*", "eve!u@host.example"));
    EXPECT_TRUE(glob_match("*!*@*.example", "eve!u@a.b.example"));
    EXPECT_FALSE(glob_match("*!*@*.example", "eve!u@a.b.example.org"));
    EXPECT_TRUE(glob_match("a**b***", "ab"));
}

TEST(Mask, a_question_mark_takes_exactly_one_character) {
    EXPECT_TRUE(glob_match("e?e", "eve"));
    EXPECT_FALSE(glob_match("e?e", "ee"));
    EXPECT_FALSE(glob_match("eve?", "eve"));
}

TEST(Mask, a_question_mark_takes_a_whole_utf8_sequence) {
    EXPECT_TRUE(glob_match("caff?", "caff\xC3\xA8"));
    EXPECT_FALSE(glob_match("caff??", "caff\xC3\xA8"));
    EXPECT_FALSE(glob_match("*?\xA8", "caff\xC3\xA8"));
}

TEST(Mask, a_backslash_takes_the_next_character_as_it_is) {
    EXPECT_TRUE(glob_match("a\\*b", "a*b"));
    EXPECT_FALSE(glob_match("a\\*b", "axb"));
    EXPECT_TRUE(glob_match("a\\?", "a?"));
    EXPECT_FALSE(glob_match("a\\?", "ab"));
    EXPECT_TRUE(glob_match("a\\\\b", "a\\b"));
    EXPECT_TRUE(glob_match("a\\", "a\\")) << "at the end it stands for itself";
}

TEST(Mask, a_pattern_made_to_explode_costs_no_more_than_the_product_of_the_lengths) {
    std::string pattern;
    for (int i = 0; i < 200; ++i) pattern += "a*";
    pattern += 'b';
    // An exponential matcher would not come back from this within the age of the universe.
    EXPECT_FALSE(glob_match(pattern, std::string(4'000, 'a')));
}

RC_GTEST_PROP(Mask, agrees_with_the_definition_on_every_small_pattern, ()) {
    const auto pattern =
        *rc::gen::container<std::string>(rc::gen::element('a', 'b', '*', '?', '\\'));
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', '*', '\\'));
    const std::string short_pattern = pattern.substr(0, 12);
    const std::string short_text = text.substr(0, 12);
    RC_ASSERT(glob_match(short_pattern, short_text) == naive_match(short_pattern, short_text));
}

TEST(Mask, what_a_person_left_out_becomes_a_star) {
    EXPECT_EQ(complete_mask("eve"), "eve!*@*");
    EXPECT_EQ(complete_mask("u@h"), "*!u@h");
    EXPECT_EQ(complete_mask("@h"), "*!*@h");
    EXPECT_EQ(complete_mask("eve!u"), "eve!u@*");
    EXPECT_EQ(complete_mask("eve!u@h"), "eve!u@h");
    EXPECT_EQ(complete_mask("eve!@"), "eve!*@*");
    EXPECT_EQ(complete_mask(""), "*!*@*");
}

RC_GTEST_PROP(Mask, completing_twice_changes_nothing_more, ()) {
    const auto mask = *rc::gen::container<std::string>(rc::gen::element('a', '!', '@', '*', '.'));
    const std::string once = complete_mask(mask);
    RC_ASSERT(complete_mask(once) == once);
}

}  // namespace
}  // namespace brusio::room
