#include "core/wire/line_writer.h"

#include <gtest/gtest.h>

#include <string>

#include "core/wire/line.h"

namespace brusio::wire {
namespace {

using namespace std::string_literals;

TEST(LineWriter, writes_the_parts_in_the_order_of_the_wire) {
    std::string out;
    const LineEnd end = LineWriter{out}
                            .tag("time", "2026-11-22T18:40:00.123Z")
                            .tag("msgid", "a;b")
                            .tags("+react=x;+y")
                            .source("bo", "b", "host")
                            .command("PRIVMSG")
                            .param("#lobby")
                            .trailing("hello there")
                            .end();
    EXPECT_EQ(end, LineEnd::whole);
    EXPECT_EQ(out,
              "@time=2026-11-22T18:40:00.123Z;msgid=a\\:b;+react=x;+y :bo!b@host PRIVMSG #lobby "
              ":hello there\r\n");
}

TEST(LineWriter, a_numeric_is_three_digits) {
    std::string out;
    LineWriter{out}.source("srv").command(Numeric::rpl_welcome).param("bo").trailing("Hi").end();
    EXPECT_EQ(out, ":srv 001 bo :Hi\r\n");
}

TEST(LineWriter, lines_follow_each_other_in_one_buffer) {
    std::string out;
    LineWriter{out}.command("PING").param("a").end();
    LineWriter{out}.tag("bot").command("PONG").trailing("").end();
    EXPECT_EQ(out, "PING a\r\n@bot PONG :\r\n");
}

TEST(LineWriter, an_empty_relayed_section_adds_nothing) {
    std::string out;
    LineWriter{out}.tags("").command("PING").end();
    EXPECT_EQ(out, "PING\r\n");
}

TEST(LineWriter, no_argument_can_end_the_line) {
    std::string out;
    LineWriter{out}
        .tag("label", "a\r\nQUIT\0"s)
        .tags("+x=1\nQUIT\0 b"s)
        .source("n\r\nick", "us er", "ho\0st"s)
        .command("CMD\r\nQUIT")
        .param("a\nb c\0"s)
        .trailing("x\r\nQUIT :\0y"s)
        .end();
    EXPECT_EQ(out,
              "@label=a\\r\\nQUIT;+x=1_QUIT__b :n__ick!us_er@ho_st CMD__QUIT a_b_c_ :x  QUIT : "
              "y\r\n");
}

TEST(LineWriter, a_middle_param_that_could_not_stand_there_is_bent) {
    std::string out;
    LineWriter{out}.command("X").param("").param(":a").param("b:c").param(":").end();
    EXPECT_EQ(out, "X * _a b:c _\r\n");
}

TEST(LineWriter, a_command_is_never_taken_for_tags_or_a_source) {
    std::string out;
    LineWriter{out}.command("@a").param("@b").end();
    LineWriter{out}.source("x").command(":a").end();
    EXPECT_EQ(out, "_a @b\r\n:x _a\r\n");
}

TEST(LineWriter, a_line_of_512_bytes_stays_whole) {
    std::string out;
    const std::string text(512 - 2 - 3, 'x');
    EXPECT_EQ(LineWriter{out}.command("A").trailing(text).end(), LineEnd::whole);
    EXPECT_EQ(out.size(), 512U);
}

TEST(LineWriter, a_longer_line_is_cut_before_its_end) {
    std::string out;
    EXPECT_EQ(LineWriter{out}.command("A").trailing(std::string(508, 'x')).end(), LineEnd::cut);
    EXPECT_EQ(out.size(), 512U);
    EXPECT_TRUE(out.ends_with("x\r\n"));
}

TEST(LineWriter, a_cut_never_splits_a_character) {
    std::string out;
    const std::string text = std::string(505, 'x') + "\xF0\x9F\x90\x9D";
    EXPECT_EQ(LineWriter{out}.command("A").trailing(text).end(), LineEnd::cut);
    EXPECT_EQ(out, "A :" + std::string(505, 'x') + "\r\n");
}

TEST(LineWriter, tags_do_not_count_against_the_line) {
    std::string out;
    const std::string text(507, 'x');
    const std::string value(4000, 'v');
    EXPECT_EQ(LineWriter{out}.tag("a", value).command("A").trailing(text).end(), LineEnd::whole);
    EXPECT_EQ(out.size(), 3 + value.size() + 1 + 512);
}

TEST(LineWriter, too_many_params_are_cut_like_text) {
    std::string out;
    LineWriter writer{out};
    writer.command("A");
    for (int i = 0; i < 20; ++i) writer.param(std::string(40, 'p'));
    EXPECT_EQ(writer.end(), LineEnd::cut);
    EXPECT_EQ(out.size(), 512U);
}

TEST(LineWriter, items_are_added_while_there_is_room) {
    std::string out;
    LineWriter writer{out};
    writer.source("srv").command(Numeric::rpl_namreply).param("bo").trailing("");
    int items = 0;
    while (writer.try_item("nick56789", ' ')) ++items;
    EXPECT_LT(writer.bytes_left(), 10U);
    EXPECT_EQ(writer.end(), LineEnd::whole);
    EXPECT_LE(out.size(), 512U);
    EXPECT_GT(out.size(), 512U - 10U);
    EXPECT_TRUE(out.starts_with(":srv 353 bo :nick56789 nick56789 "));
    EXPECT_EQ(items, (510 - 13 + 1) / 10);
}

TEST(LineWriter, an_item_that_just_fits_is_taken_and_the_next_is_not) {
    std::string out;
    LineWriter writer{out};
    writer.command("A").trailing("");
    EXPECT_EQ(writer.bytes_left(), 507U);
    EXPECT_FALSE(writer.try_item(std::string(508, 'x'), ','));
    EXPECT_TRUE(writer.try_item(std::string(507, 'x'), ','));
    EXPECT_EQ(writer.bytes_left(), 0U);
    EXPECT_FALSE(writer.try_item("", ','));
    EXPECT_EQ(writer.end(), LineEnd::whole);
    EXPECT_EQ(out.size(), 512U);
}

TEST(LineWriter, a_text_of_any_length_is_cut_at_the_same_place) {
    const std::string bees = [] {
        std::string text;
        for (int i = 0; i < 3000; ++i) text += "\xF0\x9F\x90\x9D";
        return text;
    }();
    for (std::size_t lead = 0; lead < 8; ++lead) {
        std::string out;
        EXPECT_EQ(LineWriter{out}.command("A").trailing(std::string(lead, 'x') + bees).end(),
                  LineEnd::cut);
        const std::size_t whole_bees = (510 - 3 - lead) / 4;
        EXPECT_EQ(out.size(), 3 + lead + whole_bees * 4 + 2) << lead;
    }
}

TEST(LineWriter, the_largest_section_of_tags_fits_and_leaves_the_line_its_room) {
    std::string out;
    const std::string own(4094 - 2, 'v');
    const std::string relayed = "+x=" + std::string(4094 - 3, 'v');
    EXPECT_EQ(LineWriter{out}
                  .tag("a", own)
                  .tags(relayed)
                  .command("A")
                  .trailing(std::string(507, 'x'))
                  .end(),
              LineEnd::whole);
    EXPECT_EQ(out.size(), 8191U + 512U);
}

TEST(LineWriterDeathTest, parts_out_of_order_are_a_bug) {
    std::string out;
    EXPECT_DEATH(LineWriter{out}.command("A").source("x"), "broken invariant");
    EXPECT_DEATH(LineWriter{out}.command("A").tag("x"), "broken invariant");
    EXPECT_DEATH(LineWriter{out}.command("A").trailing("x").param("y"), "broken invariant");
    EXPECT_DEATH(LineWriter{out}.param("y"), "broken invariant");
    EXPECT_DEATH(LineWriter{out}.source("x").end(), "broken invariant");
    EXPECT_DEATH(LineWriter{out}.command(""), "broken invariant");
    EXPECT_DEATH(LineWriter{out}.tag("bad key"), "broken invariant");
    EXPECT_DEATH(LineWriter{out}.tag("a", std::string(9000, 'x')).command("A"), "broken invariant");
    EXPECT_DEATH(LineWriter{out}.tag("a", std::string(8188, 'x')).command("A"), "broken invariant");
}

}  // namespace
}  // namespace brusio::wire
