// What the window itself has to do with being called: sight, menus, the dialog, and closing.
#include <gtest/gtest.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "tests/qml-client/support/fake_notifier.h"
#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::FakeNotifier;
using test::QmlWindow;

struct CalledWindow : QmlWindow {
    explicit CalledWindow(QSize size = QSize(1180, 760)) : QmlWindow(size) {
        world.chat.calls()->set_notifier(&desktop);
        world.enter("me");
        load_main();
    }
    [[nodiscard]] QQuickItem* text(const QString& text) const {
        return find(window->contentItem(), text);
    }
    void press(const QString& words) {
        ASSERT_TRUE(QTest::qWaitFor([&] { return text(words) != nullptr; })) << words.toStdString();
        settle();
        QQuickItem* const button = text(words);
        ASSERT_NE(button, nullptr);
        QTest::mouseClick(
            window, Qt::LeftButton, {},
            button->mapToScene(QPointF(button->width() / 2, button->height() / 2)).toPoint());
        settle();
    }
    [[nodiscard]] bool is_active() {
        window->requestActivate();
        return QTest::qWaitFor([&] { return window->isActive(); });
    }

    FakeNotifier desktop;

 private:
    static QQuickItem* find(QQuickItem* from, const QString& text) {
        if (!from->isVisible()) return nullptr;
        if (from->property("label") == text || from->property("text") == text) return from;
        for (QQuickItem* child : from->childItems()) {
            if (QQuickItem* hit = find(child, text)) return hit;
        }
        return nullptr;
    }
};

TEST(CalledWindow, what_is_on_screen_does_not_call) {
    CalledWindow app;
    ASSERT_TRUE(app.is_active());
    EXPECT_TRUE(app.world.chat.calls()->in_sight());
    app.world.say("ada", "#garden", "me: hello");
    app.world.say("bob", "me", "psst");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !app.desktop.all.isEmpty(); }));
    app.settle();
    ASSERT_EQ(app.desktop.all.size(), 1);
    EXPECT_EQ(app.desktop.all[0].summary, "bob");
}

TEST(CalledWindow, on_a_phone_the_list_of_rooms_hides_the_open_one) {
    CalledWindow app(QSize(360, 720));
    ASSERT_TRUE(app.is_active());
    EXPECT_FALSE(app.world.chat.calls()->in_sight());
    app.world.say("ada", "#garden", "me: hello");
    ASSERT_TRUE(QTest::qWaitFor([&] { return app.desktop.shown.size() == 1; }));
    app.desktop.opened(app.desktop.only().tag);
    EXPECT_TRUE(app.world.chat.calls()->in_sight());
    EXPECT_TRUE(QTest::qWaitFor([&] { return app.desktop.shown.empty(); }));
}

TEST(CalledWindow, reply_puts_the_cursor_where_one_writes) {
    CalledWindow app;
    app.world.say("bob", "me", "psst");
    ASSERT_TRUE(QTest::qWaitFor([&] { return app.desktop.shown.size() == 1; }));
    app.desktop.replied(app.desktop.only().tag, {});
    ASSERT_TRUE(app.is_active());
    EXPECT_EQ(app.world.chat.room(), "bob");
    for (const char letter : {'h', 'i'}) QTest::keyClick(app.window, letter);
    EXPECT_EQ(app.world.chat.draft(), "hi");
}

TEST(CalledWindow, the_menu_of_a_room_sets_its_level) {
    CalledWindow app;
    Calls& calls = *app.world.chat.calls();
    app.press("More about this room");
    app.press("Notify of all messages");
    EXPECT_EQ(calls.room_level(), Calls::Level::All);
    app.press("More about this room");
    app.press("Mute for an hour");
    EXPECT_TRUE(calls.room_muted());
    EXPECT_TRUE(app.item("RoomRow")->property("silent").toBool());
    app.press("More about this room");
    EXPECT_EQ(app.text("Mute"), nullptr);
    app.press("Muted until " + calls.room_muted_until() + ": end it");
    EXPECT_FALSE(calls.room_muted());
}

TEST(CalledWindow, the_dialog_keeps_what_is_chosen) {
    for (const QSize size : {QSize(1180, 760), QSize(360, 640)}) {
        CalledWindow app(size);
        CallWishesDesk& wishes = *app.world.chat.calls()->wishes();
        app.press("Settings");
        app.press("Notifications…");
        app.press("Show what was said");
        EXPECT_FALSE(wishes.show_body());
        app.press("Quiet hours: nothing calls");
        EXPECT_TRUE(wishes.quiet());
        QTest::keyClick(app.window, Qt::Key_Escape);
        EXPECT_TRUE(QTest::qWaitFor([&] { return app.text("Show what was said") == nullptr; }));
        EXPECT_TRUE(app.world.chat.inside());
    }
}

TEST(CalledWindow, words_are_kept_when_the_dialog_closes) {
    CalledWindow app;
    app.press("Settings");
    app.press("Notifications…");
    app.press("Words that mention you, besides your nick");
    QQuickItem* const box = app.text("Words that mention you, besides your nick");
    ASSERT_NE(box, nullptr);
    QMetaObject::invokeMethod(box, "forceActiveFocus");
    for (const char letter : {'t', 'e', 'a'}) QTest::keyClick(app.window, letter);
    QTest::keyClick(app.window, Qt::Key_Escape);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return app.world.chat.calls()->wishes()->words() == "tea"; }));
}

TEST(CalledWindow, without_a_tray_closing_is_the_end) {
    CalledWindow app;
    EXPECT_TRUE(app.window->close());
    EXPECT_FALSE(app.window->isVisible());
}

TEST(CalledWindow, with_a_tray_closing_says_once_that_it_stays) {
    CalledWindow app;
    TrayDesk& tray = *app.world.chat.calls()->tray();
    EXPECT_EQ(tray.closing(), TrayDesk::Closing::Quits);
    tray.set_there(true);
    EXPECT_FALSE(app.window->close());
    EXPECT_TRUE(app.window->isVisible());
    app.press("Stay in the tray");
    EXPECT_FALSE(app.window->isVisible());
    app.window->show();
    app.settle();
    EXPECT_FALSE(app.window->close());
    EXPECT_FALSE(app.window->isVisible()) << "the second time nothing is said";
    tray.set_closes_to_tray(false);
    app.window->show();
    EXPECT_TRUE(app.window->close());
}

}  // namespace
}  // namespace brusio::ui
