// The real TimelineView: the line that is being read never moves by itself.
#include <gtest/gtest.h>

#include <QtTest/QTest>

#include "tests/qml-client/support/dice.h"
#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::Dice;
using test::QmlWindow;

constexpr char scene[] = R"(
import QtQuick
import Brusio
Window {
    required property Chat chat
    required property ClientSettings settings
    width: 700; height: 800; visible: true
    TimelineView { width: 700; height: 800; chat: Window.window.chat }
}
)";

struct Reading : testing::Test {
    QmlWindow app{QSize(700, 800)};
    Dice dice{5};
    quint64 next_key = 1'000'000;
    qint64 newest_ms = 1'700'000'000'000;
    qint64 oldest_ms = newest_ms;
    QQuickItem* view = nullptr;

    void SetUp() override {
        app.world.enter("me");
        for (int i = 0; i < 300; ++i) append();
        app.load(scene);
        view = app.item("TimelineView");
        ASSERT_NE(view, nullptr);
    }

    TimelineModel& model() { return *app.world.chat.timeline(); }
    MessageRow row(qint64 ms) {
        MessageRow message;
        message.key = next_key++;
        message.nick = dice.below(2) == 0 ? "ada" : "me";
        message.own = message.nick == "me";
        message.delivery = message.own ? Delivery::sent : Delivery::none;
        message.text = QString("word ").repeated(1 + dice.below(60));
        message.unix_ms = ms;
        return message;
    }
    quint64 append() {
        newest_ms += dice.below(8) * 60'000;
        model().append(row(newest_ms));
        return next_key - 1;
    }
    void scroll_up(double pixels) {
        view->setProperty("contentY", view->property("contentY").toDouble() - pixels);
        app.settle();
    }
    QQuickItem* item_at(int at) {
        QQuickItem* item = nullptr;
        QMetaObject::invokeMethod(view, "itemAtIndex", Q_RETURN_ARG(QQuickItem*, item),
                                  Q_ARG(int, at));
        return item;
    }
    /// The row in the middle of the screen, by key, and where it stands.
    struct Line {
        quint64 key;
        double y;
    };
    Line reading_line() {
        const double middle = view->property("contentY").toDouble() + view->height() / 2;
        int at = -1;
        QMetaObject::invokeMethod(view, "indexAt", Q_RETURN_ARG(int, at),
                                  Q_ARG(double, view->width() / 2), Q_ARG(double, middle));
        EXPECT_GE(at, 0);
        return {model().message_at(at).key, item_at(at)->mapToItem(view, QPointF(0, 0)).y()};
    }
    /// The lower edge of the newest row stands at the lower edge of the view.
    void expect_at_end(const char* what) {
        app.settle();
        EXPECT_TRUE(view->property("atEnd").toBool()) << what;
        const QQuickItem* const newest = item_at(0);
        ASSERT_NE(newest, nullptr) << what;
        EXPECT_NEAR(newest->mapToItem(view, QPointF(0, newest->height())).y(), view->height(), 0.6)
            << what;
    }
    void expect_still(const Line& line, const char* what) {
        app.settle();
        QQuickItem* const item = item_at(model().row_of(line.key));
        ASSERT_NE(item, nullptr) << what;
        EXPECT_DOUBLE_EQ(item->mapToItem(view, QPointF(0, 0)).y(), line.y) << what;
    }
};

TEST_F(Reading, starts_at_the_newest_message_and_stays_there) {
    expect_at_end("the start");
    for (int i = 0; i < 20; ++i) {
        append();
        expect_at_end("a new message");
    }
}

TEST_F(Reading, at_the_end_no_change_of_size_hides_the_newest) {
    for (int round = 0; round < 2; ++round) {
        for (const int height : {766, 800, 640, 800, 500, 801, 799, 800}) {
            view->setHeight(height);
            expect_at_end("another height");
        }
        for (const int width : {420, 700, 360, 701, 900, 700}) {
            view->setWidth(width);
            expect_at_end("another width");
        }
        view->setSize(QSizeF(450, 600));
        append();
        expect_at_end("another size and a message");
        view->setSize(QSizeF(700, 800));
        expect_at_end("the old size");
    }
}

TEST_F(Reading, at_the_end_no_change_of_a_row_hides_the_newest) {
    const quint64 key = append();
    model().set_text(key, QString("many more words ").repeated(40));
    expect_at_end("a text that grew");
    model().set_text(key, "short");
    expect_at_end("a text that shrank");
    model().set_unread_divider(model().message_at(3).key);
    expect_at_end("a divider that came");
    model().set_unread_divider(0);
    expect_at_end("a divider that went");
    for (int row = 0; row < 5; ++row) {
        model().set_delivery(model().message_at(row).key, Delivery::failed, "too long");
        expect_at_end("a message that failed");
        model().set_delivery(model().message_at(row).key, Delivery::sent, "");
        expect_at_end("a message that left");
    }
    for (const int row : {0, 2, 0}) {
        model().remove(model().message_at(row).key);
        expect_at_end("a row taken away");
    }
    QList<MessageRow> older;
    for (int i = 0; i < 200; ++i) older.prepend(this->row(oldest_ms -= 60'000));
    model().prepend_older(older);
    expect_at_end("older messages");
}

TEST_F(Reading, who_comes_back_to_the_end_is_there_for_good) {
    scroll_up(3000);
    EXPECT_FALSE(view->property("atEnd").toBool());
    view->setHeight(700);
    app.settle();
    EXPECT_FALSE(view->property("atEnd").toBool()) << "somebody reads above";
    QMetaObject::invokeMethod(view, "toEnd");
    expect_at_end("back");
    view->setHeight(800);
    expect_at_end("another height");
    view->forceActiveFocus();
    QTest::keyClick(app.window, Qt::Key_Home);
    app.settle();
    EXPECT_FALSE(view->property("atEnd").toBool());
    QTest::keyClick(app.window, Qt::Key_End);
    expect_at_end("the key End");
    view->setWidth(500);
    expect_at_end("another width");
    QTest::keyClick(app.window, Qt::Key_PageUp);
    app.settle();
    EXPECT_FALSE(view->property("atEnd").toBool());
    for (int i = 0; i < 3; ++i) QTest::keyClick(app.window, Qt::Key_PageDown);
    expect_at_end("the key Page Down");
}

TEST_F(Reading, the_pill_counts_what_others_have_said_below_the_screen) {
    const auto say = [&](bool own) {
        MessageRow message = row(newest_ms += 1000);
        message.own = own;
        message.nick = own ? "me" : "ada";
        message.delivery = own ? Delivery::sent : Delivery::none;
        model().append(message);
        app.settle();
    };
    scroll_up(3000);
    say(false);
    say(true);
    say(false);
    MessageRow event = row(newest_ms += 1000);
    event.kind = RowKind::event;
    model().append(event);
    app.settle();
    EXPECT_EQ(view->property("missed").toInt(), 2) << "not what we have said, nor who came";
    QVariant below;
    QMetaObject::invokeMethod(view, "distance", Q_RETURN_ARG(QVariant, below));
    scroll_up(-below.toDouble());
    EXPECT_EQ(view->property("missed").toInt(), 0) << "it is on the screen";
    QMetaObject::invokeMethod(view, "toEnd");
    expect_at_end("back");
    EXPECT_FALSE(app.item("NewMessagePill")->property("shown").toBool());
    scroll_up(3000);
    EXPECT_EQ(view->property("missed").toInt(), 0) << "it has been seen";
}

TEST_F(Reading, what_one_says_oneself_is_shown) {
    scroll_up(3000);
    app.world.chat.submit("here I am");
    expect_at_end("an own message");
    EXPECT_EQ(model().message_at(0).text, "here I am");
}

TEST_F(Reading, another_room_opens_at_its_end_and_so_does_the_way_back) {
    app.world.chat.set_window_active(true);
    app.world.chat.joinRoom("#qt", {});
    app.world.join_room("me", "#qt");
    for (int i = 0; i < 60; ++i) app.world.say("ada", "#qt", QString("word ").repeated(i));
    expect_at_end("another room");
    app.world.chat.openRoom("#garden");
    expect_at_end("the first room");
    scroll_up(2000);
    app.world.chat.openRoom("#qt");
    expect_at_end("another room");
    view->setHeight(700);
    app.world.chat.openRoom("#garden");
    expect_at_end("the first room again");
}

TEST_F(Reading, new_messages_do_not_move_the_line_being_read) {
    scroll_up(3000);
    const Line line = reading_line();
    int others = 0;
    for (int i = 0; i < 50; ++i) {
        append();
        if (!model().message_at(0).own) ++others;
        expect_still(line, "a new message");
    }
    EXPECT_EQ(view->property("missed").toInt(), others);
}

TEST_F(Reading, older_history_does_not_move_the_line_being_read) {
    scroll_up(3000);
    const Line line = reading_line();
    QList<MessageRow> older;
    for (int i = 0; i < 200; ++i) older.prepend(row(oldest_ms -= 60'000));
    model().prepend_older(older);
    expect_still(line, "200 older messages");
}

TEST_F(Reading, a_newer_message_that_grows_does_not_move_the_line_being_read) {
    scroll_up(1200);
    const Line line = reading_line();
    const int below = model().row_of(line.key) - 2;
    ASSERT_GE(below, 0);
    const quint64 key = model().message_at(below).key;
    model().set_text(key, QString("many more words ").repeated(40));
    expect_still(line, "a text that grew");
    model().set_text(key, "short");
    expect_still(line, "a text that shrank");
    model().set_unread_divider(key);
    expect_still(line, "a divider that came");
    model().set_unread_divider(0);
    expect_still(line, "a divider that went");
}

TEST_F(Reading, a_message_that_fails_does_not_move_the_line_being_read) {
    scroll_up(1200);
    const Line line = reading_line();
    for (int at = model().row_of(line.key) - 1; at >= 0; --at) {
        if (!model().message_at(at).own) continue;
        model().set_delivery(model().message_at(at).key, Delivery::failed, "too long");
        expect_still(line, "a message that failed");
        return;
    }
    FAIL() << "no own message below the reading line";
}

TEST_F(Reading, rows_taken_away_outside_the_screen_do_not_move_the_line_being_read) {
    scroll_up(5000);
    const Line line = reading_line();
    for (int i = 0; i < 10; ++i) {
        model().remove(model().message_at(dice.below(5)).key);
        expect_still(line, "a row taken away");
    }
}

TEST_F(Reading, every_row_shows_the_text_of_its_message) {
    for (const int pixels : {0, 2500, 4000}) {
        scroll_up(pixels);
        int seen = 0;
        for (int at = 0; at < model().count(); ++at) {
            const QQuickItem* const item = item_at(at);
            if (item == nullptr) continue;
            EXPECT_EQ(item->property("bodyText").toString(), model().message_at(at).text);
            ++seen;
        }
        EXPECT_GT(seen, 5);
    }
}

TEST_F(Reading, what_is_on_screen_is_told_to_the_chat) {
    EXPECT_GT(view->property("count").toInt(), 0);
    app.world.chat.set_window_active(true);
    int told = 0;
    QObject::connect(&app.world.chat, &Chat::shown, [&told] { ++told; });
    const quint64 key = append();
    app.settle();
    EXPECT_EQ(told, 1);
    EXPECT_EQ(model().row_of(key), 0);
    scroll_up(2000);
    EXPECT_GT(told, 1) << "older rows came on screen";
    const int before = told;
    append();
    app.settle();
    EXPECT_EQ(told, before) << "the newest row is below the screen";
}

/// A reader on a server with a long history, of which the newest page is here.
struct Remembering : testing::Test {
    static constexpr int page_rows = 100;

    QmlWindow app{QSize(700, 800)};
    Dice dice{11};
    QQuickItem* view = nullptr;
    int oldest = 1000;  // the number of the oldest message that the server has told

    void SetUp() override {
        app.world.enter_with_history("me", lines());
        app.load(scene);
        view = app.item("TimelineView");
        ASSERT_NE(view, nullptr);
    }
    QStringList lines() {
        QStringList page;
        for (int i = 0; i < page_rows; ++i) {
            const int number = --oldest;
            page.prepend(
                QStringLiteral("msgid=m%1;time=2026-11-%2T10:00:00.000Z :%3!u@h PRIVMSG "
                               "#garden :%4")
                    .arg(number)
                    .arg(1 + number / 100, 2, 10, QLatin1Char('0'))
                    .arg(dice.below(2) == 0 ? "ada" : "me")
                    .arg(QString("word ").repeated(1 + dice.below(60)) + QString::number(number)));
        }
        return page;
    }
    TimelineModel& model() { return *app.world.chat.timeline(); }
    double from_top() {
        return view->property("contentY").toDouble() - view->property("originY").toDouble();
    }
    void scroll_to(double from_top_wanted) {
        const double move = from_top_wanted - from_top();
        view->setProperty("contentY", view->property("contentY").toDouble() + move);
        app.settle();
    }
    QStringList questions() {
        return app.world.link.take_lines().filter(QStringLiteral("CHATHISTORY"));
    }
    QQuickItem* item_at(int row) {
        QQuickItem* item = nullptr;
        QMetaObject::invokeMethod(view, "itemAtIndex", Q_RETURN_ARG(QQuickItem*, item),
                                  Q_ARG(int, row));
        return item;
    }
    quint64 key_in_the_middle() {
        const double middle = view->property("contentY").toDouble() + view->height() / 2;
        int at = -1;
        QMetaObject::invokeMethod(view, "indexAt", Q_RETURN_ARG(int, at),
                                  Q_ARG(double, view->width() / 2), Q_ARG(double, middle));
        EXPECT_GE(at, 0);
        return model().message_at(std::max(at, 0)).key;
    }
    double place_of(quint64 key) {
        const QQuickItem* const item = item_at(model().row_of(key));
        return item == nullptr ? -1e9 : item->mapToItem(view, QPointF(0, 0)).y();
    }
};

TEST_F(Remembering, nothing_is_asked_for_while_one_reads_the_newest) {
    EXPECT_TRUE(questions().isEmpty());
    EXPECT_EQ(model().past(), "");
}

TEST_F(Remembering, near_the_top_the_page_before_is_asked_for_once_and_nothing_moves) {
    for (const double from_top_wanted : {1500.0, 300.0, 0.0}) {
        SCOPED_TRACE(from_top_wanted);
        scroll_to(from_top_wanted);
        scroll_to(from_top() + 40);
        scroll_to(from_top_wanted);
        EXPECT_EQ(
            questions(),
            QStringList{QStringLiteral("CHATHISTORY BEFORE #garden msgid=m%1 100").arg(oldest)});
        EXPECT_EQ(model().past(), "asked");
        const int rows = model().count();
        const quint64 key = key_in_the_middle();
        const double before = place_of(key);
        app.world.page("#garden", lines());
        app.settle();
        EXPECT_EQ(model().count(), rows + page_rows);
        EXPECT_DOUBLE_EQ(place_of(key), before);
        EXPECT_EQ(view->property("missed").toInt(), 0) << "old messages are not new ones";
        EXPECT_EQ(model().past(), "");
    }
}

TEST_F(Remembering, the_day_of_what_was_the_oldest_row_is_said_once) {
    const quint64 key = model().message_at(model().count() - 1).key;
    const auto day_at = [&](int row) {
        return model().data(model().index(row), TimelineModel::DayTextRole).toString();
    };
    EXPECT_NE(day_at(model().row_of(key)), "");
    scroll_to(0);
    app.world.page("#garden",
                   {"msgid=x1;time=2026-11-10T08:00:00.000Z :ada!u@h PRIVMSG #garden :early"});
    EXPECT_EQ(day_at(model().row_of(key)), "");
    EXPECT_NE(day_at(model().count() - 1), "");
}

TEST_F(Remembering, the_beginning_is_said_and_not_asked_for_again) {
    scroll_to(0);
    const QQuickItem* const sign = app.item("PastSign");
    ASSERT_NE(sign, nullptr);
    EXPECT_EQ(sign->property("past"), "asked");
    questions();
    app.world.page("#garden", {});
    app.settle();
    EXPECT_EQ(sign->property("past"), "begin");
    scroll_to(500);
    scroll_to(0);
    EXPECT_TRUE(questions().isEmpty());
}

TEST_F(Remembering, a_person_whose_conversation_is_opened_has_a_past) {
    app.world.chat.openPerson("bob");
    app.settle();
    EXPECT_EQ(questions(), QStringList{"CHATHISTORY LATEST bob * 100"});
    app.world.page("bob", {"msgid=p1 :bob!u@h PRIVMSG me :psst"});
    app.settle();
    EXPECT_EQ(model().count(), 1);
    EXPECT_EQ(questions(), QStringList{"CHATHISTORY BEFORE bob msgid=p1 100"});
}

}  // namespace
}  // namespace brusio::ui
