#include "core/wire/plain_framer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace brusio::wire {
namespace {

using Texts = std::vector<std::string>;

Texts all_of(PlainFramer& framer) {
    Texts texts;
    while (const auto text = framer.next()) texts.emplace_back(*text);
    return texts;
}

Texts fed(PlainFramer& framer, std::string_view bytes) {
    framer.feed(bytes);
    return all_of(framer);
}

TEST(PlainFramer, a_chunk_without_newline_waits_for_the_link_to_be_quiet) {
    PlainFramer framer{1024};
    EXPECT_FALSE(framer.pending());
    EXPECT_EQ(fed(framer, "ciao a tutti"), Texts{});
    EXPECT_TRUE(framer.pending());
    EXPECT_EQ(framer.flush(), "ciao a tutti");
    EXPECT_FALSE(framer.pending());
    EXPECT_EQ(framer.flush(), std::nullopt);
}

TEST(PlainFramer, newlines_of_every_kind_split) {
    PlainFramer framer{1024};
    EXPECT_EQ(fed(framer, "a\nb\r\nc\rd\n\n\r\n"), (Texts{"a", "b", "c", "d"}));
    EXPECT_FALSE(framer.pending());
    EXPECT_EQ(framer.held_bytes(), 0U);
}

TEST(PlainFramer, what_follows_the_last_newline_is_pending) {
    PlainFramer framer{1024};
    EXPECT_EQ(fed(framer, "one\ntwo"), (Texts{"one"}));
    EXPECT_TRUE(framer.pending());
    EXPECT_EQ(fed(framer, " and more\n"), (Texts{"two and more"}));
    EXPECT_FALSE(framer.pending());
}

TEST(PlainFramer, a_character_split_across_reads_is_not_broken) {
    PlainFramer framer{1024};
    EXPECT_EQ(fed(framer, "caff\xC3"), Texts{});
    EXPECT_EQ(framer.flush(), "caff");
    EXPECT_TRUE(framer.pending());
    EXPECT_EQ(fed(framer, "\xA8"), Texts{});
    EXPECT_EQ(framer.flush(), "\xC3\xA8");
    EXPECT_FALSE(framer.pending());
}

TEST(PlainFramer, a_character_that_never_comes_does_not_wait_for_ever) {
    PlainFramer framer{1024};
    EXPECT_EQ(fed(framer, "\xF0\x9F"), Texts{});
    EXPECT_EQ(framer.flush(), "\xF0\x9F");
    EXPECT_FALSE(framer.pending());
}

TEST(PlainFramer, a_long_message_becomes_several_at_characters) {
    PlainFramer framer{8};
    EXPECT_EQ(fed(framer, "12345678"), Texts{});
    EXPECT_EQ(fed(framer, "9\n"), (Texts{"12345678", "9"}));
    EXPECT_EQ(fed(framer, "123456\xE2\x82"), Texts{});
    EXPECT_EQ(fed(framer, "\xAC"), (Texts{"123456"}));
    EXPECT_EQ(framer.flush(), "\xE2\x82\xAC");
    EXPECT_EQ(fed(framer, "12345678\n"), (Texts{"12345678"}));
}

TEST(PlainFramer, never_holds_more_than_its_cap_for_long) {
    PlainFramer framer{16};
    for (int i = 0; i < 1000; ++i) {
        (void)fed(framer, "abcdefg");
        EXPECT_LE(framer.held_bytes(), 16U);
    }
}

}  // namespace
}  // namespace brusio::wire
