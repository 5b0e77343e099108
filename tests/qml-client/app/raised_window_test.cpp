// The window comes when it is asked for, from wherever it is.
#include <gtest/gtest.h>

#include <QtGui/QGuiApplication>
#include <QtQuick/QQuickWindow>
#include <QtTest/QTest>

#include "qml-client/app/window.h"
#include "qml-client/desktop/tray_picture.h"
#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

QWindow* the_window() {
    for (QWindow* window : QGuiApplication::topLevelWindows()) {
        if (qobject_cast<QQuickWindow*>(window) != nullptr && window->parent() == nullptr)
            return window;
    }
    return nullptr;
}

TEST(RaisedWindow, comes_from_the_tray_and_from_an_icon) {
    test::ChatWorld world;
    world.settings.set_language("en");
    Window app(world.chat, world.settings);
    emit world.chat.calls()->windowAsked();  // there is none yet
    ASSERT_TRUE(app.show());
    QWindow* const window = the_window();
    ASSERT_NE(window, nullptr);
    window->hide();
    world.chat.show_outside("");
    EXPECT_TRUE(window->isVisible());
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->isActive(); }));
    TrayDesk& tray = *world.chat.calls()->tray();
    tray.set_there(true);
    window->hide();
    tray.set_there(false);
    EXPECT_TRUE(window->isVisible()) << "the tray is gone, and the way back with it";
    window->showMinimized();
    QCoreApplication::processEvents();
    world.chat.show_outside("irc://other.example/#party");
    EXPECT_FALSE(window->windowStates() & Qt::WindowMinimized);
    EXPECT_EQ(world.chat.outside()->question(), OutsideAddress::Question::Go);
    emit world.chat.calls()->urgent();
}

TEST(TrayPicture, shows_the_number) {
    TrayPicture tray;
    QSize size;
    const QImage none = tray.requestImage("0", &size, {});
    EXPECT_EQ(size, QSize(64, 64));
    const QImage one = tray.requestImage("1", &size, {});
    const QImage many = tray.requestImage("100", &size, QSize(22, 22));
    EXPECT_NE(none, one);
    EXPECT_EQ(many.size(), QSize(22, 22));
    EXPECT_EQ(qAlpha(one.pixel(54, 46)), 255);
}

}  // namespace
}  // namespace brusio::ui
