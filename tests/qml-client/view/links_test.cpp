// What a click on a link of the window opens.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/opened_addresses.h"
#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct Linked : QmlWindow {
    test::OpenedAddresses opened;

    Linked() : QmlWindow(QSize(1280, 800)) {
        world.enter("me");
        load_main();
    }
    void hear(const QString& text) {
        world.say("ada", "#garden", text);
        settle();
    }
    QQuickItem* newest_body() {
        QQuickItem* row = nullptr;
        QMetaObject::invokeMethod(item("TimelineView"), "itemAtIndex",
                                  Q_RETURN_ARG(QQuickItem*, row), Q_ARG(int, 0));
        return row == nullptr ? nullptr : item("MessageBody", row);
    }
    /// A place in a text that is a link; none if there is none.
    static std::optional<QPointF> place_of_link(QQuickItem* text) {
        for (double y = 2; y < text->height(); y += 4) {
            for (double x = 2; x < text->width(); x += 4) {
                QString link;
                QMetaObject::invokeMethod(text, "linkAt", Q_RETURN_ARG(QString, link),
                                          Q_ARG(double, x), Q_ARG(double, y));
                if (!link.isEmpty()) return text->mapToScene(QPointF(x, y));
            }
        }
        return std::nullopt;
    }
    /// The text of several lines with a link in it that is no message; null if none is shown.
    static QQuickItem* whole_topic(QQuickItem* from) {
        const bool is_whole = from->inherits("QQuickText") && from->isVisible() &&
                              from->property("text").toString().contains("<a href") &&
                              from->property("lineCount").toInt() > 2;
        const QString type = QString::fromLatin1(from->metaObject()->className());
        if (is_whole && !type.startsWith(QLatin1String("MessageBody"))) return from;
        for (QQuickItem* child : from->childItems()) {
            if (QQuickItem* hit = whole_topic(child)) return hit;
        }
        return nullptr;
    }
    void click_link(QQuickItem* text) {
        ASSERT_NE(text, nullptr);
        const auto place = place_of_link(text);
        ASSERT_TRUE(place.has_value()) << text->property("text").toString().toStdString();
        QTest::mouseMove(window, place->toPoint());
        QTest::mouseClick(window, Qt::LeftButton, {}, place->toPoint());
        settle();
    }
};

struct Said {
    const char* text;
    const char* opens;
};
class LinkClicks : public testing::TestWithParam<Said> {};

TEST_P(LinkClicks, open_what_was_written) {
    Linked app;
    app.hear(QString::fromUtf8(GetParam().text));
    app.click_link(app.newest_body());
    EXPECT_EQ(app.opened.addresses, QStringList{GetParam().opens});
    EXPECT_EQ(app.requests.refused(), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, LinkClicks,
    testing::Values(
        Said{"https://a.example/?q=1&r=2&lt=3", "https://a.example/?q=1&r=2&lt=3"},
        Said{"https://a.example/?q=1&amp;r=2", "https://a.example/?q=1&amp;r=2"},
        Said{"\x02https://a.example/?q=1&r=2\x02", "https://a.example/?q=1&r=2"},
        Said{"https://e.example/Rose_(disambiguation)", "https://e.example/Rose_(disambiguation)"},
        Said{"https://a.example/a%20b%26c?x=%2F", "https://a.example/a%20b%26c?x=%2F"},
        Said{"www.example.org", "https://www.example.org"},
        Said{"mailto:ada@example.org?subject=a&body=b", "mailto:ada@example.org?subject=a&body=b"},
        Said{"irc://elsewhere.example/tea", "irc://elsewhere.example/tea"}));

TEST(Linked, a_room_that_is_open_comes_to_the_front_and_another_is_asked_about) {
    Linked app;
    app.world.chat.joinRoom("#qt", {});
    app.world.join_room("me", "#qt");
    app.world.chat.openRoom("#garden");
    app.settle();
    app.hear("come to #qt");
    app.click_link(app.newest_body());
    EXPECT_EQ(app.world.chat.room(), "#qt");
    app.world.chat.openRoom("#garden");
    app.hear("or to #nowhere");
    app.world.link.take_lines();
    app.click_link(app.newest_body());
    EXPECT_EQ(app.world.link.take_lines().filter("JOIN"), QStringList());
    EXPECT_EQ(app.world.chat.room(), "#garden");
    EXPECT_EQ(app.world.chat.directory()->filter(), "#nowhere");
    EXPECT_TRUE(app.opened.addresses.isEmpty());
}

TEST(Linked, an_address_of_this_server_is_a_room_of_it) {
    Linked app;
    app.hear("irc://127.0.0.1:6667/garden");
    app.world.chat.openPerson("bob");
    app.world.chat.openLink("irc://127.0.0.1:6667/garden");
    EXPECT_EQ(app.world.chat.room(), "#garden");
    EXPECT_TRUE(app.opened.addresses.isEmpty());
}

TEST(Linked, the_pointer_over_a_link_shows_what_it_opens) {
    Linked app;
    app.hear("www.example.org");
    QQuickItem* const body = app.newest_body();
    const auto place = Linked::place_of_link(body);
    ASSERT_TRUE(place.has_value());
    QTest::mouseMove(app.window, QPoint(5, 5));
    QTest::mouseMove(app.window, place->toPoint());
    app.settle();
    EXPECT_EQ(app.world.chat.linkWords("https://www.example.org"), "https://www.example.org");
    const auto tip = [&]() -> QObject* {
        for (QObject* child : app.item("TimelineView")->findChildren<QObject*>()) {
            const QString name = QString::fromLatin1(child->metaObject()->className());
            if (name.startsWith(QLatin1String("LinkTip_"))) return child;
        }
        return nullptr;
    }();
    ASSERT_NE(tip, nullptr);
    EXPECT_EQ(tip->property("text").toString(), "https://www.example.org");
}

TEST(Linked, a_topic_can_be_read_whole_and_has_links) {
    Linked app;
    const QString long_topic = QString("roses ").repeated(60) + "https://a.example/?q=1&r=2";
    app.world.link.say({":ada!u@h TOPIC #garden :\x02" + long_topic});
    app.settle();
    EXPECT_EQ(app.world.chat.topic_text(), long_topic) << "no codes are shown";
    QQuickItem* const bar = app.item("TopicBar");
    QTest::mouseClick(app.window, Qt::LeftButton, {},
                      bar->mapToScene(QPointF(bar->width() / 2, bar->height() * 0.68)).toPoint());
    QQuickItem* words = nullptr;
    EXPECT_TRUE(QTest::qWaitFor([&] {
        app.settle();
        words = Linked::whole_topic(app.window->contentItem());
        return words != nullptr;
    }));
    ASSERT_NE(words, nullptr);
    const QQuickItem* popup = words;
    while (popup != nullptr && !popup->inherits("QQuickPopupItem")) popup = popup->parentItem();
    ASSERT_NE(popup, nullptr);
    EXPECT_TRUE(QTest::qWaitFor([popup] { return popup->opacity() == 1; }));
    app.click_link(words);
    EXPECT_EQ(app.opened.addresses, QStringList{"https://a.example/?q=1&r=2"});
}

}  // namespace
}  // namespace brusio::ui
