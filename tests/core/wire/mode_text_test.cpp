#include "core/wire/mode_text.h"

#include <gtest/gtest.h>

namespace brusio::wire {
namespace {

constexpr ModeSyntax syntax{"beI", "k", "l", "imnst", "ohv"};
constexpr ModeTextLimits roomy{6, 400};

using Params = std::vector<std::string_view>;

std::vector<ModeChange> parse(const Params& params) { return parse_mode_changes(syntax, params); }

/// "+ov a b | -l" : how a row of texts looks on the wire.
std::string shown(const std::vector<ModeText>& texts) {
    std::string all;
    for (const ModeText& text : texts) {
        if (!all.empty()) all += " | ";
        all += text.letters;
        for (const std::string_view argument : text.arguments) all.append(" ").append(argument);
    }
    return all;
}

std::string compressed(const Params& params, ModeTextLimits limits = roomy) {
    return shown(mode_texts(parse(params), limits));
}

TEST(ModeText, each_kind_takes_its_arguments) {
    const auto changes = parse({"+ob-l+lk-k", "bo", "*!*@*", "10", "key", "key2"});
    ASSERT_EQ(changes.size(), 6U);
    EXPECT_EQ(changes[0], (ModeChange{ModeSign::plus, 'o', "bo", ModeRequest::change}));
    EXPECT_EQ(changes[1], (ModeChange{ModeSign::plus, 'b', "*!*@*", ModeRequest::change}));
    EXPECT_EQ(changes[2], (ModeChange{ModeSign::minus, 'l', "", ModeRequest::change}));
    EXPECT_EQ(changes[3], (ModeChange{ModeSign::plus, 'l', "10", ModeRequest::change}));
    EXPECT_EQ(changes[4], (ModeChange{ModeSign::plus, 'k', "key", ModeRequest::change}));
    EXPECT_EQ(changes[5], (ModeChange{ModeSign::minus, 'k', "key2", ModeRequest::change}));
}

TEST(ModeText, a_list_without_argument_is_asked_for) {
    for (const auto* text : {"b", "+b", "-b"}) {
        const auto changes = parse({text});
        ASSERT_EQ(changes.size(), 1U);
        EXPECT_EQ(changes[0].request, ModeRequest::list_query) << text;
    }
}

TEST(ModeText, unknown_letters_and_missing_arguments_are_told) {
    const auto changes = parse({"+Zo"});
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].request, ModeRequest::unknown_letter);
    EXPECT_EQ(changes[1].request, ModeRequest::missing_argument);
}

TEST(ModeText, an_unknown_letter_takes_no_argument) {
    const auto changes = parse({"+Zo", "bo"});
    EXPECT_EQ(changes[1].argument, "bo");
}

TEST(ModeText, signs_hold_until_the_next_and_plus_is_assumed) {
    const auto changes = parse({"i+-+-mn"});
    ASSERT_EQ(changes.size(), 3U);
    EXPECT_EQ(changes[0].sign, ModeSign::plus);
    EXPECT_EQ(changes[1].sign, ModeSign::minus);
    EXPECT_EQ(changes[2].sign, ModeSign::minus);
}

TEST(ModeText, nothing_and_signs_alone_change_nothing) {
    EXPECT_TRUE(parse({}).empty());
    EXPECT_TRUE(parse({""}).empty());
    EXPECT_TRUE(parse({"+-+"}).empty());
}

TEST(ModeText, is_written_with_as_few_signs_as_possible) {
    EXPECT_EQ(compressed({"+o+o-v", "a", "b", "c"}), "+oo-v a b c");
    EXPECT_EQ(compressed({"i-i+i"}), "+i-i+i");
    EXPECT_EQ(compressed({"-k+l", "x", "5"}), "-k+l x 5");
    EXPECT_EQ(compressed({}), "");
}

TEST(ModeText, goes_on_in_a_new_line_where_the_limits_say_so) {
    EXPECT_EQ(compressed({"+ooo-mo", "a", "b", "c", "d"}, {2, 400}), "+oo a b | +o-mo c d");
    EXPECT_EQ(compressed({"+oo-m", "aaaa", "bbbb"}, {6, 8}), "+o aaaa | +o bbbb | -m");
    EXPECT_EQ(compressed({"+oo-m", "aaaa", "bbbb"}, {6, 9}), "+o aaaa | +o-m bbbb");
    EXPECT_EQ(compressed({"+oi", "a-very-long-argument"}, {6, 8}), "+o a-very-long-argument | +i");
    EXPECT_EQ(compressed({"+imnst"}, {6, 4}), "+imn | +st");
}

TEST(ModeText, a_client_reads_the_syntax_from_isupport) {
    const ModeSyntax read = mode_syntax_from("beI,k,l,imnst", "(ohv)@%+");
    EXPECT_EQ(read.list, "beI");
    EXPECT_EQ(read.always, "k");
    EXPECT_EQ(read.when_set, "l");
    EXPECT_EQ(read.never, "imnst");
    EXPECT_EQ(read.rank, "ohv");
    EXPECT_EQ(read.kind_of('h'), ModeKind::rank);
    EXPECT_EQ(read.kind_of('t'), ModeKind::never);
    EXPECT_EQ(read.kind_of('Z'), std::nullopt);
}

TEST(ModeText, a_malformed_isupport_gives_no_letters) {
    EXPECT_EQ(mode_syntax_from("", "").rank, "");
    EXPECT_EQ(mode_syntax_from("", "(ov").rank, "");
    EXPECT_EQ(mode_syntax_from("b,k", "ov").list, "b");
    EXPECT_EQ(mode_syntax_from("b,,l,n,extra", "").never, "n");
    EXPECT_EQ(mode_syntax_from("b,,l,n,extra", "").always, "");
}

TEST(ModeTextDeathTest, what_is_no_change_cannot_be_written) {
    const auto query = parse({"b"});
    EXPECT_DEATH((void)mode_texts(query, roomy), "broken invariant");
}

}  // namespace
}  // namespace brusio::wire
