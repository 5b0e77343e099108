#include "qml-client/ear/speaker.h"

#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

/// In #garden, with a reader that notes what it hears.
struct Listening : testing::Test {
    test::ChatWorld world;
    Speaker speaker;
    QStringList heard;

    void SetUp() override {
        world.enter("me");
        world.chat.set_window_active(true);
        speaker.setProperty("settings", QVariant::fromValue(&world.settings));
        speaker.set_chat(&world.chat);
        QObject::connect(&speaker, &Speaker::spoken,
                         [this](const QString& words) { heard << words; });
    }
    bool hears(const QString& words) {
        return QTest::qWaitFor([&] { return heard.contains(words); });
    }
};

TEST_F(Listening, a_mention_is_heard_wherever_it_was) {
    world.say("ada", "#garden", "me: come here");
    EXPECT_EQ(heard, QStringList{"ada mentions you: me: come here"});
    world.chat.joinRoom("#roses", {});
    world.join_room("me", "#roses");
    world.say("bob", "#garden", "me: still there?");
    EXPECT_TRUE(hears("bob mentions you in #garden: me: still there?"));
}

TEST_F(Listening, what_is_said_in_private_is_heard) {
    world.say("ada", "me", "psst");
    EXPECT_EQ(heard, QStringList{"ada says to you: psst"});
}

TEST_F(Listening, the_open_room_is_heard_if_that_is_wished) {
    world.say("ada", "#garden", "hello");
    EXPECT_TRUE(heard.isEmpty()) << "more may follow";
    EXPECT_TRUE(hears("ada: hello"));
    world.settings.set_speak_messages(false);
    world.say("ada", "#garden", "again");
    world.say("ada", "#garden", "me: now");
    EXPECT_TRUE(hears("ada mentions you: me: now"));
    EXPECT_FALSE(heard.join(u' ').contains("again"));
}

TEST_F(Listening, neither_other_rooms_nor_a_window_in_the_back_are_read_aloud) {
    world.chat.joinRoom("#roses", {});
    world.join_room("me", "#roses");
    world.say("ada", "#garden", "elsewhere");
    world.chat.set_window_active(false);
    world.say("ada", "#roses", "behind");
    world.chat.set_window_active(true);
    world.say("ada", "#roses", "here");
    EXPECT_TRUE(hears("ada: here"));
    EXPECT_EQ(heard.size(), 1) << heard.join(u'|').toStdString();
}

TEST_F(Listening, ones_own_words_and_old_ones_are_not_spoken) {
    world.chat.submit("me: hello");
    world.say("ada", "#garden", "here");
    EXPECT_TRUE(hears("ada: here"));
    EXPECT_EQ(heard.size(), 1) << heard.join(u'|').toStdString();
}

TEST_F(Listening, a_refusal_is_heard_with_its_reason) {
    world.chat.submit("/join no good");
    world.chat.submit("/nothing");
    ASSERT_FALSE(heard.isEmpty());
    EXPECT_TRUE(heard.first().contains("/nothing")) << heard.first().toStdString();
}

TEST_F(Listening, a_message_that_the_server_does_not_take_is_heard) {
    test::ChatWorld strict;
    strict.enter_with_history("me", {});
    Speaker other;
    other.setProperty("settings", QVariant::fromValue(&strict.settings));
    other.set_chat(&strict.chat);
    QStringList spoken;
    QObject::connect(&other, &Speaker::spoken, [&](const QString& words) { spoken << words; });
    strict.chat.submit("hello");
    const QString sent = strict.link.take_lines().filter("PRIVMSG").value(0);
    const QString label = sent.section("label=", 1).section(QRegularExpression("[; ]"), 0, 0);
    strict.link.say({QStringLiteral("@label=%1 :srv 404 me #garden :Cannot send").arg(label)});
    ASSERT_EQ(spoken.size(), 1) << sent.toStdString();
    EXPECT_TRUE(spoken.first().startsWith("Not sent: hello.")) << spoken.first().toStdString();
    EXPECT_TRUE(spoken.first().contains("Cannot send")) << spoken.first().toStdString();
}

TEST_F(Listening, a_break_is_heard_once_and_so_is_its_end) {
    world.link.drop(client::DisconnectCause::reset);
    world.chat.tryNow();
    world.link.drop(client::DisconnectCause::reset);
    EXPECT_EQ(heard, QStringList{"There is no connection. Trying again."});
    world.chat.tryNow();
    world.link.welcome("me");
    EXPECT_TRUE(hears("Online again"));
}

}  // namespace
}  // namespace brusio::ui
