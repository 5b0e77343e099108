// A room that gets another name, as the window shows it.
#include <gtest/gtest.h>

#include <QtTest/QSignalSpy>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;

QStringList names(ChatWorld& world) {
    QStringList names;
    for (const RoomEntry& entry : world.chat.rooms()->entries()) names << entry.name;
    return names;
}

struct RenameWorld : ChatWorld {
    RenameWorld() {
        enter("me");
        say("ada", "#garden", "a rose");
        link.take_lines();
    }
    void rename(const QString& from, const QString& to, const QString& why = {}) {
        link.say({QStringLiteral(":ada!u@h RENAME %1 %2 :%3").arg(from, to, why)});
    }
    QString newest_text() {
        TimelineModel& timeline = *chat.timeline();
        return timeline.data(timeline.index(0), TimelineModel::BodyTextRole).toString();
    }
};

TEST(Rename, stays_the_open_room_with_its_messages) {
    RenameWorld world;
    TimelineModel* const before = world.chat.timeline();
    QSignalSpy changes(&world.chat, &Chat::roomChanged);
    world.rename("#garden", "#roses");
    EXPECT_EQ(world.chat.room(), "#roses");
    EXPECT_EQ(changes.count(), 1);
    EXPECT_EQ(world.chat.timeline(), before);
    EXPECT_EQ(world.newest_text(), "ada renamed the room from #garden to #roses");
    EXPECT_EQ(names(world), QStringList{"#roses"});
    EXPECT_EQ(world.settings.rooms(), QStringList{"#roses"});
    EXPECT_EQ(world.settings.last_room(), "#roses");
    world.rename("#roses", "#thorns", "autumn");
    EXPECT_EQ(world.newest_text(), "ada renamed the room from #roses to #thorns: autumn");
}

TEST(Rename, keeps_what_is_being_written) {
    RenameWorld world;
    world.chat.set_draft("half a thou");
    world.rename("#garden", "#roses");
    EXPECT_EQ(world.chat.draft(), "half a thou");
    world.chat.joinRoom("#garden", {});
    EXPECT_EQ(world.chat.draft(), "") << "this is another room";
    world.chat.openRoom("#roses");
    EXPECT_EQ(world.chat.draft(), "half a thou");
}

TEST(Rename, of_another_room_keeps_its_draft_and_badge) {
    RenameWorld world;
    world.chat.set_draft("later");
    world.chat.joinRoom("#qt", {});
    world.join_room("me", "#qt");
    world.say("bob", "#garden", "me: hello");
    world.rename("#garden", "#roses");
    EXPECT_EQ(world.chat.room(), "#qt");
    EXPECT_EQ(names(world), QStringList({"#qt", "#roses"}));
    const RoomEntry& entry = world.chat.rooms()->entries()[1];
    EXPECT_EQ(entry.mentions, 1);
    EXPECT_TRUE(entry.has_draft);
    world.chat.openRoom("#roses");
    EXPECT_EQ(world.chat.draft(), "later");
    EXPECT_EQ(world.newest_text(), "ada renamed the room from #garden to #roses");
}

TEST(Rename, is_what_the_next_line_is_sent_to) {
    RenameWorld world;
    world.rename("#garden", "#roses");
    EXPECT_TRUE(world.chat.submit("good evening"));
    EXPECT_EQ(world.link.take_lines(), QStringList{"PRIVMSG #roses :good evening"});
}

}  // namespace
}  // namespace brusio::ui
