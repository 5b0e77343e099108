// Names and texts of strangers are shown as they are: no markup in them, and nothing is fetched.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

/// A server, a room and people that are called like markup.
struct Hostile : QmlWindow {
    explicit Hostile(QSize size) : QmlWindow(size) {
        world.chat.go(test::ChatWorld::guest("me"));
        world.link.accept();
        world.link.say({":srv CAP * LS :", ":srv 001 me :Welcome",
                        ":srv 005 me NETWORK=<img\\x20src=\"http://127.0.0.1:9/net.png\"> "
                        "PREFIX=(ov)@+ CHANTYPES=# :ok",
                        ":srv 422 me :No MOTD"});
        world.chat.joinRoom(room, {});
        world.join_room("me", room);
        world.link.say({":srv 332 me " + room + " :<img src=\"http://127.0.0.1:9/topic.png\">"});
        world.link.say({":<b>eve</b>!u@h JOIN " + room});
        world.say("<b>eve</b>", room, "me: <img src=\"http://127.0.0.1:9/said.png\"> <b>bold</b>");
        world.say("<b>eve</b>", "me", "<img src=\"http://127.0.0.1:9/private.png\">");
        world.link.say({":srv 404 me " + room + " :<img src=\"http://127.0.0.1:9/no.png\">",
                        ":<b>eve</b>!u@h INVITE me #<i>x</i>",
                        ":srv 311 me <b>eve</b> u h * :<img src=\"http://127.0.0.1:9/real.png\">",
                        ":srv 318 me <b>eve</b> :End"});
        world.chat.submit("<img src=\"http://127.0.0.1:9/own.png\">");
        load_main();
    }
    const QString room = QStringLiteral("#lo<i></i>bby");

    /// Every text that is there, which is more than what is on screen; says those that guess.
    QStringList guessing() const {
        QStringList found;
        collect(window->contentItem(), found);
        return found;
    }

 private:
    static void collect(QQuickItem* item, QStringList& found) {
        const QString type =
            QString::fromLatin1(item->metaObject()->className()).section("_QML", 0, 0);
        const bool is_text = item->inherits("QQuickText") || item->inherits("QQuickTextEdit");
        const QString text = is_text ? item->property("text").toString() : QString();
        const int format = item->property("textFormat").toInt();
        const bool is_plain = format == Qt::PlainText;
        const bool is_escaped = type == "MessageBody" && format == 4;  // Text.StyledText
        if (!text.isEmpty() && !is_plain && !is_escaped) found << type + ": " + text;
        for (QQuickItem* child : item->childItems()) collect(child, found);
    }
};

class Names : public testing::TestWithParam<int> {};

TEST_P(Names, are_no_markup_and_fetch_nothing) {
    Hostile app(QSize(GetParam(), 800));
    EXPECT_EQ(app.guessing().join("\n").toStdString(), "");
    QMetaObject::invokeMethod(app.item("ChatPage"), "showRoom");
    app.settle();
    EXPECT_EQ(app.guessing().join("\n").toStdString(), "");
    for (const char* opens : {"join", "jump"}) {
        QMetaObject::invokeMethod(app.item("ChatPage"), opens);
        if (opens[1] == 'o') {
            app.world.link.say({":srv 321 me Room :Users Name",
                                ":srv 322 me #<u>x</u> 40 :<img src=\"http://127.0.0.1:9/l.png\">",
                                ":srv 323 me :End"});
        }
        app.settle();
        EXPECT_EQ(app.guessing().join("\n").toStdString(), "") << opens;
        QTest::keyClick(app.window, Qt::Key_Escape);
        app.settle();
    }
    app.world.chat.openPerson("<b>eve</b>");
    app.settle();
    EXPECT_EQ(app.guessing().join("\n").toStdString(), "");
    app.world.link.say({"ERROR :<img src=\"http://127.0.0.1:9/error.png\">"});
    app.world.link.drop(client::DisconnectCause::closed_by_peer);
    app.settle();
    EXPECT_EQ(app.guessing().join("\n").toStdString(), "");
    EXPECT_EQ(app.requests.refused(), 0);
}

TEST_P(Names, are_written_as_they_are) {
    Hostile app(QSize(GetParam(), 800));
    QMetaObject::invokeMethod(app.item("ChatPage"), "showRoom");
    app.settle();
    bool is_there = false;
    for (QQuickItem* child : app.item("TopicBar")->findChildren<QQuickItem*>()) {
        is_there = is_there || child->property("text") == app.room;
    }
    EXPECT_TRUE(is_there);
    EXPECT_TRUE(app.world.chat.network_name().startsWith("<img src"));
}

INSTANTIATE_TEST_SUITE_P(Widths, Names, testing::Values(360, 800, 1280));

TEST(Requests, of_qml_are_counted_and_go_nowhere) {
    QmlWindow app(QSize(300, 200));
    {
        // What Qt says of a picture that it does not get is no mistake here.
        const test::NoWarnings hears;
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
        app.load(
            "import QtQuick\nimport Brusio\nWindow { width: 300; height: 200; visible: true\n"
            "required property Chat chat; required property ClientSettings settings\n"
            "Image { source: \"http://127.0.0.1:9/x.png\" } }");
        EXPECT_TRUE(QTest::qWaitFor([&] { return app.requests.refused() == 1; }));
    }
}

}  // namespace
}  // namespace brusio::ui
