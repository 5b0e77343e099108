// The dialog that joins rooms: Enter takes what is marked, and makes nothing by mistake.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct Joining : QmlWindow {
    Joining() : QmlWindow(QSize(1280, 800)) {
        world.enter("me");
        load_main();
        QMetaObject::invokeMethod(item("ChatPage"), "join");
        EXPECT_TRUE(QTest::qWaitFor(
            [this] { return window->activeFocusItem()->inherits("QQuickTextField"); }));
        settle();
        world.link.take_lines();
    }
    void list() {
        world.link.say({":srv 321 me Room :Users Name", ":srv 322 me #lobby 40 :All of us",
                        ":srv 322 me #tea 2 :Leaves", ":srv 322 me #tea-pots 9 :Pots of tea",
                        ":srv 322 me #qt 30 :Windows, and tea", ":srv 323 me :End"});
        settle();
    }
    void type(const char* text) {
        for (; *text != '\0'; ++text) QTest::keyClick(window, *text);
        settle();
    }
    QStringList joins() { return world.link.take_lines().filter("JOIN"); }
    /// The button with these words that can be seen; null if there is none.
    QQuickItem* button(const QString& words) const { return find(window->contentItem(), words); }

 private:
    static QQuickItem* find(QQuickItem* from, const QString& words) {
        if (!from->isVisible()) return nullptr;
        if (from->inherits("QQuickAbstractButton") && from->property("text") == words) return from;
        for (QQuickItem* child : from->childItems()) {
            if (QQuickItem* hit = find(child, words)) return hit;
        }
        return nullptr;
    }
};

TEST(Joining, enter_takes_the_one_match) {
    Joining app;
    app.list();
    app.type("lob");
    EXPECT_NE(app.button("Join #lobby"), nullptr);
    EXPECT_NE(app.button("Make #lob"), nullptr) << "on a line of its own";
    QTest::keyClick(app.window, Qt::Key_Return);
    EXPECT_EQ(app.joins(), QStringList{"JOIN #lobby"});
}

TEST(Joining, the_room_of_that_name_comes_before_larger_ones) {
    Joining app;
    app.list();
    app.type("tea");
    EXPECT_NE(app.button("Join #tea"), nullptr);
    EXPECT_EQ(app.button("Make #tea"), nullptr) << "it is there";
    QTest::keyClick(app.window, Qt::Key_Return);
    EXPECT_EQ(app.joins(), QStringList{"JOIN #tea"});
}

TEST(Joining, the_arrows_choose_another) {
    Joining app;
    app.list();
    app.type("#tea");
    QTest::keyClick(app.window, Qt::Key_Up);
    QTest::keyClick(app.window, Qt::Key_Return);
    EXPECT_EQ(app.joins(), QStringList{"JOIN #tea-pots"});
}

TEST(Joining, nothing_is_made_while_the_list_is_on_its_way) {
    Joining app;
    app.world.link.say({":srv 321 me Room :Users Name"});
    app.type("lobby");
    QTest::keyClick(app.window, Qt::Key_Return);
    EXPECT_EQ(app.joins(), QStringList());
    app.list();
    QTest::keyClick(app.window, Qt::Key_Return);
    EXPECT_EQ(app.joins(), QStringList{"JOIN #lobby"});
}

TEST(Joining, a_name_that_nobody_has_is_made_on_purpose) {
    Joining app;
    app.list();
    app.type("nobody-has-this");
    EXPECT_NE(app.button("Make #nobody-has-this"), nullptr);
    QTest::keyClick(app.window, Qt::Key_Return);
    EXPECT_EQ(app.joins(), QStringList{"JOIN #nobody-has-this"}) << "there is no other line";
}

TEST(Joining, a_room_is_made_beside_its_match_by_its_own_button) {
    Joining app;
    app.list();
    app.type("lob");
    QQuickItem* const make = app.button("Make #lob");
    ASSERT_NE(make, nullptr);
    QTest::mouseClick(app.window, Qt::LeftButton, {},
                      make->mapToScene(QPointF(make->width() / 2, make->height() / 2)).toPoint());
    EXPECT_EQ(app.joins(), QStringList{"JOIN #lob"});
}

TEST(Joining, what_cannot_be_a_name_is_not_made) {
    Joining app;
    app.list();
    app.type("no such words");
    QTest::keyClick(app.window, Qt::Key_Return);
    EXPECT_EQ(app.joins(), QStringList());
    EXPECT_EQ(app.world.chat.room(), "#garden");
}

}  // namespace
}  // namespace brusio::ui
