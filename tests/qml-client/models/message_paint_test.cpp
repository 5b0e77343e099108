// What people colour can be read, whatever they chose and whichever the theme.
#include <gtest/gtest.h>

#include "qml-client/models/message_paint.h"
#include "qml-client/models/message_text.h"

namespace brusio::ui {
namespace {

const QList<QColor> light{"#FFFFFF", "#F4F5F7", "#FFF3D6"};
const QList<QColor> dark{"#1B1F26", "#14171C", "#3A2E12"};
constexpr double least = 4.5;

TEST(MessagePaint, contrast_is_that_of_wcag) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 0.01);
    EXPECT_NEAR(contrast(QColor("#777777"), Qt::white), 4.48, 0.01);
    EXPECT_EQ(contrast(Qt::red, Qt::red), 1);
}

TEST(MessagePaint, every_colour_can_be_read_in_both_themes) {
    for (int code = 0; code < 99; ++code) {
        for (const QList<QColor>& grounds : {light, dark}) {
            const QColor ink = readable_ink(irc_colour(code), grounds);
            for (const QColor& ground : grounds) {
                EXPECT_GE(contrast(ink, ground), least) << code << ground.name().toStdString();
            }
        }
    }
    EXPECT_FALSE(irc_colour(99).isValid());
    EXPECT_FALSE(irc_colour(-1).isValid());
}

TEST(MessagePaint, every_pair_can_be_read) {
    for (int ink = 0; ink < 99; ++ink) {
        for (int ground = 0; ground < 99; ++ground) {
            const QColor under = irc_colour(ground);
            ASSERT_GE(contrast(readable_ink(irc_colour(ink), {under}), under), least)
                << ink << " on " << ground;
        }
    }
}

TEST(MessagePaint, a_colour_that_can_be_read_stays_and_others_keep_their_hue) {
    EXPECT_EQ(readable_ink(QColor("#7F0000"), light), QColor("#7F0000"));
    const QColor yellow = readable_ink(QColor("#FFFF00"), light);
    EXPECT_NEAR(yellow.hslHueF(), QColor("#FFFF00").hslHueF(), 0.02);
    EXPECT_LT(yellow.lightnessF(), 0.5F);
}

QString painted(const QString& raw, const QList<QColor>& grounds) {
    const QColor ink = grounds == light ? QColor("#1B1F24") : QColor("#E8EAED");
    return MessagePaint().painted(read_message_text(raw).html, ink, "#1F55C4", grounds);
}

TEST(MessagePaint, colours_come_by_theme) {
    const QString red =
        "\x03"
        "5red\x03 plain";
    EXPECT_EQ(read_message_text(red).html, "<font color=\"irc5\">red</font> plain");
    EXPECT_EQ(painted(red, light), "<font color=\"#7f0000\">red</font> plain");
    EXPECT_FALSE(painted(red, dark).contains("irc"));
    EXPECT_NE(painted(red, dark), painted(red, light));
}

TEST(MessagePaint, a_ground_makes_it_rich_and_its_pair_is_safe) {
    const QString hidden =
        "\x03"
        "1,1spoiler\x0F.";
    const MessageText text = read_message_text(hidden);
    EXPECT_EQ(text.html, "<span style=\"irc1;1\">spoiler</span>.");
    EXPECT_TRUE(MessagePaint().isRich(text.html));
    const QString shown = painted(hidden, light);
    EXPECT_TRUE(shown.contains("background-color:#000000"));
    EXPECT_FALSE(shown.contains("style=\"color:#000000;"));
}

TEST(MessagePaint, reverse_changes_ink_and_ground) {
    EXPECT_EQ(painted("\x16turned\x16 back", light),
              "<span style=\"color:#ffffff;background-color:#1b1f24\">turned</span> back");
    EXPECT_EQ(painted("\x03"
                      "0,1\x16x",
                      light),
              "<span style=\"color:#000000;background-color:#ffffff\">x</span>");
}

TEST(MessagePaint, hexadecimal_colours_and_defaults_are_known) {
    EXPECT_EQ(read_message_text("\x04"
                                "FF8000x\x04y")
                  .html,
              "<font color=\"irc#FF8000\">x</font>y");
    EXPECT_EQ(read_message_text("\x04"
                                "FF80 x")
                  .plain,
              "FF80 x");
    EXPECT_EQ(read_message_text("\x03"
                                "99,99x")
                  .html,
              "");
    EXPECT_EQ(read_message_text("\x03"
                                "4,x")
                  .plain,
              ",x");
}

TEST(MessagePaint, monospace_is_rich_and_addresses_in_it_open_what_was_written) {
    const QString raw = "\x11x = 1\x11 https://a.example/?a=1&copy=2";
    const QString html = read_message_text(raw).html;
    EXPECT_TRUE(html.startsWith("<tt>x = 1</tt>"));
    EXPECT_TRUE(html.contains("href=\"https://a.example/?a=1&copy=2\""));
    EXPECT_TRUE(
        painted(raw, light)
            .contains("<a style=\"color:#1f55c4\" href=\"https://a.example/?a=1&amp;copy=2\""));
}

TEST(MessagePaint, nobody_writes_a_colour_of_ours_by_hand) {
    const QString raw = "<font color=\"irc5\"> style=\"irc1;2\" <tt> \x02x\x02";
    const QString html = painted(raw, light);
    EXPECT_FALSE(html.contains("<font"));
    EXPECT_FALSE(html.contains("<tt>"));
    EXPECT_FALSE(MessagePaint().isRich(read_message_text(raw).html));
    EXPECT_TRUE(html.contains("&lt;font color=&quot;irc5&quot;&gt;"));
}

}  // namespace
}  // namespace brusio::ui
