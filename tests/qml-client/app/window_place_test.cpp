// The window comes back to where it was.
#include <gtest/gtest.h>

#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtQuick/QQuickWindow>
#include <QtTest/QTest>

#include "qml-client/app/window.h"
#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

/// One run of the program, with the settings of this folder.
struct WindowRun {
    explicit WindowRun(const QTemporaryDir& folder)
        : world(folder), window(world.chat, world.settings) {
        EXPECT_TRUE(window.show());
        for (QWindow* one : QGuiApplication::topLevelWindows()) {
            if (one->isVisible() && qobject_cast<QQuickWindow*>(one) != nullptr) shown = one;
        }
    }
    [[nodiscard]] QPoint place() const { return shown == nullptr ? QPoint() : shown->position(); }

    test::ChatWorld world;
    Window window;
    QWindow* shown = nullptr;
};

TEST(WindowPlace, is_the_one_it_had) {
    const QTemporaryDir folder;
    const QPoint place(37, 91);
    {
        WindowRun first(folder);
        ASSERT_NE(first.shown, nullptr);
        ASSERT_NE(first.place(), place);
        first.shown->setPosition(place);
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return first.world.settings.window_position() == place; }));
    }
    WindowRun second(folder);
    ASSERT_NE(second.shown, nullptr);
    EXPECT_EQ(second.place(), place);
}

TEST(WindowPlace, is_another_one_if_no_screen_shows_that_any_more) {
    const QTemporaryDir folder;
    const QRect screen = QGuiApplication::primaryScreen()->geometry();
    for (const QPoint gone : {screen.bottomRight() + QPoint(500, 500), QPoint(100, -2'000),
                              QPoint(screen.right() - 20, 100)}) {
        {
            test::ChatWorld world(folder);
            world.settings.set_window_position(gone);
        }
        const WindowRun run(folder);
        ASSERT_NE(run.shown, nullptr);
        EXPECT_TRUE(screen.contains(run.place() + QPoint(100, 20)))
            << run.place().x() << ' ' << run.place().y();
    }
}

}  // namespace
}  // namespace brusio::ui
