#include "core/wire/framer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace brusio::wire {
namespace {

using Texts = std::vector<std::string>;

/// What a framer says of `chunks`, errors written as "!" and their number.
Texts frame(const Texts& chunks, FramerLimits limits = lines_from_clients) {
    LineFramer framer{limits};
    Texts lines;
    for (const std::string& chunk : chunks) {
        framer.feed(chunk);
        while (const auto line = framer.next()) {
            const auto error = static_cast<int>(line->error);
            lines.push_back(error == 0 ? std::string{line->text} : "!" + std::to_string(error));
        }
    }
    return lines;
}

const std::string too_long = "!1";
const std::string tags_too_long = "!2";
const std::string has_nul = "!3";

TEST(Framer, lines_end_with_crlf_lf_or_cr) {
    EXPECT_EQ(frame({"a\r\nb\nc\rd\r\n"}), (Texts{"a", "b", "c", "d"}));
}

TEST(Framer, a_crlf_split_across_reads_is_one_line) {
    EXPECT_EQ(frame({"PING x\r", "\nPING y\r\n"}), (Texts{"PING x", "PING y"}));
}

TEST(Framer, empty_lines_are_passed_over) {
    EXPECT_EQ(frame({"\r\n\n\n\ra\n\n\r\n"}), (Texts{"a"}));
}

TEST(Framer, a_line_may_come_byte_by_byte) {
    EXPECT_EQ(frame({"P", "I", "N", "G", " ", "x", "\r", "\n"}), (Texts{"PING x"}));
}

TEST(Framer, without_an_end_there_is_no_line) { EXPECT_EQ(frame({"PING x", " y"}), Texts{}); }

TEST(Framer, a_line_of_512_bytes_with_its_end_passes_and_one_more_does_not) {
    const std::string most(510, 'x');
    EXPECT_EQ(frame({most + "\r\n"}), (Texts{most}));
    EXPECT_EQ(frame({most + "y\r\nPING\r\n"}), (Texts{too_long, "PING"}));
}

TEST(Framer, a_line_fits_by_what_is_behind_its_tags) {
    EXPECT_TRUE(fits(std::string(510, 'x'), 512));
    EXPECT_FALSE(fits(std::string(511, 'x'), 512));
    EXPECT_TRUE(fits("@a=b " + std::string(510, 'x'), 512));
    EXPECT_FALSE(fits("@a=b " + std::string(511, 'x'), 512));
}

TEST(Framer, tags_have_their_own_allowance) {
    const std::string tags = "@" + std::string(4094, 't') + " ";
    const std::string rest(510, 'x');
    EXPECT_EQ(frame({tags + rest + "\r\n"}), (Texts{tags + rest}));
    EXPECT_EQ(frame({tags + rest + "y\r\n"}), (Texts{too_long}));
    EXPECT_EQ(frame({"@t" + tags.substr(1) + rest + "\r\n"}), (Texts{tags_too_long}));
}

TEST(Framer, servers_may_send_both_halves_of_the_tags) {
    const std::string line = "@" + std::string(8189, 't') + " PING";
    EXPECT_EQ(frame({line + "\n"}, lines_from_servers), (Texts{line}));
    EXPECT_EQ(frame({"@" + line + "\n"}, lines_from_servers), (Texts{tags_too_long}));
}

TEST(Framer, a_line_without_end_is_reported_once_and_at_once) {
    LineFramer framer;
    const std::string half(300, 'x');
    framer.feed(half);
    EXPECT_FALSE(framer.next().has_value());
    framer.feed(half);
    const auto error = framer.next();
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->error, FrameError::line_too_long);
    EXPECT_TRUE(error->text.empty());
    for (int i = 0; i < 100; ++i) {
        EXPECT_FALSE(framer.next().has_value());
        framer.feed(half);
        EXPECT_FALSE(framer.next().has_value());
        EXPECT_EQ(framer.held_bytes(), 0U);
    }
    framer.feed("\r\nPING\r\n");
    EXPECT_EQ(framer.next().value().text, "PING");
}

TEST(Framer, never_holds_more_than_one_line) {
    LineFramer framer;
    const std::string tags = "@" + std::string(4094, 't') + " ";
    for (const char c : tags + std::string(510, 'x')) {
        framer.feed({&c, 1});
        ASSERT_FALSE(framer.next().has_value());
    }
    EXPECT_EQ(framer.held_bytes(), 4096U + 510U);
    framer.feed("y");
    EXPECT_EQ(framer.next().value().error, FrameError::line_too_long);
    EXPECT_EQ(framer.held_bytes(), 0U);
}

TEST(Framer, a_nul_spoils_its_line_only) {
    using namespace std::string_literals;
    EXPECT_EQ(frame({"PING a\0b\r\nPING c\r\n"s}), (Texts{has_nul, "PING c"}));
    EXPECT_EQ(frame({"\0"s, "\n"}), (Texts{has_nul}));
}

TEST(Framer, other_control_bytes_pass) {
    EXPECT_EQ(frame({"PRIVMSG a :\x01"
                     "ACTION\x01\x02\x03\t\v\f\x0E\r\n"}),
              (Texts{"PRIVMSG a :\x01"
                     "ACTION\x01\x02\x03\t\v\f\x0E"}));
}

TEST(Framer, a_whole_line_in_a_chunk_is_not_copied) {
    LineFramer framer;
    const std::string chunk = "PING one\r\nPING two\r\n";
    framer.feed(chunk);
    EXPECT_EQ(framer.next().value().text.data(), chunk.data());
    EXPECT_EQ(framer.next().value().text.data(), chunk.data() + 10);
    EXPECT_FALSE(framer.next().has_value());
    EXPECT_EQ(framer.held_bytes(), 0U);
}

TEST(Framer, holds_nothing_once_a_pieced_line_is_given_out) {
    LineFramer framer;
    framer.feed("PING a line that is longer than any small buffer");
    EXPECT_FALSE(framer.next().has_value());
    EXPECT_GT(framer.held_bytes(), 0U);
    framer.feed(" can be\r\n");
    EXPECT_EQ(framer.next().value().text,
              "PING a line that is longer than any small buffer can be");
    EXPECT_FALSE(framer.next().has_value());
    EXPECT_EQ(framer.held_bytes(), 0U);
}

TEST(Framer, a_reader_that_pauses_keeps_the_rest_of_the_chunk) {
    LineFramer framer;
    {
        std::string chunk = "one\r\ntwo\r\nthr";
        framer.feed(chunk);
        EXPECT_EQ(framer.next().value().text, "one");
        framer.keep();
        chunk.assign(chunk.size(), '!');
    }
    EXPECT_EQ(framer.held_bytes(), 8U);
    framer.feed("ee\r\nfour\r\nfi");
    EXPECT_EQ(framer.next().value().text, "two");
    framer.keep();
    EXPECT_EQ(framer.next().value().text, "three");
    EXPECT_EQ(framer.next().value().text, "four");
    EXPECT_FALSE(framer.next().has_value());
    framer.feed("ve\n");
    EXPECT_EQ(framer.next().value().text, "five");
    EXPECT_FALSE(framer.next().has_value());
    EXPECT_EQ(framer.held_bytes(), 0U);
}

TEST(Framer, a_too_long_line_that_was_kept_is_still_found) {
    LineFramer framer;
    const std::string chunk = "one\r\n" + std::string(600, 'x');
    framer.feed(chunk);
    EXPECT_EQ(framer.next().value().text, "one");
    framer.keep();
    EXPECT_EQ(framer.next().value().error, FrameError::line_too_long);
    EXPECT_FALSE(framer.next().has_value());
    framer.feed("yyy\r\ntwo\r\n");
    EXPECT_EQ(framer.next().value().text, "two");
}

TEST(FramerDeathTest, a_chunk_that_was_not_used_up_is_a_bug) {
    LineFramer framer;
    framer.feed("a\nb\n");
    EXPECT_DEATH(framer.feed("c"), "broken invariant");
}

}  // namespace
}  // namespace brusio::wire
