// What the keys do in the composer of the program's own window, and what it never says by itself.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct Composing : QmlWindow {
    explicit Composing(bool takes_lines = false) : QmlWindow(QSize(1280, 800)) {
        if (takes_lines) {
            world.enter_with_history("me", {});
        } else {
            world.enter("me");
        }
        load_main();
        QMetaObject::invokeMethod(item("Composer"), "takeFocus");
        settle();
        world.link.take_lines();
    }
    void type(const QString& text) {
        for (const QChar letter : text) {
            if (letter == u'\n') {
                QTest::keyClick(window, Qt::Key_Return, Qt::ShiftModifier);
            } else {
                QTest::keyClick(window, letter.toLatin1());
            }
        }
    }
    void paste(const QString& text) {
        world.chat.copyText(text);
        QTest::keyClick(window, Qt::Key_V, Qt::ControlModifier);
        settle();
    }
    void enter() {
        QTest::keyClick(window, Qt::Key_Return);
        settle();
    }
    /// What was said since the last call.
    QStringList said() { return world.link.take_lines().filter("PRIVMSG"); }
    bool writing() const { return window->activeFocusItem()->inherits("QQuickTextArea"); }
    /// Clicks the button with these words.
    bool press(const QString& words) {
        QQuickItem* const button = find_button(window->contentItem(), words);
        if (button == nullptr) return false;
        QTest::mouseClick(
            window, Qt::LeftButton, {},
            button->mapToScene(QPointF(button->width() / 2, button->height() / 2)).toPoint());
        settle();
        return true;
    }

 private:
    static QQuickItem* find_button(QQuickItem* from, const QString& words) {
        if (!from->isVisible()) return nullptr;
        const bool is_button = from->inherits("QQuickAbstractButton");
        if (is_button && from->property("text").toString() == words) return from;
        for (QQuickItem* child : from->childItems()) {
            if (QQuickItem* hit = find_button(child, words)) return hit;
        }
        return nullptr;
    }
};

TEST(Composing, tab_in_an_empty_composer_types_nothing_and_goes_on) {
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        Composing app;
        ASSERT_TRUE(app.writing());
        QTest::keyClick(app.window, key);
        EXPECT_FALSE(app.writing());
        EXPECT_EQ(app.world.chat.draft(), "");
    }
}

TEST(Composing, tab_goes_on_where_there_is_nobody_to_complete) {
    Composing app;
    app.type("zzz");
    QTest::keyClick(app.window, Qt::Key_Tab);
    EXPECT_FALSE(app.writing());
    EXPECT_EQ(app.world.chat.draft(), "zzz");
}

TEST(Composing, tab_goes_all_the_way_round_and_back) {
    Composing app;
    int steps = 0;
    do {
        QTest::keyClick(app.window, Qt::Key_Tab);
    } while (!app.writing() && ++steps < 60);
    EXPECT_GT(steps, 3);
    EXPECT_TRUE(app.writing()) << "no item on the way holds the focus";
    EXPECT_EQ(app.world.chat.draft(), "");
}

TEST(Composing, tab_still_completes_a_nick_and_stays) {
    Composing app;
    app.type("ca");
    QTest::keyClick(app.window, Qt::Key_Tab);
    EXPECT_EQ(app.world.chat.draft(), "carla: ");
    EXPECT_TRUE(app.writing());
}

TEST(Composing, a_blank_before_a_command_does_not_make_it_a_message) {
    for (const char* typed : {" /msg NickServ identify secret", "\n/msg NickServ identify secret",
                              "hello\n/msg NickServ identify secret"}) {
        Composing app;
        app.type(typed);
        app.enter();
        EXPECT_EQ(app.said(), QStringList()) << typed;
        EXPECT_EQ(app.world.chat.draft(), typed);
        EXPECT_TRUE(app.item("HintLine")->isVisible());
        EXPECT_TRUE(app.press("Send as text"));
        EXPECT_GE(app.said().size(), 1) << typed;
        EXPECT_EQ(app.world.chat.draft(), "");
        EXPECT_FALSE(app.item("HintLine")->isVisible());
        EXPECT_TRUE(app.writing());
    }
}

TEST(Composing, an_unknown_command_can_be_said_as_text) {
    Composing app;
    app.type("/etc/hosts is a file");
    app.enter();
    EXPECT_EQ(app.said(), QStringList());
    EXPECT_TRUE(app.world.chat.hint().contains("//"));
    EXPECT_TRUE(app.press("Send as text"));
    EXPECT_EQ(app.said(), QStringList{"PRIVMSG #garden :/etc/hosts is a file"});
}

TEST(Composing, a_doubt_goes_with_the_next_key) {
    Composing app;
    app.type(" /x");
    app.enter();
    ASSERT_TRUE(app.item("HintLine")->isVisible());
    app.type("y");
    EXPECT_FALSE(app.item("HintLine")->isVisible());
    EXPECT_EQ(app.world.chat.hint_offer(), "");
}

QString lines(int count) {
    QStringList list;
    for (int i = 1; i <= count; ++i) list << QStringLiteral("line %1").arg(i);
    return list.join(u'\n');
}

TEST(Composing, many_pasted_lines_are_not_said_before_one_has_said_how) {
    Composing app;
    app.paste(lines(250));
    app.enter();
    EXPECT_EQ(app.said(), QStringList());
    EXPECT_EQ(app.world.chat.lines()->line_count(), 250);
    EXPECT_TRUE(app.item("LinesDialog") != nullptr || app.world.chat.lines()->is_open());
    ASSERT_TRUE(app.press("Cancel"));
    EXPECT_EQ(app.said(), QStringList());
    EXPECT_EQ(app.world.chat.draft(), lines(250)) << "what was pasted stays";
    EXPECT_TRUE(QTest::qWaitFor([&] { return app.writing(); }));
    app.enter();
    ASSERT_TRUE(app.press("250 message(s)"));
    // To a server without echoes a burst leaves at once and the rest at a pace.
    EXPECT_EQ(app.world.chat.timeline()->count(), 250);
    EXPECT_EQ(app.world.chat.draft(), "");
}

TEST(Composing, few_lines_may_be_one_line) {
    Composing app;
    app.paste(lines(4));
    app.enter();
    ASSERT_TRUE(app.press("One message"));
    EXPECT_EQ(app.said(), QStringList{"PRIVMSG #garden :line 1 line 2 line 3 line 4"});
    EXPECT_EQ(app.world.chat.draft(), "");
}

TEST(Composing, pasted_lines_are_asked_about_where_they_are_one_message_too) {
    Composing app(true);
    app.paste(lines(4));
    app.enter();
    EXPECT_EQ(app.said(), QStringList());
    ASSERT_TRUE(app.press("One message"));
    EXPECT_EQ(app.said().size(), 4) << "a batch of one message";
    EXPECT_EQ(app.world.chat.timeline()->count(), 1);
}

TEST(Composing, a_few_lines_written_by_hand_leave_at_once) {
    Composing app;
    app.type("one\ntwo\nthree");
    app.enter();
    EXPECT_EQ(app.said().size(), 3);
    Composing with_lines(true);
    with_lines.type("one\ntwo\nthree\nfour\nfive");
    with_lines.enter();
    EXPECT_EQ(with_lines.world.chat.timeline()->count(), 1);
}

TEST(Composing, pasted_lines_behind_a_command_are_asked_about_too) {
    for (const char* command : {"/me ", "/msg bob "}) {
        Composing app;
        app.type(command);
        app.paste(lines(9));
        app.enter();
        EXPECT_EQ(app.said(), QStringList()) << command;
        ASSERT_TRUE(app.press("One message")) << command;
        const QStringList said = app.said();
        ASSERT_EQ(said.size(), 1) << command;
        EXPECT_TRUE(said[0].contains("line 1 line 2")) << said[0].toStdString();
    }
}

TEST(Composing, another_room_takes_the_question_away_and_the_text_stays) {
    Composing app;
    app.paste(lines(9));
    app.enter();
    app.world.chat.openPerson("bob");
    EXPECT_FALSE(app.world.chat.lines()->is_open());
    EXPECT_EQ(app.said(), QStringList());
    app.world.chat.openRoom("#garden");
    EXPECT_EQ(app.world.chat.draft(), lines(9));
}

TEST(Composing, a_click_elsewhere_leaves_the_focus_where_one_writes) {
    Composing app;
    const auto click = [&app](const QString& type) {
        QQuickItem* const it = app.item(type);
        ASSERT_NE(it, nullptr) << type.toStdString();
        QTest::mouseClick(app.window, Qt::LeftButton, {},
                          it->mapToScene(QPointF(it->width() / 2, it->height() / 2)).toPoint());
        app.settle();
    };
    click("RoomRow");
    EXPECT_TRUE(app.writing());
    QQuickItem* const tools = app.item("IconButton", app.item("TopicBar"));
    ASSERT_NE(tools, nullptr);
    for (QQuickItem* button : app.item("TopicBar")->findChildren<QQuickItem*>()) {
        if (button->property("label") != "More about this room") continue;
        const QPoint place =
            button->mapToScene(QPointF(button->width() / 2, button->height() / 2)).toPoint();
        QTest::mouseClick(app.window, Qt::LeftButton, {}, place);
        app.settle();
        QTest::keyClick(app.window, Qt::Key_Escape);
    }
    EXPECT_TRUE(QTest::qWaitFor([&app] { return app.writing(); }));
    app.type("x");
    EXPECT_EQ(app.world.chat.draft(), "x");
}

TEST(Hint, an_invitation_stays_until_it_is_read_and_has_a_button) {
    Composing app;
    app.world.link.say({":eve!u@h INVITE me #roses"});
    app.type("hello");
    app.enter();
    EXPECT_EQ(app.world.chat.hint(), "eve invites you to #roses.");
    app.world.link.take_lines();
    EXPECT_TRUE(app.press("Join #roses"));
    EXPECT_TRUE(app.world.link.take_lines().contains("JOIN #roses"));
    EXPECT_EQ(app.world.chat.room(), "#roses");
    EXPECT_EQ(app.world.chat.hint(), "");
}

TEST(Hint, who_is_thrown_out_is_told_why_and_how_to_come_back) {
    Composing app;
    app.world.link.say({":ada!u@h KICK #garden me :too many roses"});
    EXPECT_EQ(app.world.chat.hint(), "ada removed me: too many roses");
    EXPECT_TRUE(app.press("Join #garden"));
    EXPECT_TRUE(app.world.link.take_lines().contains("JOIN #garden"));
}

TEST(Hint, a_refusal_keeps_the_words_of_the_server_while_one_types) {
    Composing app;
    app.world.link.say({":srv 482 me #garden :You need to be a gardener"});
    EXPECT_TRUE(app.world.chat.hint().contains("The server says: You need to be a gardener"));
    app.type("hello");
    EXPECT_TRUE(app.world.chat.hint().contains("gardener"));
    app.world.chat.dismissHint();
    EXPECT_EQ(app.world.chat.hint(), "");
}

}  // namespace
}  // namespace brusio::ui
