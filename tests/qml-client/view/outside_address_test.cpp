// An address from outside is asked about before anything connects, joins or founds.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct Outside : QmlWindow {
    explicit Outside(QSize size = QSize(1180, 760)) : QmlWindow(size) {}

    void begin_inside() {
        world.enter("me");
        load_main();
        world.link.take_lines();
    }
    [[nodiscard]] QQuickItem* dialog() const { return item("PopupHead"); }
    [[nodiscard]] bool asks() const {
        return QTest::qWaitFor(
            [&] { return find_text(window->contentItem(), "Cancel") != nullptr; });
    }
    void press(const QString& text) {
        settle();
        QQuickItem* const button = find_text(window->contentItem(), text);
        ASSERT_NE(button, nullptr) << text.toStdString();
        QTest::mouseClick(
            window, Qt::LeftButton, {},
            button->mapToScene(QPointF(button->width() / 2, button->height() / 2)).toPoint());
        settle();
    }
    [[nodiscard]] bool shows(const QString& text) const {
        return find_text(window->contentItem(), text) != nullptr;
    }
    static QQuickItem* find_text(QQuickItem* from, const QString& text) {
        if (!from->isVisible()) return nullptr;
        if (from->property("text") == text && from->isEnabled()) return from;
        for (QQuickItem* child : from->childItems()) {
            if (QQuickItem* hit = find_text(child, text)) return hit;
        }
        return nullptr;
    }
};

TEST(OutsideAddress, another_server_is_asked_about_and_only_then_left_for) {
    Outside app;
    app.begin_inside();
    const int opened = app.world.link.opened_count();
    app.world.chat.show_outside("ircs://other.example/#party");
    ASSERT_TRUE(app.asks());
    EXPECT_TRUE(app.shows("other.example:6697"));
    EXPECT_TRUE(app.shows("#party"));
    EXPECT_EQ(app.world.link.take_lines(), QStringList());
    app.press("Cancel");
    EXPECT_TRUE(app.world.chat.inside());
    EXPECT_EQ(app.world.settings.server_host(), "127.0.0.1");

    app.world.chat.show_outside("ircs://other.example/#party");
    ASSERT_TRUE(app.asks());
    app.press("Go there");
    EXPECT_FALSE(app.world.chat.inside());
    EXPECT_EQ(app.world.link.opened_count(), opened) << "the first screen goes there, when asked";
    EXPECT_TRUE(app.shows("other.example"));
    EXPECT_TRUE(app.shows("6697"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !app.shows("Go there"); }));
    app.press("Connect");
    EXPECT_EQ(app.world.link.server(), "ircs://other.example:6697");
    app.world.link.welcome("me");
    EXPECT_TRUE(app.world.link.take_lines().join(' ').contains("JOIN #party"));
}

TEST(OutsideAddress, what_was_agreed_to_for_one_server_is_not_done_at_another) {
    Outside app;
    app.load_main();
    app.world.chat.show_outside("irc://other.example/#party");
    ASSERT_TRUE(app.asks());
    app.press("Go there");
    app.world.enter("me");
    EXPECT_FALSE(app.world.link.take_lines().join(' ').contains("#party"));
}

TEST(OutsideAddress, a_room_of_this_server_is_joined_only_when_asked) {
    Outside app;
    app.begin_inside();
    app.world.chat.show_outside("irc://127.0.0.1:6667/new-room");
    ASSERT_TRUE(app.asks());
    QTest::keyClick(app.window, Qt::Key_Return);
    QTest::keyClick(app.window, Qt::Key_Escape);
    app.settle();
    EXPECT_EQ(app.world.link.take_lines(), QStringList()) << "Enter does not agree by chance";
    app.world.chat.show_outside("irc://127.0.0.1:6667/new-room");
    ASSERT_TRUE(app.asks());
    app.press("Join");
    EXPECT_EQ(app.world.link.take_lines(), QStringList{"JOIN #new-room"});
}

TEST(OutsideAddress, where_we_are_already_is_opened) {
    Outside app;
    app.begin_inside();
    app.world.say("bob", "me", "psst");
    app.world.chat.show_outside("irc://127.0.0.1/bob,isnick");
    EXPECT_EQ(app.world.chat.room(), "bob");
    app.world.chat.show_outside("irc://127.0.0.1/garden");
    EXPECT_EQ(app.world.chat.room(), "#garden");
    EXPECT_EQ(app.world.chat.outside()->question(), OutsideAddress::Question::Nothing);
    app.world.chat.show_outside("irc://127.0.0.1/carla,isnick");
    ASSERT_TRUE(app.asks());
    app.press("Write");
    EXPECT_EQ(app.world.chat.room(), "carla");
}

TEST(OutsideAddress, names_cannot_be_mistaken) {
    Outside app;
    app.begin_inside();
    app.world.chat.show_outside(QString::fromUtf8("irc://ех\u0430mple.org/a"));
    ASSERT_TRUE(app.asks());
    EXPECT_TRUE(app.world.chat.outside()->server().startsWith("xn--"))
        << app.world.chat.outside()->server().toStdString();
}

TEST(OutsideAddress, what_cannot_be_read_is_said_and_goes_nowhere) {
    Outside app;
    app.begin_inside();
    app.world.chat.show_outside("irc://h/a%0D%0AQUIT");
    ASSERT_TRUE(QTest::qWaitFor([&] { return app.shows("This is no address"); }));
    app.press("Close");
    EXPECT_EQ(app.world.link.take_lines(), QStringList());
    EXPECT_TRUE(app.world.chat.inside());
}

TEST(OutsideAddress, an_empty_one_asks_for_the_window_alone) {
    Outside app;
    app.begin_inside();
    int asked = 0;
    QObject::connect(app.world.chat.calls(), &Calls::windowAsked, [&] { ++asked; });
    app.world.chat.show_outside("");
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(app.world.chat.outside()->question(), OutsideAddress::Question::Nothing);
}

}  // namespace
}  // namespace brusio::ui
