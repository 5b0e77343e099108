// One message has the focus: the keys that act on it, and that it stays where it is.
#include <gtest/gtest.h>

#include <QtGui/QClipboard>
#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

/// In #garden, with forty messages, reading.
struct ReadByKey : testing::Test {
    QmlWindow app{QSize(1280, 800)};

    void SetUp() override {
        app.world.enter_with_history("me", {});
        for (int i = 0; i < 40; ++i) say(i);
        app.load_main();
        app.window->requestActivate();
        ASSERT_TRUE(QTest::qWaitForWindowActive(app.window));
        QMetaObject::invokeMethod(app.item("ChatPage"), "showRoom");
        app.settle();
    }
    void say(int number) {
        app.world.link.say({QStringLiteral("@msgid=m%1 :%2!u@h PRIVMSG #garden :text %1")
                                .arg(number)
                                .arg(number % 2 == 0 ? "ada" : "bob")});
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(app.window, static_cast<Qt::Key>(key), modifiers);
        app.settle();
    }
    QQuickItem* view() { return app.item("TimelineView"); }
    /// What the message that has the focus says; "" if none has it.
    QString focused() {
        const QQuickItem* const item = app.window->activeFocusItem();
        return item != nullptr && item->inherits("brusio::ui::MessageItem")
                   ? item->property("bodyText").toString()
                   : QString();
    }
    double place() { return app.window->activeFocusItem()->mapToScene(QPointF(0, 0)).y(); }
    bool is_writing() {
        const QQuickItem* const item = app.window->activeFocusItem();
        return item != nullptr && item->inherits("QQuickTextArea");
    }
};

TEST_F(ReadByKey, begins_with_the_newest_and_ends_where_one_writes) {
    ASSERT_TRUE(is_writing());
    press(Qt::Key_F6);
    EXPECT_EQ(focused(), "text 39");
    press(Qt::Key_Escape);
    EXPECT_TRUE(is_writing());
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(focused(), "text 39");
    press(Qt::Key_Tab);
    EXPECT_TRUE(is_writing()) << "the message is no trap";
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(focused(), "") << "backwards neither";
    EXPECT_FALSE(is_writing());
}

TEST_F(ReadByKey, goes_by_arrows_pages_and_to_the_ends) {
    press(Qt::Key_F6);
    press(Qt::Key_Up);
    EXPECT_EQ(focused(), "text 38");
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    EXPECT_EQ(focused(), "text 39") << "there is nothing below it";
    press(Qt::Key_Home);
    EXPECT_EQ(focused(), "text 0");
    press(Qt::Key_PageDown);
    const int page = focused().section(' ', 1).toInt();
    EXPECT_GT(page, 5);
    press(Qt::Key_PageUp);
    EXPECT_EQ(focused(), "text 0");
    press(Qt::Key_End);
    EXPECT_EQ(focused(), "text 39");
    EXPECT_TRUE(view()->property("atEnd").toBool());
}

TEST_F(ReadByKey, what_has_the_focus_is_on_the_screen) {
    press(Qt::Key_F6);
    for (int i = 0; i < 39; ++i) {
        press(Qt::Key_Up);
        ASSERT_GE(place(), view()->mapToScene(QPointF(0, 0)).y() - 1) << i;
    }
    EXPECT_EQ(focused(), "text 0");
}

TEST_F(ReadByKey, stays_where_it_is_at_the_end_whatever_comes) {
    press(Qt::Key_F6);
    const double before = place();
    for (int i = 40; i < 60; ++i) {
        say(i);
        app.settle();
        ASSERT_EQ(focused(), "text 39");
        ASSERT_NEAR(place(), before, 0.6) << i;
    }
    EXPECT_FALSE(view()->property("atEnd").toBool());
    EXPECT_EQ(view()->property("missed").toInt(), 20);
    press(Qt::Key_End);
    EXPECT_EQ(focused(), "text 59");
    press(Qt::Key_Escape);
    say(60);
    app.settle();
    EXPECT_TRUE(view()->property("atEnd").toBool()) << "who writes follows the end again";
}

TEST_F(ReadByKey, stays_where_it_is_when_rows_grow_on_either_side) {
    press(Qt::Key_F6);
    for (int i = 0; i < 15; ++i) press(Qt::Key_Up);
    const double before = place();
    TimelineModel& model = *app.world.chat.timeline();
    for (const int row : {0, 5, 14, 16, 20, 30}) {
        model.set_text(model.message_at(row).key, QString("many more words ").repeated(60));
        app.settle();
        EXPECT_NEAR(place(), before, 0.6) << row;
    }
    model.remove(model.message_at(3).key);
    model.remove(model.message_at(17).key);
    app.settle();
    EXPECT_NEAR(place(), before, 0.6) << "rows that went";
    EXPECT_EQ(focused(), "text 24");
}

TEST_F(ReadByKey, stays_on_the_screen_when_that_gets_smaller) {
    press(Qt::Key_F6);
    app.window->setHeight(500);
    app.settle();
    const double top = view()->mapToScene(QPointF(0, 0)).y();
    EXPECT_GE(place(), top - 1);
    EXPECT_LE(place() + app.window->activeFocusItem()->height(), top + view()->height() + 1);
}

TEST_F(ReadByKey, letters_act_and_all_other_signs_are_written) {
    press(Qt::Key_F6);
    press(Qt::Key_C);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), "text 39");
    EXPECT_EQ(focused(), "text 39");
    press(Qt::Key_R);
    EXPECT_TRUE(is_writing());
    EXPECT_EQ(app.world.chat.draft(), "bob: ");
    press(Qt::Key_F6);
    QTest::keyClick(app.window, 'h');
    EXPECT_TRUE(is_writing());
    QTest::keyClick(app.window, 'c');
    EXPECT_EQ(app.world.chat.draft(), "bob: hc");
}

TEST_F(ReadByKey, its_menu_opens_by_key_and_gives_the_focus_back) {
    press(Qt::Key_F6);
    press(Qt::Key_Up);
    for (const int key : {Qt::Key_Return, Qt::Key_Menu}) {
        press(key);
        ASSERT_TRUE(QTest::qWaitFor([&] { return focused().isEmpty(); })) << key;
        press(Qt::Key_Escape);
        EXPECT_TRUE(QTest::qWaitFor([&] { return focused() == "text 38"; })) << key;
    }
    press(Qt::Key_Return);
    const QQuickItem* const item = app.window->activeFocusItem();
    ASSERT_NE(item, nullptr);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !app.world.chat.draft().isEmpty(); }))
        << "the second line of the menu";
    EXPECT_EQ(app.world.chat.draft(), "ada: ");
}

TEST_F(ReadByKey, taking_back_asks) {
    app.world.link.say({"@msgid=mine :me!u@h PRIVMSG #garden :oops"});
    app.settle();
    press(Qt::Key_F6);
    ASSERT_EQ(focused(), "oops");
    app.world.link.take_lines();
    press(Qt::Key_Delete);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return app.window->activeFocusItem()->property("text") == "Cancel"; }));
    press(Qt::Key_Space);
    ASSERT_TRUE(QTest::qWaitFor([&] { return focused() == "oops"; }));
    EXPECT_TRUE(app.world.link.take_lines().filter("REDACT").isEmpty());
    press(Qt::Key_Delete);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return app.window->activeFocusItem()->property("text") == "Cancel"; }));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_Space);
    EXPECT_EQ(app.world.link.take_lines().filter("REDACT").size(), 1);
}

TEST_F(ReadByKey, what_cannot_be_taken_back_does_not_ask) {
    press(Qt::Key_F6);
    press(Qt::Key_Delete);
    EXPECT_EQ(focused(), "text 39");
}

TEST_F(ReadByKey, selects_and_copies_across_messages) {
    press(Qt::Key_F6);
    press(Qt::Key_Up);
    press(Qt::Key_Up, Qt::ShiftModifier);
    press(Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_EQ(app.world.chat.timeline()->selected_count(), 3);
    press(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(lines[0].endsWith("] ada: text 36")) << lines[0].toStdString();
    EXPECT_TRUE(lines[2].endsWith("] ada: text 38")) << lines[2].toStdString();
    press(Qt::Key_Down);
    EXPECT_EQ(app.world.chat.timeline()->selected_count(), 0);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text().count('\n'), 39) << "rows that are no items too";
}

TEST_F(ReadByKey, the_message_that_has_the_focus_may_go_away) {
    press(Qt::Key_F6);
    press(Qt::Key_Up);
    TimelineModel& model = *app.world.chat.timeline();
    model.remove(model.message_at(1).key);
    app.settle();
    EXPECT_NE(focused(), "") << "another one has it";
    app.world.chat.joinRoom("#roses", {});
    app.settle();
    EXPECT_TRUE(is_writing()) << "in another room one writes";
}

}  // namespace
}  // namespace brusio::ui
