// Cards and menus of people and rooms open from where one looks for them.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct CardWindow : QmlWindow {
    explicit CardWindow(QSize size = {1280, 800}) : QmlWindow(size) {
        world.enter("me");
        world.link.say({":ada!a@h MODE #garden +o me", ":srv 376 me :End"});
        world.settings.set_reduced_motion(true);  // so that what opens is open
        load_main();
        settle();
    }
    /// The item with this text or label that can be seen.
    [[nodiscard]] QQuickItem* seen(const QString& words) const {
        return find(window->contentItem(), words);
    }
    void click(const QString& words, Qt::MouseButton button = Qt::LeftButton) const {
        settle();  // what has changed is laid out with the next picture
        const QQuickItem* const item = seen(words);
        ASSERT_NE(item, nullptr) << words.toStdString();
        const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
        QTest::mouseClick(window, button, {}, middle.toPoint());
        settle();
    }
    [[nodiscard]] bool waits_for(const QString& words) const {
        return QTest::qWaitFor([&] { return seen(words) != nullptr; });
    }

 private:
    static QQuickItem* find(QQuickItem* from, const QString& words) {
        if (!from->isVisible()) return nullptr;
        if (from->property("label") == words || from->property("text") == words) return from;
        for (QQuickItem* child : from->childItems()) {
            if (QQuickItem* hit = find(child, words)) return hit;
        }
        return nullptr;
    }
};

TEST(Cards, a_members_menu_opens_by_the_other_button_and_does_what_it_says) {
    CardWindow app;
    app.click("bob", Qt::RightButton);
    ASSERT_TRUE(app.waits_for("Make operator"));
    EXPECT_EQ(app.world.chat.room(), "#garden") << "it is no click";
    app.world.link.take_lines();
    app.click("Make operator");
    EXPECT_EQ(app.world.link.take_lines(), QStringList("MODE #garden +o bob"));
}

TEST(Cards, a_members_menu_opens_by_keyboard_beside_its_row) {
    CardWindow app;
    QQuickItem* const row = app.item("MemberRow", app.item("MemberPane"));
    ASSERT_NE(row, nullptr);
    row->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(app.window, Qt::Key_Menu);
    ASSERT_TRUE(app.waits_for("Give voice"));
    const QQuickItem* const entry = app.seen("Give voice");
    EXPECT_GE(entry->mapToScene({0, 0}).x(), row->mapToScene({0, 0}).x() - 230);
    QTest::keyClick(app.window, Qt::Key_Escape);
}

TEST(Cards, a_person_shows_what_the_server_says) {
    CardWindow app;
    app.world.chat.person()->show("bob");
    app.world.link.say({":srv 311 me bob b host * :Bob B", ":srv 318 me bob :End"});
    ASSERT_TRUE(app.waits_for("Real name: Bob B"));
    EXPECT_NE(app.seen("In common: #garden"), nullptr);
    EXPECT_NE(app.seen("Take voice away"), nullptr);
    app.click("Ignore");
    EXPECT_EQ(app.world.chat.ignored()->entries(), QStringList("bob!*@*"));
    EXPECT_NE(app.seen("Ignore no more"), nullptr);
    app.click("Private message");
    EXPECT_EQ(app.world.chat.room(), "bob");
}

TEST(Cards, a_room_shows_its_modes_and_bans_and_lets_in_again) {
    CardWindow app;
    app.world.chat.room_card()->show();
    app.world.link.say({":srv 324 me #garden +nt", ":srv 367 me #garden *!*@spam ada 0",
                        ":srv 368 me #garden :End"});
    ASSERT_TRUE(app.waits_for("*!*@spam \xC2\xB7 by ada"));
    EXPECT_NE(app.seen("+n  Only members may write here."), nullptr);
    app.world.link.take_lines();
    app.click("Let *!*@spam \xC2\xB7 by ada in again");
    EXPECT_EQ(app.world.link.take_lines().value(0), "MODE #garden -b *!*@spam");
}

TEST(Cards, whom_we_ignore_is_listed_and_heard_again) {
    CardWindow app;
    app.world.chat.ignored()->add("eve!*@*");
    QMetaObject::invokeMethod(app.item("IdentityBar"), "showIgnored");
    ASSERT_TRUE(app.waits_for("Hear eve!*@* again"));
    app.click("Hear eve!*@* again");
    EXPECT_EQ(app.world.chat.ignored()->entries(), QStringList());
    EXPECT_NE(app.seen("You ignore nobody on this server."), nullptr);
}

TEST(Cards, fit_a_small_window_at_twice_the_size) {
    CardWindow app({360, 640});
    app.world.settings.set_scale(2);
    app.settle();
    app.world.chat.person()->show("bob");
    app.world.link.say({":srv 311 me bob b host * :Bob B", ":srv 318 me bob :End"});
    ASSERT_TRUE(app.waits_for("Real name: Bob B"));
    const QQuickItem* const line = app.seen("Real name: Bob B");
    EXPECT_LE(line->mapToScene({line->width(), 0}).x(), 360);
}

}  // namespace
}  // namespace brusio::ui
