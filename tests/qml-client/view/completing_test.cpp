// The list over the composer: the same keys for nicks, rooms, commands and emoji.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct Completing : QmlWindow {
    explicit Completing(QSize size = {1000, 700}) : QmlWindow(size) {
        world.enter("me");
        load_main();
        QMetaObject::invokeMethod(item("ChatPage"), "showRoom");
        settle();
    }
    void type(const QString& text) const {
        for (const QChar sign : text) QTest::keyClick(window, sign.toLatin1());
    }
    void press(Qt::Key key) const { QTest::keyClick(window, key); }
    [[nodiscard]] QString draft() const { return world.chat.draft(); }
    [[nodiscard]] QQuickItem* list() const { return item("CompleterList"); }
};

TEST(Completing, a_nick_is_chosen_by_arrows_and_taken_by_enter) {
    Completing app;
    app.type("@");
    app.settle();
    ASSERT_TRUE(app.list()->isVisible());
    app.press(Qt::Key_Down);
    app.press(Qt::Key_Return);
    EXPECT_EQ(app.draft(), "bob: ");
    EXPECT_FALSE(app.list()->isVisible());
    app.type("hello");
    app.press(Qt::Key_Return);
    EXPECT_EQ(app.draft(), "");
    EXPECT_TRUE(app.world.link.take_lines().contains("PRIVMSG #garden :bob: hello"));
}

TEST(Completing, tab_takes_a_command_and_its_words_are_explained) {
    Completing app;
    app.type("/kickb");
    app.press(Qt::Key_Tab);
    EXPECT_EQ(app.draft(), "/kickban ");
    app.settle();
    EXPECT_TRUE(app.list()->isVisible()) << "it tells how it is written";
    app.type("bo");
    app.press(Qt::Key_Tab);
    EXPECT_EQ(app.draft(), "/kickban bob ") << "nicks are completed as ever";
}

TEST(Completing, escape_closes_the_list_and_nothing_else) {
    Completing app;
    app.type("@b");
    app.settle();
    app.press(Qt::Key_Escape);
    EXPECT_FALSE(app.list()->isVisible());
    EXPECT_EQ(app.draft(), "@b");
    app.press(Qt::Key_Return);
    EXPECT_TRUE(app.world.link.take_lines().contains("PRIVMSG #garden @b"));
}

TEST(Completing, enter_sends_a_command_that_is_whole) {
    Completing app;
    app.type("/names");
    app.settle();
    app.press(Qt::Key_Return);
    EXPECT_TRUE(app.world.link.take_lines().contains("NAMES #garden"));
    EXPECT_EQ(app.draft(), "");
}

TEST(Completing, an_emoji_is_taken_by_a_click) {
    Completing app;
    app.type("so :tad");
    app.settle();
    QQuickItem* const row = app.item("CompleterRow", app.list());
    ASSERT_NE(row, nullptr);
    const QPointF middle = row->mapToScene({row->width() / 2, row->height() / 2});
    QTest::mouseClick(app.window, Qt::LeftButton, {}, middle.toPoint());
    EXPECT_EQ(app.draft(), QString::fromUtf8("so \xF0\x9F\x8E\x89 "));
    app.type("!");
    EXPECT_TRUE(app.draft().endsWith('!')) << "the focus stayed";
}

TEST(Completing, the_list_stays_inside_of_a_small_window_and_at_twice_the_size) {
    for (const double scale : {1.0, 2.0}) {
        Completing app({360, 640});
        app.world.settings.set_scale(scale);
        app.settle();
        QMetaObject::invokeMethod(app.item("ChatPage"), "showRoom");
        app.settle();
        QTest::qWait(250);  // a phone slides its pane in
        app.type("/");
        app.settle();
        const QRectF box =
            app.list()->mapRectToScene(QRectF(0, 0, app.list()->width(), app.list()->height()));
        EXPECT_GE(box.top(), 0) << scale;
        EXPECT_LE(box.right(), 360) << scale;
        EXPECT_GT(box.height(), 40) << scale;
    }
}

TEST(Completing, who_does_not_see_the_list_is_told_what_is_marked) {
    Completing app;
    app.type("@b");
    app.settle();
    EXPECT_EQ(app.world.chat.completer()->current_text(), "bob (1 of 1)");
    const QQuickItem* const row = app.item("CompleterRow", app.list());
    EXPECT_EQ(row->property("spokenText"), "bob");
}

}  // namespace
}  // namespace brusio::ui
