// What another device of the account has read, as the window shows it.
#include <gtest/gtest.h>

#include <QtCore/QTime>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;

QString line_at(const QString& time, const QString& msgid, const QString& text) {
    return QStringLiteral("time=2026-11-20T%1.000Z;msgid=%2 :ada!u@h PRIVMSG #garden :%3")
        .arg(time, msgid, text);
}

int unread_of(ChatWorld& world, const QString& name) {
    const RoomListModel& rooms = *world.chat.rooms();
    return rooms.entries()[rooms.row_of(name)].unread;
}

struct World : ChatWorld {
    World() { enter_with_history("me", {line_at("10:00:00", "m1", "before")}); }
    void hear(const QString& time, const QString& msgid) {
        link.say({u'@' + line_at(time, msgid, "me: " + msgid)});
    }
    void read_elsewhere(const QString& time) {
        link.say({QStringLiteral(":srv MARKREAD #garden timestamp=2026-11-20T%1.000Z").arg(time)});
    }
};

TEST(ReadMarker, of_another_device_takes_the_badge_away) {
    World world;
    world.chat.openPerson("ada");
    world.hear("10:01:00", "m2");
    world.hear("10:02:00", "m3");
    EXPECT_EQ(unread_of(world, "#garden"), 2);
    EXPECT_EQ(world.chat.rooms()->mention_total(), 2);
    world.read_elsewhere("10:01:00");
    EXPECT_EQ(unread_of(world, "#garden"), 1);
    world.read_elsewhere("10:02:00");
    EXPECT_EQ(world.chat.rooms()->mention_total(), 0);
}

TEST(ReadMarker, is_where_the_line_of_new_messages_stands) {
    World world;
    world.hear("10:01:00", "m2");
    world.hear("10:02:00", "m3");
    world.hear("10:03:00", "m4");
    EXPECT_EQ(world.chat.unreadRow(), 2) << "nobody looks at the window";
    world.read_elsewhere("10:02:00");
    EXPECT_EQ(world.chat.unreadRow(), 0);
    world.read_elsewhere("10:03:00");
    EXPECT_EQ(world.chat.unreadRow(), -1);
}

TEST(ReadMarker, leaves_the_line_under_the_eyes_of_a_reader) {
    World world;
    world.hear("10:01:00", "m2");
    world.hear("10:02:00", "m3");
    world.chat.set_window_active(true);
    world.read_elsewhere("10:02:00");
    EXPECT_EQ(unread_of(world, "#garden"), 0);
    EXPECT_EQ(world.chat.unreadRow(), 1);
}

TEST(ReadMarker, moves_when_the_end_is_seen_in_an_active_window) {
    World world;
    world.hear("10:01:00", "m2");
    world.chat.noteShown(0, 1);
    EXPECT_TRUE(world.link.take_lines().isEmpty()) << "nobody looks";
    world.chat.set_window_active(true);
    EXPECT_EQ(world.link.take_lines(),
              QStringList{"MARKREAD #garden timestamp=2026-11-20T10:01:00.000Z"});
    world.chat.noteShown(0, 1);
    EXPECT_TRUE(world.link.take_lines().isEmpty()) << "the server knows";
}

TEST(ReadMarker, tells_after_a_break_what_is_new_and_what_is_not) {
    World world;
    world.link.drop(client::DisconnectCause::reset);
    world.chat.tryNow();
    world.be_let_in("me");
    world.link.say(
        {":me!u@h JOIN #garden", ":srv MARKREAD #garden timestamp=2026-11-20T10:02:00.000Z"});
    world.page("#garden", {line_at("10:01:00", "m2", "seen"), line_at("10:02:00", "m3", "me: seen"),
                           line_at("10:03:00", "m4", "new"), line_at("10:04:00", "m5", "newer")});
    EXPECT_EQ(unread_of(world, "#garden"), 2);
    EXPECT_EQ(world.chat.rooms()->mention_total(), 0);
    EXPECT_EQ(world.chat.unreadRow(), 1);
}

/// One run of the program after another, in one folder.
struct Runs : testing::Test {
    QTemporaryDir folder;

    static QString to_me(const QString& time, const QString& msgid) {
        return QStringLiteral("time=2026-11-20T%1.000Z;msgid=%2 :bob!u@h PRIVMSG me :%2")
            .arg(time, msgid);
    }
    static void see_newest(ChatWorld& world) {
        world.chat.set_window_active(true);
        world.chat.noteShown(0, 0);
    }
    static QStringList page_of(const QString& hour) {
        QStringList lines;
        for (int i = 0; i < 100; ++i) {
            const QString time = QTime(hour.toInt(), 0).addSecs(i).toString("hh:mm:ss");
            lines << line_at(time, hour + QString::number(i), "text");
        }
        return lines;
    }
};

TEST_F(Runs, what_was_heard_and_not_seen_is_unread_in_the_next) {
    {
        ChatWorld world(folder);
        world.enter_with_history("me", {});
        world.link.say({u'@' + to_me("10:00:00", "p1"), u'@' + to_me("10:05:00", "p2")});
        EXPECT_EQ(unread_of(world, "bob"), 2);
        world.link.say({u'@' + line_at("10:06:00", "m1", "seen")});
        see_newest(world);
    }
    ChatWorld world(folder);
    world.log_in("me");
    const QStringList asked = world.link.take_lines().filter("CHATHISTORY TARGETS");
    ASSERT_EQ(asked.size(), 1);
    EXPECT_TRUE(asked[0].contains("2026-11-20T09:59:59.999Z")) << asked[0].toStdString();
    world.link.say({":srv CHATHISTORY TARGETS bob 2026-11-20T10:05:00.000Z"});
    world.page("bob", {to_me("09:00:00", "p0"), to_me("10:00:00", "p1"), to_me("10:05:00", "p2")});
    EXPECT_EQ(unread_of(world, "bob"), 2);
    world.join_room("me", "#garden");
    world.page("#garden", {line_at("10:06:00", "m1", "seen"), line_at("10:07:00", "m2", "new")});
    EXPECT_EQ(unread_of(world, "#garden"), 1) << "the other one was seen";
}

TEST_F(Runs, more_unread_than_a_page_holds_is_said_and_the_line_moves_to_its_place) {
    ChatWorld world(folder);
    world.log_in("me");
    world.chat.joinRoom("#garden", {});
    world.join_room("me", "#garden");
    world.link.say({":srv MARKREAD #garden timestamp=2026-11-20T08:00:00.000Z"});
    world.page("#garden", page_of("10"));
    const auto entry = [&world] {
        return world.chat.rooms()->entries()[world.chat.rooms()->row_of("#garden")];
    };
    EXPECT_EQ(entry().unread, 100);
    EXPECT_TRUE(entry().unread_more);
    world.chat.openPerson("bob");
    world.chat.openRoom("#garden");
    EXPECT_EQ(world.chat.unreadRow(), 99) << "as far back as is known";
    world.chat.loadOlder();
    QStringList older = page_of("09").mid(40);
    older.prepend(line_at("07:00:00", "old", "read long ago"));
    world.page("#garden", older);
    EXPECT_EQ(entry().unread, 160);
    EXPECT_FALSE(entry().unread_more);
    EXPECT_EQ(world.chat.unreadRow(), 159) << "above the first that was not read";
}

}  // namespace
}  // namespace brusio::ui
