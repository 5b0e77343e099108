// What the server says to nobody in particular, and to a room.
#include <gtest/gtest.h>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;

const QString server_page = QStringLiteral("Server messages");

struct ServerWorld : ChatWorld {
    ServerWorld() { enter("me"); }
    QStringList texts() {
        QStringList texts;
        TimelineModel& timeline = *chat.timeline();
        for (int row = timeline.count() - 1; row >= 0; --row) {
            texts << timeline.data(timeline.index(row), TimelineModel::BodyTextRole).toString();
        }
        return texts;
    }
    RoomEntry entry() {
        const int row = chat.rooms()->row_of(server_page);
        return row < 0 ? RoomEntry{} : chat.rooms()->entries()[row];
    }
};

TEST(ServerPage, is_not_there_as_long_as_the_server_says_nothing) {
    ServerWorld world;
    EXPECT_EQ(world.chat.rooms()->row_of(server_page), -1);
}

TEST(ServerPage, has_the_message_of_the_day_as_one_text) {
    ServerWorld world;
    world.link.say({":srv 375 me :- srv", ":srv 372 me :- Be kind.", ":srv 372 me :- And brief.",
                    ":srv 376 me :End"});
    EXPECT_EQ(world.chat.room(), "#garden") << "it does not take the screen";
    EXPECT_EQ(world.entry().unread, 0);
    world.chat.openRoom(server_page);
    EXPECT_EQ(world.texts(), QStringList{"- Be kind.\n- And brief."});
    EXPECT_TRUE(world.chat.room_is_server());
}

TEST(ServerPage, counts_notices_and_wallops_until_they_are_seen) {
    ServerWorld world;
    world.link.say({":srv.test NOTICE me :Going down at noon", ":oper!o@h WALLOPS :Really"});
    EXPECT_EQ(world.entry().unread, 2);
    EXPECT_EQ(world.entry().preview, "oper to all: Really");
    world.chat.openRoom(server_page);
    world.chat.noteShown(0, 1);
    EXPECT_EQ(world.entry().unread, 2) << "nobody looks at the window";
    world.chat.set_window_active(true);
    EXPECT_EQ(world.entry().unread, 0);
    EXPECT_EQ(world.texts(), QStringList({"Going down at noon", "oper to all: Really"}));
}

TEST(ServerPage, nobody_can_be_spoken_to_there_and_commands_work) {
    ServerWorld world;
    world.link.say({":srv.test NOTICE me :Hello"});
    world.chat.openRoom(server_page);
    world.link.take_lines();
    EXPECT_FALSE(world.chat.submit("hello server"));
    EXPECT_NE(world.chat.hint(), "");
    EXPECT_EQ(world.link.take_lines(), QStringList());
    EXPECT_TRUE(world.chat.submit("/join #qt"));
    EXPECT_TRUE(world.link.take_lines().contains("JOIN #qt"));
    EXPECT_EQ(world.chat.room(), "#qt");
}

TEST(ServerPage, is_closed_and_comes_again_with_what_comes_next) {
    ServerWorld world;
    world.link.say({":srv.test NOTICE me :one"});
    world.chat.openRoom(server_page);
    world.chat.closeRoom();
    EXPECT_EQ(world.chat.rooms()->row_of(server_page), -1);
    EXPECT_EQ(world.chat.room(), "#garden");
    world.link.say({":srv.test NOTICE me :two"});
    world.chat.openRoom(server_page);
    EXPECT_EQ(world.texts(), QStringList{"two"});
}

TEST(ServerPage, leaves_the_screen_to_a_room_that_is_joined_elsewhere) {
    ChatWorld world;
    world.chat.go(ChatWorld::guest("me"));
    world.link.welcome("me");
    world.link.say({":srv.test NOTICE me :Hello"});
    EXPECT_NE(world.chat.rooms()->row_of(server_page), -1);
    EXPECT_EQ(world.chat.room(), "");
    world.join_room("me", "#garden");
    EXPECT_EQ(world.chat.room(), "#garden");
}

TEST(ServerPage, is_not_where_the_next_start_begins) {
    ServerWorld world;
    world.chat.openRoom("#garden");
    world.link.say({":srv.test NOTICE me :Hello"});
    world.chat.openRoom(server_page);
    EXPECT_EQ(world.settings.last_room(), "#garden");
}

TEST(ServerPage, belongs_to_its_server) {
    ServerWorld world;
    world.link.say({":srv.test NOTICE me :one"});
    world.chat.openRoom(server_page);
    Destination elsewhere = ChatWorld::guest("me");
    elsewhere.host = "elsewhere.example";
    world.chat.go(elsewhere);
    EXPECT_EQ(world.chat.rooms()->row_of(server_page), -1);
    EXPECT_EQ(world.chat.room(), "");
}

TEST(ServerPage, takes_the_name_of_another_language_along) {
    ServerWorld world;
    world.link.say({":srv.test NOTICE me :one"});
    world.chat.openRoom(server_page);
    world.chat.retranslate();
    EXPECT_EQ(world.chat.room(), server_page);
    EXPECT_EQ(world.chat.rooms()->entries().last().kind, PlaceKind::server);
}

TEST(ServerPage, has_nothing_of_what_is_said_to_a_room) {
    ServerWorld world;
    world.link.say({":srv.test NOTICE #garden :The room is open again"});
    EXPECT_EQ(world.chat.rooms()->row_of(server_page), -1);
    EXPECT_EQ(world.texts(), QStringList{"The room is open again"});
    world.chat.openPerson("srv.test");
    EXPECT_EQ(world.chat.room(), "#garden") << "a server is nobody to write to";
}

}  // namespace
}  // namespace brusio::ui
