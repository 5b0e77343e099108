// Menus open where they stay, and what cannot be undone asks.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct Menus : QmlWindow {
    explicit Menus(QSize size) : QmlWindow(size) {
        world.enter("me");
        load_main();
    }
    /// The button with this label that can be seen.
    QQuickItem* button(const QString& label) const { return find(window->contentItem(), label); }
    QPoint middle(const QQuickItem* item) const {
        return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
    }
    /// Where the open menu stands; empty if none is open.
    QRectF menu() const { return open_menu(window->contentItem()); }

 private:
    static QQuickItem* find(QQuickItem* from, const QString& label) {
        if (!from->isVisible()) return nullptr;
        if (from->property("label") == label || from->property("text") == label) return from;
        for (QQuickItem* child : from->childItems()) {
            if (QQuickItem* hit = find(child, label)) return hit;
        }
        return nullptr;
    }
    static QRectF open_menu(QQuickItem* from) {
        if (!from->isVisible()) return {};
        if (from->inherits("QQuickMenuItem")) {
            const QQuickItem* list = from->parentItem()->parentItem()->parentItem();
            return list->mapRectToScene(QRectF(0, 0, list->width(), list->height()));
        }
        for (QQuickItem* child : from->childItems()) {
            const QRectF hit = open_menu(child);
            if (!hit.isEmpty()) return hit;
        }
        return {};
    }
};

class MenuSizes : public testing::TestWithParam<QSize> {};

TEST_P(MenuSizes, a_menu_opens_beside_its_button_and_stays_there) {
    for (const char* label : {"Settings", "More about this room"}) {
        Menus app(GetParam());
        if (label[0] == 'M') QMetaObject::invokeMethod(app.item("ChatPage"), "showRoom");
        ASSERT_TRUE(QTest::qWaitFor([&] { return app.button(label) != nullptr; })) << label;
        app.settle();
        QTest::qWait(250);  // a phone slides its pane in
        const QPoint place = app.middle(app.button(label));
        QTest::mouseClick(app.window, Qt::LeftButton, {}, place);
        QCoreApplication::processEvents();
        const QRectF first = app.menu();
        EXPECT_FALSE(first.isEmpty()) << label;
        EXPECT_FALSE(first.contains(place)) << label;
        app.settle();
        EXPECT_EQ(app.menu(), first) << label;
    }
}

TEST_P(MenuSizes, a_double_click_on_settings_does_nothing_more) {
    Menus app(GetParam());
    const QPoint place = app.middle(app.button("Settings"));
    QTest::mouseClick(app.window, Qt::LeftButton, {}, place);
    QTest::mouseDClick(app.window, Qt::LeftButton, {}, place);
    app.settle();
    EXPECT_TRUE(app.world.chat.inside());
    EXPECT_EQ(app.world.chat.phase(), "online");
    EXPECT_EQ(app.world.settings.theme(), "system");
}

INSTANTIATE_TEST_SUITE_P(Sizes, MenuSizes,
                         testing::Values(QSize(1280, 800), QSize(800, 700), QSize(360, 720),
                                         QSize(1280, 420)));

TEST(Menus, disconnecting_asks) {
    Menus app(QSize(1280, 800));
    const auto ask = [&] {
        QTest::mouseClick(app.window, Qt::LeftButton, {}, app.middle(app.button("Settings")));
        app.settle();
        QQuickItem* const item = app.button("Disconnect…");
        ASSERT_NE(item, nullptr);
        QTest::mouseClick(app.window, Qt::LeftButton, {}, app.middle(item));
        EXPECT_TRUE(QTest::qWaitFor([&] { return app.button("Disconnect") != nullptr; }));
        app.settle();
    };
    ask();
    EXPECT_TRUE(app.world.chat.inside());
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return app.window->activeFocusItem()->property("text") == "Cancel";
    })) << "the answer that does nothing has the focus";
    QTest::keyClick(app.window, Qt::Key_Space);
    EXPECT_TRUE(QTest::qWaitFor([&] { return app.button("Disconnect") == nullptr; }));
    EXPECT_TRUE(app.world.chat.inside());
    ask();
    QTest::mouseClick(app.window, Qt::LeftButton, {}, app.middle(app.button("Disconnect")));
    EXPECT_FALSE(app.world.chat.inside());
}

}  // namespace
}  // namespace brusio::ui
