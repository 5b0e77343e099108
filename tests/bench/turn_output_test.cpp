#include "bench/floor/turn_output.h"

#include <gtest/gtest.h>

namespace brusio::bench {
namespace {

Span add_line(TurnOutput& output, std::string_view text) {
    const std::size_t begin = output.bytes().size();
    output.bytes() += text;
    return output.line_since(begin);
}

std::string given(TurnOutput& output, std::uint32_t slot, std::size_t vectors_expected) {
    std::vector<iovec> vectors;
    output.collect(slot, vectors);
    EXPECT_EQ(vectors.size(), vectors_expected);
    std::string text;
    for (const iovec& vector : vectors) {
        text.append(static_cast<const char*>(vector.iov_base), vector.iov_len);
    }
    return text;
}

TEST(TurnOutput, who_is_given_every_line_has_one_vector) {
    TurnOutput output;
    for (const char* text : {"one ", "two ", "three"}) output.give(4, add_line(output, text));
    EXPECT_EQ(given(output, 4, 1), "one two three");
}

TEST(TurnOutput, who_is_not_given_a_line_has_a_vector_on_each_side_of_it) {
    TurnOutput output;
    output.give(0, add_line(output, "one "));
    output.give(1, add_line(output, "two "));
    output.give(0, add_line(output, "three"));
    EXPECT_EQ(given(output, 0, 2), "one three");
    EXPECT_EQ(given(output, 1, 1), "two ");
    EXPECT_EQ(output.recipients(), (std::vector<std::uint32_t>{0, 1}));
}

TEST(TurnOutput, the_next_turn_starts_empty) {
    TurnOutput output;
    output.give(0, add_line(output, "one"));
    output.clear();
    EXPECT_TRUE(output.recipients().empty());
    output.give(0, add_line(output, "two"));
    EXPECT_EQ(given(output, 0, 1), "two");
}

TEST(TurnOutput, a_link_that_took_over_a_slot_does_not_get_its_predecessors_lines) {
    TurnOutput output;
    output.give(3, add_line(output, "old "));
    output.give(3, add_line(output, "older "));
    output.give(2, add_line(output, "other "));
    output.drop(3);
    output.give(3, add_line(output, "new"));
    EXPECT_EQ(given(output, 3, 2), "new");
}

}  // namespace
}  // namespace brusio::bench
