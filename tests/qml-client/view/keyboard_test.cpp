// All of the window by keyboard: its parts, its lists, its conversations, and what was sent.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct Keys : QmlWindow {
    explicit Keys(QSize size) : QmlWindow(size) {
        world.enter("me");
        world.say("ada", "#garden", "hello");
        for (const char* room : {"#roses", "#tulips"}) {
            world.chat.joinRoom(room, {});
            world.join_room("me", room);
        }
        world.chat.openRoom("#garden");
        load_main();
        window->requestActivate();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window));
        QMetaObject::invokeMethod(item("ChatPage"), "showRoom");
        settle();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window, static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    void write(const QString& text) {
        for (const QChar letter : text) QTest::keyClick(window, letter.toLatin1());
        settle();
    }
    /// The QML file of the item that has the focus, or of the one around it that is of ours.
    QString focus() const {
        for (QQuickItem* at = window->activeFocusItem(); at != nullptr; at = at->parentItem()) {
            const QString type = QString::fromLatin1(at->metaObject()->className());
            if (type.contains("_QML")) return type.section("_QML", 0, 0);
        }
        return {};
    }
    QString name() const {
        const QQuickItem* const item = window->activeFocusItem();
        for (const char* property : {"label", "name", "nick", "text", "bodyText"}) {
            const QVariant value = item->property(property);
            if (value.isValid() && !value.toString().isEmpty()) return value.toString();
        }
        return {};
    }
    bool in_composer() const { return window->activeFocusItem()->inherits("QQuickTextArea"); }
};

TEST(Panes, f6_goes_round_and_back) {
    Keys app(QSize(1280, 800));
    ASSERT_TRUE(app.in_composer());
    const QStringList round{"MessageDelegate", "MemberRow", "RoomRow", "TextArea"};
    for (const QString& pane : round) {
        app.press(Qt::Key_F6);
        EXPECT_EQ(app.focus(), pane);
    }
    for (const char* pane : {"RoomRow", "MemberRow", "MessageDelegate", "TextArea"}) {
        app.press(Qt::Key_F6, Qt::ShiftModifier);
        EXPECT_EQ(app.focus().toStdString(), pane);
    }
}

TEST(Panes, what_is_not_there_is_passed_by) {
    Keys app(QSize(1280, 800));
    app.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    for (const char* pane : {"MessageDelegate", "RoomRow", "TextArea"}) {
        app.press(Qt::Key_F6);
        EXPECT_EQ(app.focus().toStdString(), pane);
    }
    Keys phone(QSize(360, 720));
    ASSERT_TRUE(QTest::qWaitFor([&] { return phone.item("RoomPane")->x() == 0; }));
    phone.settle();
    for (const char* pane : {"MessageDelegate", "TextArea"}) {
        phone.press(Qt::Key_F6);
        EXPECT_EQ(phone.focus().toStdString(), pane);
    }
}

TEST(Panes, escape_leads_from_a_list_to_where_one_writes) {
    Keys app(QSize(1280, 800));
    for (int steps = 1; steps <= 3; ++steps) {
        for (int step = 0; step < steps; ++step) app.press(Qt::Key_F6);
        ASSERT_FALSE(app.in_composer());
        app.press(Qt::Key_Escape);
        EXPECT_TRUE(app.in_composer()) << steps;
    }
}

TEST(Lists, rooms_are_one_stop_of_tab_and_enter_opens) {
    Keys app(QSize(1280, 800));
    app.press(Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_EQ(app.name(), "#garden") << "the open room first";
    app.press(Qt::Key_Down);
    EXPECT_EQ(app.name(), "#roses");
    EXPECT_EQ(app.world.chat.room(), "#garden") << "to look is not to open";
    app.press(Qt::Key_End);
    EXPECT_EQ(app.name(), "#tulips");
    app.press(Qt::Key_Home);
    EXPECT_EQ(app.name(), "#garden");
    app.press(Qt::Key_Down);
    app.press(Qt::Key_Return);
    EXPECT_EQ(app.world.chat.room(), "#roses");
    EXPECT_TRUE(app.in_composer());
    app.press(Qt::Key_F6, Qt::ShiftModifier);
    app.press(Qt::Key_Up);
    app.press(Qt::Key_Space);
    EXPECT_EQ(app.world.chat.room(), "#garden");
}

TEST(Lists, tab_leaves_a_list_in_both_directions) {
    Keys app(QSize(1280, 800));
    app.press(Qt::Key_F6, Qt::ShiftModifier);
    ASSERT_EQ(app.focus(), "RoomRow");
    app.press(Qt::Key_Tab);
    EXPECT_EQ(app.name(), "Settings");
    app.press(Qt::Key_Tab, Qt::ShiftModifier);
    EXPECT_EQ(app.focus(), "RoomRow");
    app.press(Qt::Key_Tab, Qt::ShiftModifier);
    EXPECT_EQ(app.focus(), "JumpButton");
}

TEST(Lists, a_member_is_found_among_many_and_spoken_to_by_key) {
    Keys app(QSize(1280, 800));
    QStringList names;
    for (int i = 0; i < 40; ++i) names << QStringLiteral("user%1").arg(i);
    app.world.link.say(
        {":srv 353 me = #garden :me ada " + names.join(' '), ":srv 366 me #garden :End"});
    app.settle();
    QQuickItem* const filter = app.item("TextBox", app.item("MemberPane"));
    ASSERT_TRUE(filter->isVisible());
    filter->forceActiveFocus();
    app.write("R3");
    EXPECT_EQ(app.world.chat.members()->count(), 11);
    EXPECT_EQ(app.world.chat.members()->total(), 44);
    app.press(Qt::Key_Down);
    EXPECT_EQ(app.name(), "user3");
    app.press(Qt::Key_Down);
    app.press(Qt::Key_Return);
    EXPECT_EQ(app.world.chat.room(), "user30");
    app.world.chat.openRoom("#garden");
    EXPECT_EQ(app.world.chat.members()->count(), 44) << "the filter went with the room";
}

TEST(Lists, have_bars) {
    Keys app(QSize(1280, 420));
    for (int i = 0; i < 40; ++i) app.world.chat.openPerson(QStringLiteral("p%1").arg(i));
    app.settle();
    QQuickItem* const bar = app.item("FreeScrollBar", app.item("RoomListPane"));
    ASSERT_NE(bar, nullptr);
    EXPECT_TRUE(bar->isVisible());
}

TEST(Conversations, the_nth_and_the_next_unread_one_open_by_key) {
    Keys app(QSize(1280, 800));
    app.press(Qt::Key_3, Qt::ControlModifier);
    EXPECT_EQ(app.world.chat.room(), "#tulips");
    app.press(Qt::Key_9, Qt::ControlModifier);
    EXPECT_EQ(app.world.chat.room(), "#tulips");
    app.press(Qt::Key_1, Qt::ControlModifier);
    app.world.say("ada", "#tulips", "hello");
    app.press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(app.world.chat.room(), "#tulips");
    app.press(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(app.world.chat.room(), "#tulips") << "nothing else is unread";
    app.press(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(app.world.chat.room(), "#roses");
}

TEST(KeySheet, opens_lists_all_and_closes) {
    for (const int width : {1280, 360}) {
        Keys app(QSize(width, 640));
        app.press(Qt::Key_Slash, Qt::ControlModifier);
        ASSERT_TRUE(QTest::qWaitFor([&] { return app.focus() == "KeyRow"; })) << width;
        app.press(Qt::Key_End);
        EXPECT_EQ(app.focus(), "KeyRow");
        app.press(Qt::Key_Escape);
        EXPECT_TRUE(QTest::qWaitFor([&] { return app.in_composer(); })) << width;
    }
}

TEST(Settings, open_by_key) {
    Keys app(QSize(1280, 800));
    app.press(Qt::Key_Comma, Qt::ControlModifier);
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return app.item("AppMenuItem", app.window->contentItem()) != nullptr && !app.in_composer();
    }));
    app.press(Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([&] { return app.in_composer(); }));
}

TEST(Sent, up_in_the_empty_composer_brings_it_back) {
    Keys app(QSize(1280, 800));
    for (const char* text : {"one", "two"}) {
        app.write(text);
        app.press(Qt::Key_Return);
    }
    app.press(Qt::Key_Up);
    EXPECT_EQ(app.world.chat.draft(), "two");
    app.press(Qt::Key_Up);
    EXPECT_EQ(app.world.chat.draft(), "one");
    app.press(Qt::Key_Up);
    EXPECT_EQ(app.world.chat.draft(), "one");
    app.press(Qt::Key_Down);
    app.press(Qt::Key_Down);
    EXPECT_EQ(app.world.chat.draft(), "");
    app.write("half");
    app.press(Qt::Key_Up);
    EXPECT_EQ(app.world.chat.draft(), "half") << "what is being written stays";
}

TEST(Sent, of_several_lines_the_arrows_go_through_first) {
    Keys app(QSize(1280, 800));
    app.write("one");
    app.press(Qt::Key_Return);
    app.write("a");
    app.press(Qt::Key_Return, Qt::ShiftModifier);
    app.write("b");
    app.press(Qt::Key_Return);
    app.settle();
    app.press(Qt::Key_Up);
    ASSERT_EQ(app.world.chat.draft(), "a\nb");
    app.press(Qt::Key_Up);
    EXPECT_EQ(app.world.chat.draft(), "a\nb");
    app.press(Qt::Key_Up);
    EXPECT_EQ(app.world.chat.draft(), "one");
}

}  // namespace
}  // namespace brusio::ui
