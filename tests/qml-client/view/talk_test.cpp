// What a person with an account sees of a conversation, in the program's own window.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct Talk : QmlWindow {
    Talk() : QmlWindow(QSize(1280, 800)) {
        world.enter_with_history(
            "me", {"time=2026-11-20T10:00:00.000Z;msgid=m0 :ada!u@h PRIVMSG #garden :before"});
        load_main();
        world.chat.set_window_active(false);
    }
    /// The delegate of the newest message, or an item in it.
    QQuickItem* newest(const QString& file = "MessageDelegate") {
        QQuickItem* row = nullptr;
        QMetaObject::invokeMethod(item("TimelineView"), "itemAtIndex",
                                  Q_RETURN_ARG(QQuickItem*, row), Q_ARG(int, 0));
        return row == nullptr ? nullptr : item(file, row);
    }
    void hear(const QString& minute) {
        world.link.say({QStringLiteral("@time=2026-11-20T10:%1:00.000Z;msgid=m%1 "
                                       ":ada!u@h PRIVMSG #garden :hello")
                            .arg(minute)});
        settle();
    }
    void read_elsewhere(const QString& minute) {
        world.link.say({QStringLiteral(":srv MARKREAD #garden timestamp=2026-11-20T10:%1:00.000Z")
                            .arg(minute)});
        settle();
    }
};

TEST(Talk, the_badge_of_a_room_goes_when_another_device_has_shown_it) {
    Talk app;
    app.world.chat.openPerson("ada");
    app.hear("01");
    ASSERT_NE(app.item("Badge"), nullptr);
    EXPECT_TRUE(app.item("Badge")->isVisible());
    app.read_elsewhere("01");
    EXPECT_FALSE(app.item("Badge")->isVisible());
}

TEST(Talk, the_line_of_new_messages_goes_with_it) {
    Talk app;
    app.hear("01");
    app.hear("02");
    ASSERT_NE(app.item("UnreadDivider"), nullptr);
    const double before = app.item("UnreadDivider")->mapToScene(QPointF(0, 0)).y();
    app.read_elsewhere("01");
    ASSERT_NE(app.item("UnreadDivider"), nullptr);
    EXPECT_GT(app.item("UnreadDivider")->mapToScene(QPointF(0, 0)).y(), before);
    app.read_elsewhere("02");
    EXPECT_EQ(app.item("UnreadDivider"), nullptr);
}

TEST(Talk, a_message_of_several_lines_is_shown_as_one) {
    Talk app;
    app.world.link.say({"@msgid=m5 :ada!u@h BATCH +7 draft/multiline #garden",
                        "@batch=7 :ada!u@h PRIVMSG #garden :a rose",
                        "@batch=7 :ada!u@h PRIVMSG #garden :is",
                        "@batch=7 :ada!u@h PRIVMSG #garden :a rose", ":ada!u@h BATCH -7"});
    app.settle();
    EXPECT_EQ(app.world.chat.timeline()->count(), 2);
    const QQuickItem* const body = app.newest("MessageBody");
    ASSERT_NE(body, nullptr);
    EXPECT_EQ(body->property("text").toString(), "a rose\nis\na rose");
    EXPECT_EQ(body->property("lineCount").toInt(), 3);
}

TEST(Talk, what_is_written_and_pasted_in_lines_leaves_as_one_message) {
    Talk app;
    QQuickItem* const composer = app.item("Composer");
    QMetaObject::invokeMethod(composer, "takeFocus");
    app.settle();
    app.world.link.take_lines();
    for (const char letter : {'l', 'o', 'o', 'k'}) QTest::keyClick(app.window, letter);
    QTest::keyClick(app.window, Qt::Key_Return, Qt::ShiftModifier);
    app.world.chat.copyText("one\n\ntwo");
    QTest::keyClick(app.window, Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(app.world.chat.draft(), "look\none\n\ntwo");
    QTest::keyClick(app.window, Qt::Key_Return);
    app.settle();
    const QStringList lines = app.world.link.take_lines().filter("PRIVMSG");
    EXPECT_EQ(lines, QStringList({"@batch=m1 PRIVMSG #garden look", "@batch=m1 PRIVMSG #garden one",
                                  "@batch=m1 PRIVMSG #garden :", "@batch=m1 PRIVMSG #garden two"}));
    EXPECT_EQ(app.world.chat.timeline()->count(), 2);
    EXPECT_EQ(app.world.chat.draft(), "");
}

TEST(Talk, nobody_claims_that_nothing_was_said) {
    const auto words = [](const QmlWindow& app) {
        QStringList words;
        for (QQuickItem* child : app.item("EmptyRoom")->findChildren<QQuickItem*>()) {
            words << child->property("text").toString();
        }
        return words.join(u' ');
    };
    QmlWindow plain(QSize(1280, 800));
    plain.world.enter("me");
    plain.load_main();
    ASSERT_TRUE(plain.item("EmptyRoom")->isVisible());
    EXPECT_TRUE(words(plain).contains("may not be shown to you")) << "it keeps no history";
    // A page without lines: the server may show the room from our joining on.
    Talk kept;
    kept.world.chat.joinRoom("#new", {});
    kept.world.join_room("me", "#new");
    kept.world.page("#new", {});
    kept.settle();
    ASSERT_TRUE(kept.item("EmptyRoom")->isVisible());
    EXPECT_TRUE(words(kept).contains("may not be shown to you"));
}

TEST(Talk, a_break_on_a_server_without_history_is_seen) {
    QmlWindow app(QSize(1280, 800));
    app.world.enter("me");
    app.load_main();
    app.world.say("ada", "#garden", "before");
    app.world.link.drop(client::DisconnectCause::reset);
    app.world.chat.tryNow();
    app.world.link.welcome("me");
    app.world.join_room("me", "#garden");
    TimelineModel& timeline = *app.world.chat.timeline();
    ASSERT_EQ(timeline.count(), 1) << "nothing was said that we know of";
    app.world.say("ada", "#garden", "after");
    ASSERT_EQ(timeline.count(), 3);
    EXPECT_EQ(timeline.message_at(1).kind, RowKind::event);
    EXPECT_TRUE(timeline.message_at(1).text.contains("not known"));
}

TEST(Talk, a_room_that_is_renamed_stays_on_the_screen) {
    Talk app;
    QQuickItem* const view = app.item("TimelineView");
    app.world.chat.prefill("half a thou");
    app.world.link.say({":ada!u@h RENAME #garden #roses :"});
    app.settle();
    EXPECT_EQ(app.item("TimelineView"), view);
    EXPECT_EQ(view->property("count").toInt(), 2);
    EXPECT_EQ(app.newest()->property("bodyText").toString(),
              "ada renamed the room from #garden to #roses");
    EXPECT_EQ(app.item("RoomRow")->property("name").toString(), "#roses");
    EXPECT_TRUE(app.item("RoomRow")->property("current").toBool());
    EXPECT_EQ(app.world.chat.draft(), "half a thou");
}

TEST(Talk, taking_back_is_offered_to_those_who_may) {
    Talk app;
    app.world.link.say({"@msgid=m5 :me!u@h PRIVMSG #garden :oops"});
    app.settle();
    QObject* menu = nullptr;
    for (QObject* child : app.item("TimelineView")->findChildren<QObject*>()) {
        const QString name = QString::fromLatin1(child->metaObject()->className());
        if (name.startsWith(QLatin1String("MessageMenu_"))) menu = child;
    }
    ASSERT_NE(menu, nullptr);
    const auto is_offered = [&] {
        QMetaObject::invokeMethod(app.newest(), "menuRequested");
        app.settle();
        const bool offered = menu->property("takable").toBool();
        QMetaObject::invokeMethod(menu, "close");
        app.settle();
        return offered;
    };
    EXPECT_TRUE(is_offered());
    app.world.link.say({":srv 901 me me!u@h :You are now logged out"});
    EXPECT_FALSE(is_offered()) << "a guest has nothing to show";
}

}  // namespace
}  // namespace brusio::ui
