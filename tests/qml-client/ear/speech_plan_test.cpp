// What is spoken and when, in a time that is made of numbers.
#include "qml-client/ear/speech_plan.h"

#include <gtest/gtest.h>

namespace brusio::ui {
namespace {

constexpr qint64 later = SpeechPlan::gather_ms;

TEST(SpeechPlan, a_mention_is_spoken_at_once) {
    SpeechPlan plan;
    EXPECT_EQ(plan.hear(NewsKind::mention, "ada mentions you", 5), "ada mentions you");
    EXPECT_TRUE(plan.take(5 + later).isEmpty());
    EXPECT_FALSE(plan.due_ms().has_value()) << "nothing is to be waited for";
}

TEST(SpeechPlan, one_message_is_spoken_as_it_is_when_nothing_has_followed) {
    SpeechPlan plan;
    EXPECT_EQ(plan.hear(NewsKind::message, "ada: hello", 100), "");
    EXPECT_EQ(plan.due_ms(), 100 + later);
    EXPECT_TRUE(plan.take(99 + later).isEmpty());
    EXPECT_EQ(plan.take(100 + later), QStringList{"ada: hello"});
    EXPECT_FALSE(plan.due_ms().has_value());
}

TEST(SpeechPlan, several_within_a_second_are_a_number) {
    SpeechPlan plan;
    for (const qint64 at : {0, 300, 999}) {
        EXPECT_EQ(plan.hear(NewsKind::message, "ada: hello", at), "");
    }
    EXPECT_EQ(plan.take(later), QStringList{"3 messages"});
    EXPECT_EQ(plan.hear(NewsKind::message, "bob: later", 1500), "");
    EXPECT_EQ(plan.take(1500 + later), QStringList{"bob: later"}) << "counted anew";
}

TEST(SpeechPlan, a_flood_of_mentions_is_a_sentence_and_then_numbers) {
    SpeechPlan plan;
    QStringList spoken;
    qint64 now = 0;
    for (int i = 0; i < 1000; ++i, now += 10) {
        const QString at_once = plan.hear(NewsKind::mention, "spam", now);
        if (!at_once.isEmpty()) spoken << at_once;
        if (plan.due_ms() && *plan.due_ms() <= now) spoken += plan.take(now);
    }
    spoken += plan.take(now + later);
    EXPECT_EQ(spoken.first(), "spam");
    EXPECT_LE(spoken.size(), 12) << "ten seconds";
    EXPECT_EQ(spoken.mid(1, 1).first().left(20), "You are spoken to 10");
}

TEST(SpeechPlan, the_second_mention_within_a_second_is_spoken_as_it_is) {
    SpeechPlan plan;
    EXPECT_EQ(plan.hear(NewsKind::mention, "one", 0), "one");
    EXPECT_EQ(plan.hear(NewsKind::mention, "two", 500), "");
    EXPECT_EQ(plan.take(later), QStringList{"two"});
}

TEST(SpeechPlan, a_failure_waits_for_nobody_and_comes_first) {
    SpeechPlan plan;
    EXPECT_EQ(plan.hear(NewsKind::message, "ada: hello", 0), "");
    EXPECT_EQ(plan.hear(NewsKind::mention, "bob mentions you", 0), "bob mentions you");
    EXPECT_EQ(plan.hear(NewsKind::failure, "not sent", 0), "not sent");
    EXPECT_EQ(plan.hear(NewsKind::failure, "too long", 0), "");
    EXPECT_EQ(plan.take(later), QStringList({"too long", "ada: hello"}));
}

TEST(SpeechPlan, messages_of_a_room_that_was_left_are_not_spoken) {
    SpeechPlan plan;
    EXPECT_EQ(plan.hear(NewsKind::message, "ada: hello", 0), "");
    plan.forget_messages();
    EXPECT_FALSE(plan.due_ms().has_value());
    EXPECT_TRUE(plan.take(later).isEmpty());
}

TEST(SpeechPlan, a_long_sentence_is_cut) {
    SpeechPlan plan;
    const QString spoken = plan.hear(NewsKind::mention, QString(10'000, 'x'), 0);
    EXPECT_EQ(spoken.size(), SpeechPlan::sentence_length_max + 1);
    EXPECT_TRUE(spoken.endsWith(u'…'));
}

}  // namespace
}  // namespace brusio::ui
