// The program's own window at the widths of a phone, a tablet and a desk.
#include <gtest/gtest.h>

#include <QtGui/QAccessible>
#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct App : QmlWindow {
    explicit App(QSize size) : QmlWindow(size) {
        world.enter("me");
        world.say("ada", "#garden", "me: see https://example.org/roses");
        world.say("bob", "me", "psst");
        world.chat.submit("hello");
        load_main();
    }
    bool shown(const char* file) const {
        const QQuickItem* const it = item(file);
        if (it == nullptr || !it->isVisible()) return false;
        const QRectF place = it->mapRectToScene(QRectF(0, 0, it->width(), it->height()));
        return place.intersects(QRectF(0, 0, window->width(), window->height()));
    }
    QString shape() const { return item("ChatPage")->property("shape").toString(); }
};

bool is_interactive(QAccessible::Role role) {
    switch (role) {
        case QAccessible::Button:
        case QAccessible::ButtonMenu:
        case QAccessible::EditableText:
        case QAccessible::ListItem:
        case QAccessible::List:
        case QAccessible::MenuItem:
        case QAccessible::CheckBox:
        case QAccessible::ComboBox:
        case QAccessible::ScrollBar:
        case QAccessible::Link:
            return true;
        default:
            return false;
    }
}

struct Audit {
    int interactive = 0;
    QStringList nameless;
    QStringList outside;

    explicit Audit(QQuickWindow* window) {
        QAccessible::setActive(true);
        walk(QAccessible::queryAccessibleInterface(window),
             QRect(window->position(), window->size()));
    }
    void walk(QAccessibleInterface* node, const QRect& bounds) {
        ASSERT_NE(node, nullptr);
        if (node->state().invisible) return;
        if (is_interactive(node->role())) check(node, bounds);
        for (int i = 0; i < node->childCount(); ++i) walk(node->child(i), bounds);
    }
    void check(QAccessibleInterface* node, const QRect& bounds) {
        ++interactive;
        const QString name = node->text(QAccessible::Name);
        const QObject* const object = node->object();
        // Qt hides the name of a password field; its frame has it.
        const bool secret =
            node->state().passwordEdit && !node->parent()->text(QAccessible::Name).isEmpty();
        if (name.isEmpty() && !secret) nameless << object->metaObject()->className();
        const QRect place = node->rect();
        if (place.left() < bounds.left() || place.right() > bounds.right()) {
            outside << QStringLiteral("%1 %2").arg(object->metaObject()->className(), name);
        }
    }
};

TEST(Window, a_desk_shows_three_panes) {
    App app(QSize(1280, 800));
    EXPECT_EQ(app.shape(), "three");
    EXPECT_TRUE(app.shown("RoomListPane"));
    EXPECT_TRUE(app.shown("RoomPane"));
    EXPECT_TRUE(app.shown("MemberPane"));
}

TEST(Window, a_tablet_shows_two_and_slides_the_members_in) {
    App app(QSize(800, 700));
    EXPECT_EQ(app.shape(), "two");
    EXPECT_TRUE(app.shown("RoomListPane"));
    EXPECT_TRUE(app.shown("RoomPane"));
    EXPECT_FALSE(app.shown("MemberPane"));
    QMetaObject::invokeMethod(app.item("ChatPage"), "toggleMembers");
    EXPECT_TRUE(QTest::qWaitFor([&] { return app.shown("MemberPane"); }));
}

TEST(Window, a_phone_shows_one_pane_at_a_time) {
    App app(QSize(360, 720));
    EXPECT_EQ(app.shape(), "one");
    EXPECT_TRUE(app.shown("RoomListPane"));
    EXPECT_FALSE(app.shown("RoomPane"));
    QMetaObject::invokeMethod(app.item("ChatPage"), "showRoom");
    EXPECT_TRUE(QTest::qWaitFor([&] { return app.item("RoomPane")->x() == 0; }));
    EXPECT_FALSE(app.shown("RoomListPane"));
    EXPECT_TRUE(app.shown("Composer"));
    QMetaObject::invokeMethod(app.item("ChatPage"), "back");
    EXPECT_TRUE(QTest::qWaitFor([&] { return app.shown("RoomListPane"); }));
}

TEST(Window, a_larger_scale_asks_for_a_wider_window) {
    App app(QSize(1280, 800));
    app.world.settings.set_scale(1.5);
    app.settle();
    EXPECT_EQ(app.shape(), "two");
    app.world.settings.set_scale(1.0);
    app.settle();
    EXPECT_EQ(app.shape(), "three");
}

TEST(Window, the_first_screen_goes_away_when_we_are_in) {
    QmlWindow app(QSize(900, 700));
    app.load_main();
    EXPECT_TRUE(app.item("ConnectPage")->isVisible());
    EXPECT_FALSE(app.item("ChatPage")->isVisible());
    app.world.enter("me");
    app.settle();
    EXPECT_FALSE(app.item("ConnectPage")->isVisible());
    EXPECT_TRUE(app.item("ChatPage")->isVisible());
}

TEST(Window, a_lost_connection_is_said_and_goes_away_again) {
    App app(QSize(1280, 800));
    EXPECT_EQ(app.item("StatusStrip")->height(), 0);
    app.world.link.drop(client::DisconnectCause::reset);
    EXPECT_TRUE(QTest::qWaitFor([&] { return app.item("StatusStrip")->height() > 20; }));
    app.world.chat.tryNow();
    app.world.link.welcome("me");
    EXPECT_TRUE(QTest::qWaitFor([&] { return app.item("StatusStrip")->height() == 0; }));
}

TEST(Window, the_theme_changes_while_it_is_shown) {
    App app(QSize(900, 700));
    app.world.settings.set_theme("light");
    app.settle();
    const QColor light = app.item("RoomPane")->property("color").value<QColor>();
    app.world.settings.set_theme("dark");
    app.settle();
    const QColor dark = app.item("RoomPane")->property("color").value<QColor>();
    EXPECT_EQ(light, QColor("#FFFFFF"));
    EXPECT_EQ(dark, QColor("#1B1F26"));
}

class Accessible : public testing::TestWithParam<int> {};

TEST_P(Accessible, everything_one_can_use_has_a_name_and_is_on_screen) {
    App app(QSize(GetParam(), 720));
    const Audit list(app.window);
    QMetaObject::invokeMethod(app.item("ChatPage"), "showRoom");
    ASSERT_TRUE(QTest::qWaitFor([&] { return app.shown("Composer"); }));
    const Audit room(app.window);
    for (const Audit* audit : {&list, &room}) {
        EXPECT_GT(audit->interactive, 5);
        EXPECT_EQ(audit->nameless.join(", ").toStdString(), "");
    }
    EXPECT_EQ(list.outside.join(", ").toStdString(), "");
}

TEST_P(Accessible, the_first_screen_and_the_dialogs_too) {
    QmlWindow app(QSize(GetParam(), 720));
    app.load_main();
    const Audit first(app.window);
    EXPECT_GE(first.interactive, 5);
    EXPECT_EQ(first.nameless.join(", ").toStdString(), "");
    EXPECT_EQ(first.outside.join(", ").toStdString(), "");
    app.world.enter("me");
    for (const char* opens : {"join", "jump"}) {
        QMetaObject::invokeMethod(app.item("ChatPage"), opens);
        app.settle();
        const Audit dialog(app.window);
        EXPECT_EQ(dialog.nameless.join(", ").toStdString(), "") << opens;
        QTest::keyClick(app.window, Qt::Key_Escape);
        app.settle();
    }
}

INSTANTIATE_TEST_SUITE_P(Widths, Accessible, testing::Values(360, 800, 1280));

}  // namespace
}  // namespace brusio::ui
