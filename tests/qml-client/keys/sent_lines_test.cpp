#include "qml-client/keys/sent_lines.h"

#include <gtest/gtest.h>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

TEST(SentLines, go_back_to_the_oldest_and_on_to_nothing) {
    SentLines sent;
    for (const char* text : {"one", "two", "three"}) sent.keep("#garden", text);
    QString shown;
    const auto step = [&](int steps) {
        const bool went = sent.step("#garden", shown, steps);
        if (went) shown = sent.recalled();
        return went ? shown : QStringLiteral("stays");
    };
    EXPECT_EQ(step(1), "stays") << "there is nothing newer";
    EXPECT_EQ(step(-1), "three");
    EXPECT_EQ(step(-1), "two");
    EXPECT_EQ(step(-1), "one");
    EXPECT_EQ(step(-1), "stays");
    EXPECT_EQ(step(1), "two");
    EXPECT_EQ(step(1), "three");
    EXPECT_EQ(step(1), "");
    EXPECT_EQ(step(-1), "three");
}

TEST(SentLines, what_is_being_written_is_never_replaced) {
    SentLines sent;
    sent.keep("#garden", "one");
    sent.keep("#garden", "two");
    EXPECT_FALSE(sent.step("#garden", "half a th", -1));
    EXPECT_TRUE(sent.step("#garden", "", -1));
    EXPECT_FALSE(sent.step("#garden", "two and more", -1));
}

TEST(SentLines, belong_to_their_conversation) {
    SentLines sent;
    sent.keep("#garden", "flowers");
    sent.keep("ada", "psst");
    EXPECT_TRUE(sent.step("#Garden", "", -1));
    EXPECT_EQ(sent.recalled(), "flowers");
    EXPECT_FALSE(sent.step("ada", "flowers", -1));
    EXPECT_FALSE(sent.step("#roses", "", -1));
}

TEST(SentLines, are_kept_once_each_and_not_without_end) {
    SentLines sent;
    for (int i = 0; i < 300; ++i) sent.keep("#garden", QString::number(i));
    sent.keep("#garden", "299");
    sent.keep("#garden", "298");
    int steps = 0;
    QString shown;
    while (sent.step("#garden", shown, -1)) {
        shown = sent.recalled();
        ++steps;
    }
    EXPECT_EQ(steps, SentLines::lines_max);
    EXPECT_EQ(shown, "250");
    for (int i = 0; i < SentLines::places_max; ++i) sent.keep(QString("#%1").arg(i), "x");
    EXPECT_FALSE(sent.step("#garden", "", -1)) << "where one was longest ago is forgotten";
    EXPECT_TRUE(sent.step("#0", "", -1));
    sent.keep("#new", QString(SentLines::line_length_max + 1, 'x'));
    EXPECT_FALSE(sent.step("#new", "", -1));
}

TEST(SentLines, secrets_are_not_kept) {
    SentLines sent;
    for (const char* text : {"/msg NickServ identify hunter2", "/join #vault key", "/pass hunter2",
                             "/MSG nickserv  identify hunter2"}) {
        sent.keep("#garden", text);
        EXPECT_FALSE(sent.step("#garden", "", -1)) << text;
    }
    sent.keep("NickServ", "identify hunter2");
    EXPECT_FALSE(sent.step("NickServ", "", -1));
    sent.keep("#garden", "/msg ada hello");
    EXPECT_TRUE(sent.step("#garden", "", -1));
}

TEST(SentLines, hear_from_the_chat_what_was_sent_and_not_what_was_refused) {
    test::ChatWorld world;
    world.enter("me");
    SentLines sent;
    sent.set_chat(&world.chat);
    for (const char* text : {"hello", "/unknown", "/me waves"}) {
        world.chat.set_draft(text);
        world.chat.submit(text);
    }
    ASSERT_TRUE(sent.step("#garden", "", -1));
    EXPECT_EQ(sent.recalled(), "/me waves");
    ASSERT_TRUE(sent.step("#garden", "/me waves", -1));
    EXPECT_EQ(sent.recalled(), "hello");
    EXPECT_FALSE(sent.step("#garden", "hello", -1));
}

}  // namespace
}  // namespace brusio::ui
