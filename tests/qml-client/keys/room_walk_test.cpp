#include "qml-client/keys/room_walk.h"

#include <gtest/gtest.h>

#include <QtTest/QSignalSpy>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

/// Rooms #a to #e of which #c is open.
struct Walk : testing::Test {
    test::ChatWorld world;
    RoomWalk walk;

    void SetUp() override {
        world.chat.go(test::ChatWorld::guest("me"));
        world.link.welcome("me");
        for (const char* room : {"#a", "#b", "#c", "#d", "#e"}) {
            world.chat.joinRoom(room, {});
            world.join_room("me", room);
        }
        world.chat.openRoom("#c");
        walk.setProperty("chat", QVariant::fromValue(&world.chat));
    }
    QString after(bool went) { return went ? world.chat.room() : QStringLiteral("nowhere"); }
};

TEST_F(Walk, goes_to_what_is_unread_round_the_end_of_the_list) {
    EXPECT_EQ(after(walk.stepUnread(1)), "nowhere");
    world.say("ada", "#b", "hello");
    world.say("ada", "#e", "hello");
    QSignalSpy asked(&world.chat, &Chat::roomAsked);
    EXPECT_EQ(after(walk.stepUnread(1)), "#e");
    EXPECT_EQ(asked.count(), 1) << "it comes to the front";
    EXPECT_EQ(after(walk.stepUnread(1)), "#b");
    world.chat.openRoom("#c");
    EXPECT_EQ(after(walk.stepUnread(-1)), "#b");
}

TEST_F(Walk, with_no_room_open_it_begins_at_either_end) {
    world.say("ada", "#a", "hello");
    world.say("ada", "#e", "hello");
    while (!world.chat.room().isEmpty() && world.chat.rooms()->count() > 2) {
        world.chat.openRoom(world.chat.rooms()->nameAt(1));
        world.chat.closeRoom();
    }
    EXPECT_EQ(world.chat.rooms()->count(), 2);
    world.chat.openRoom("#a");
    EXPECT_EQ(after(walk.stepUnread(-1)), "#e");
}

TEST_F(Walk, the_nth_is_the_nth_of_the_list) {
    EXPECT_EQ(after(walk.openNth(1)), "#a");
    EXPECT_EQ(after(walk.openNth(5)), "#e");
    EXPECT_EQ(after(walk.openNth(6)), "nowhere");
    EXPECT_EQ(world.chat.room(), "#e");
}

}  // namespace
}  // namespace brusio::ui
