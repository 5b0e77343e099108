#include "qml-client/models/chat.h"

#include <gtest/gtest.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;

QString top(const Chat& chat, int role) {
    TimelineModel* const timeline = const_cast<Chat&>(chat).timeline();
    return timeline->data(timeline->index(0), role).toString();
}

RoomEntry entry(const ChatWorld& world, const QString& name) {
    RoomListModel* const rooms = const_cast<ChatWorld&>(world).chat.rooms();
    const int row = rooms->row_of(name);
    return row < 0 ? RoomEntry{} : rooms->entries()[row];
}

TEST(Chat, goes_in_after_the_welcome_and_shows_the_room_it_joins) {
    ChatWorld world;
    EXPECT_FALSE(world.chat.inside());
    world.enter("me");
    EXPECT_TRUE(world.chat.inside());
    EXPECT_EQ(world.link.server(), "irc://127.0.0.1:6667");
    EXPECT_EQ(world.chat.phase(), "online");
    EXPECT_EQ(world.chat.network_name(), "Testnet");
    EXPECT_EQ(world.chat.room(), "#garden");
    EXPECT_EQ(world.chat.topic(), "Roses and code");
    EXPECT_EQ(world.chat.members()->count(), 4);
    EXPECT_EQ(world.chat.membership(), "inside");
}

TEST(Chat, a_sent_line_shows_at_once_and_says_how_far_it_is) {
    ChatWorld world;
    world.enter("me");
    world.link.take_lines();
    EXPECT_TRUE(world.chat.submit("good morning"));
    EXPECT_EQ(top(world.chat, TimelineModel::BodyTextRole), "good morning");
    EXPECT_TRUE(world.link.take_lines().contains("PRIVMSG #garden :good morning"));
    EXPECT_NE(top(world.chat, TimelineModel::DeliveryRole), "");
}

TEST(Chat, what_is_written_offline_waits_and_leaves_after_the_reconnect) {
    ChatWorld world;
    world.enter("me");
    world.link.drop(client::DisconnectCause::reset);
    EXPECT_TRUE(world.chat.submit("are you there?"));
    EXPECT_EQ(top(world.chat, TimelineModel::DeliveryRole), "queued");
    EXPECT_EQ(world.chat.unsent_count(), 1);
    EXPECT_TRUE(entry(world, "#garden").has_unsent);
    EXPECT_EQ(world.chat.phase(), "waiting");
    EXPECT_TRUE(world.chat.inside()) << "the rooms stay on screen";

    world.chat.tryNow();
    world.link.welcome("me");
    world.join_room("me", "#garden");
    EXPECT_TRUE(world.link.take_lines().contains("PRIVMSG #garden :are you there?"));
    EXPECT_NE(top(world.chat, TimelineModel::DeliveryRole), "failed");
}

TEST(Chat, lines_written_offline_become_rows_of_their_own_if_they_have_to) {
    ChatWorld world;
    world.chat.go(ChatWorld::guest("me"));
    world.chat.joinRoom("#garden", {});
    EXPECT_TRUE(world.chat.submit("one\ntwo"));
    EXPECT_EQ(world.chat.timeline()->count(), 1);
    EXPECT_EQ(top(world.chat, TimelineModel::BodyTextRole), "one\ntwo");
    world.link.welcome("me");
    world.join_room("me", "#garden");
    EXPECT_EQ(world.chat.timeline()->count(), 2);
    EXPECT_EQ(top(world.chat, TimelineModel::BodyTextRole), "two");
    const QModelIndex first = world.chat.timeline()->index(1);
    EXPECT_EQ(world.chat.timeline()->data(first, TimelineModel::BodyTextRole), "one");
}

TEST(Chat, the_time_until_the_next_attempt_is_counted_down) {
    ChatWorld world;
    world.enter("me");
    for (int i = 0; i < 4; ++i) {
        world.link.drop(client::DisconnectCause::refused);
        world.chat.tryNow();
    }
    world.link.drop(client::DisconnectCause::refused);
    EXPECT_GE(world.chat.retry_seconds(), 1);
    QSignalSpy ticks(&world.chat, &Chat::retrySecondsChanged);
    EXPECT_TRUE(ticks.wait(3000));
}

TEST(Chat, a_message_elsewhere_counts_as_unread_and_a_mention_as_mention) {
    ChatWorld world;
    world.enter("me");
    world.chat.joinRoom("qt", {});
    world.join_room("me", "#qt");
    world.say("ada", "#garden", "hello all");
    world.say("ada", "#garden", "me: look");
    EXPECT_EQ(entry(world, "#garden").unread, 2);
    EXPECT_EQ(entry(world, "#garden").mentions, 1);
    EXPECT_EQ(entry(world, "#garden").preview, "ada: me: look");

    world.chat.set_window_active(true);
    world.chat.openRoom("#garden");
    EXPECT_EQ(world.chat.unreadRow(), 1) << "the line stands above the first unread message";
    world.chat.noteShown(0, 1);
    EXPECT_EQ(entry(world, "#garden").unread, 0);
    EXPECT_EQ(world.chat.unreadRow(), 1) << "and stays until the room is left";
    world.chat.openRoom("#qt");
    world.chat.openRoom("#garden");
    EXPECT_EQ(world.chat.unreadRow(), -1);
}

TEST(Chat, nothing_is_read_while_nobody_looks_at_the_window) {
    ChatWorld world;
    world.enter("me");
    world.say("ada", "#garden", "psst");
    world.chat.noteShown(0, 0);
    EXPECT_EQ(entry(world, "#garden").unread, 1);
    world.chat.set_window_active(true);
    EXPECT_EQ(entry(world, "#garden").unread, 0);
}

TEST(Chat, a_private_message_opens_a_conversation_without_taking_the_screen) {
    ChatWorld world;
    world.enter("me");
    world.say("bob", "me", "are you the one with the roses?");
    EXPECT_EQ(world.chat.room(), "#garden");
    EXPECT_EQ(entry(world, "bob").unread, 1);
    world.chat.openPerson("bob");
    EXPECT_TRUE(world.chat.room_is_person());
    EXPECT_EQ(top(world.chat, TimelineModel::NickRole), "bob");
}

TEST(Chat, comings_and_goings_share_one_row) {
    ChatWorld world;
    world.enter("me");
    const int before = world.chat.timeline()->count();
    world.say("ada", "#garden", "hi");
    world.link.say({":dan!u@h JOIN #garden", ":eve!u@h JOIN #garden", ":eve!u@h PART #garden",
                    ":carla!u@h QUIT :bye"});
    EXPECT_EQ(world.chat.timeline()->count(), before + 2);
    EXPECT_EQ(top(world.chat, TimelineModel::BodyTextRole),
              "dan joined · carla left · eve came and went");
}

TEST(Chat, a_draft_belongs_to_its_room) {
    ChatWorld world;
    world.enter("me");
    world.chat.set_draft("half a thou");
    world.chat.joinRoom("#qt", {});
    EXPECT_EQ(world.chat.draft(), "");
    EXPECT_TRUE(entry(world, "#garden").has_draft);
    world.chat.openRoom("#garden");
    EXPECT_EQ(world.chat.draft(), "half a thou");
    world.chat.save();
    ClientSettings later(world.folder.filePath("brusio.ini"));
    EXPECT_EQ(later.rooms(), QStringList({"#garden", "#qt"}));
    EXPECT_EQ(later.last_room(), "#garden");
    EXPECT_TRUE(later.stay_online());
}

TEST(Chat, a_command_that_opens_another_room_leaves_no_text_behind) {
    ChatWorld world;
    world.enter("me");
    world.chat.set_draft("/join #qt");
    EXPECT_TRUE(world.chat.submit("/join #qt"));
    EXPECT_EQ(world.chat.room(), "#qt");
    EXPECT_EQ(world.chat.draft(), "");
    world.chat.openRoom("#garden");
    EXPECT_EQ(world.chat.draft(), "");
}

TEST(Chat, what_a_menu_does_leaves_what_is_being_written) {
    ChatWorld world;
    world.enter("me");
    world.chat.set_draft("half a thou");
    world.link.take_lines();
    EXPECT_TRUE(world.chat.run("/away at lunch"));
    EXPECT_EQ(world.link.take_lines(), QStringList{"AWAY :at lunch"});
    EXPECT_EQ(world.chat.draft(), "half a thou");
    EXPECT_FALSE(world.chat.run("/dance"));
    EXPECT_EQ(world.chat.draft(), "half a thou");
}

TEST(Chat, a_mistake_in_a_command_is_told_and_keeps_the_text) {
    ChatWorld world;
    world.enter("me");
    world.link.take_lines();
    world.chat.set_draft("/dance");
    EXPECT_FALSE(world.chat.submit("/dance"));
    EXPECT_TRUE(world.chat.hint().contains("/dance"));
    EXPECT_EQ(world.chat.draft(), "/dance");
    EXPECT_TRUE(world.link.take_lines().isEmpty()) << "nothing was sent by mistake";
}

struct Sent {
    const char* typed;
    const char* line;
};
class ChatCommands : public testing::TestWithParam<Sent> {};

TEST_P(ChatCommands, become_the_right_line) {
    ChatWorld world;
    world.enter("me");
    world.link.take_lines();
    EXPECT_TRUE(world.chat.submit(GetParam().typed));
    const QStringList lines = world.link.take_lines();
    EXPECT_TRUE(lines.contains(GetParam().line)) << lines.join("|").toStdString();
}

INSTANTIATE_TEST_SUITE_P(Lines, ChatCommands,
                         testing::Values(Sent{"/me waves",
                                              "PRIVMSG #garden :\x01"
                                              "ACTION waves\x01"},
                                         Sent{"/msg bob hi you", "PRIVMSG bob :hi you"},
                                         Sent{"/nick neo", "NICK neo"},
                                         Sent{"/topic New roses", "TOPIC #garden :New roses"},
                                         Sent{"/invite zoe", "INVITE zoe #garden"},
                                         Sent{"/kick bob too loud", "KICK #garden bob :too loud"},
                                         Sent{"/away at lunch", "AWAY :at lunch"}));

TEST(Chat, tab_offers_who_spoke_to_us_first) {
    ChatWorld world;
    world.enter("me");
    world.say("carla", "#garden", "me: coffee?");
    world.say("ada", "#garden", "tea");
    EXPECT_EQ(world.chat.completeNick("", 0, 1).text, "carla: ");
    EXPECT_EQ(world.chat.completeNick("carla: ", 7, 1).text, "ada: ");
}

TEST(Chat, a_taken_nick_is_named_and_lets_the_user_choose_another) {
    ChatWorld world;
    world.chat.go(ChatWorld::guest("ada"));
    world.link.accept();
    world.link.say({":srv CAP * LS :", ":srv 433 * ada :Nickname is already in use"});
    EXPECT_EQ(world.chat.problem_title(), "The nick ada is taken");
    EXPECT_FALSE(world.chat.problem_advice().isEmpty());
    EXPECT_EQ(world.chat.phase(), "idle") << "the form can be filled in again";
    EXPECT_FALSE(world.chat.inside());
}

TEST(Chat, a_refused_connection_is_named_while_it_tries_again) {
    ChatWorld world;
    world.chat.go(ChatWorld::guest("ada"));
    world.link.drop(client::DisconnectCause::refused, "Connection refused");
    EXPECT_EQ(world.chat.problem_title(), "The server does not answer on this port");
    EXPECT_EQ(world.chat.phase(), "waiting");
    world.chat.disconnect();
    EXPECT_EQ(world.chat.phase(), "idle");
}

TEST(Chat, a_ghost_of_ours_does_not_throw_us_out) {
    ChatWorld world;
    world.enter("me");
    world.link.drop(client::DisconnectCause::reset);
    world.chat.tryNow();
    world.link.accept();
    world.link.say({":srv CAP * LS :", ":srv 433 * me :Nickname is already in use"});
    EXPECT_EQ(world.chat.phase(), "waiting");
    EXPECT_EQ(world.chat.problem_title(), "The nick me is taken");
    EXPECT_TRUE(world.chat.inside()) << "the rooms stay on screen";
    world.chat.tryNow();
    world.link.welcome("me");
    EXPECT_EQ(world.chat.phase(), "online");
    EXPECT_EQ(world.chat.problem_title(), "");
}

TEST(Chat, the_room_list_fills_the_directory) {
    ChatWorld world;
    world.enter("me");
    world.chat.requestDirectory();
    EXPECT_TRUE(world.link.take_lines().contains("LIST"));
    world.link.say({":srv 321 me Room :Users Name", ":srv 322 me #qt 40 :Windows",
                    ":srv 322 me #tea 2 :Leaves", ":srv 323 me :End"});
    EXPECT_EQ(world.chat.directory()->count(), 2);
    EXPECT_EQ(world.chat.directory()->entry_at(0).name, "#qt");
}

TEST(Chat, the_switcher_finds_by_start_then_part_then_letters) {
    ChatWorld world;
    world.enter("me");
    for (const char* name : {"#qt", "#big-arts", "#art"}) world.chat.joinRoom(name, {});
    EXPECT_EQ(world.chat.matchRooms("art"), QStringList({"#art", "#big-arts"}));
    EXPECT_EQ(world.chat.matchRooms("gdn"), QStringList({"#garden"}));
    EXPECT_EQ(world.chat.matchRooms("").size(), 4);
}

TEST(Chat, a_closed_room_leaves_the_list_and_another_takes_its_place) {
    ChatWorld world;
    world.enter("me");
    world.chat.joinRoom("#qt", {});
    world.join_room("me", "#qt");
    world.chat.closeRoom();
    EXPECT_EQ(world.chat.rooms()->row_of("#qt"), -1);
    EXPECT_EQ(world.chat.room(), "#garden");
    world.chat.closeRoom();
    EXPECT_EQ(world.chat.room(), "");
    EXPECT_EQ(world.chat.timeline()->count(), 0);
}

TEST(Chat, the_next_run_comes_back_to_the_same_rooms) {
    ChatWorld world;
    world.enter("me");
    world.chat.openPerson("bob");
    test::ScriptedLink link;
    BrainDriver driver(link, 9);
    Chat again(driver, world.settings);
    again.go(world.settings.destination());
    EXPECT_EQ(again.rooms()->count(), 2);
    EXPECT_EQ(again.room(), "bob");
    link.welcome("me");
    EXPECT_TRUE(link.take_lines().contains("JOIN #garden"));
}

TEST(Chat, the_end_of_the_program_takes_leave_and_the_next_run_still_comes_back) {
    ChatWorld world;
    world.enter("me");
    world.link.take_lines();
    world.chat.say_goodbye();
    EXPECT_EQ(world.link.take_lines(), QStringList{"QUIT :"});
    EXPECT_TRUE(world.link.closed_by_us());
    EXPECT_TRUE(world.settings.stay_online());
}

TEST(Chat, says_who_is_writing) {
    ChatWorld world;
    world.chat.go(ChatWorld::guest("me"));
    world.link.accept();
    world.link.say({":srv CAP * LS :message-tags"});
    world.link.say(
        {":srv CAP me ACK :message-tags", ":srv 001 me :Welcome", ":srv 422 me :No MOTD"});
    world.chat.joinRoom("#garden", {});
    world.join_room("me", "#garden");
    world.link.say({"@+typing=active :ada!u@h TAGMSG #garden"});
    EXPECT_EQ(world.chat.typing_text(), "ada is writing…");
    world.link.say({"@+typing=active :bob!u@h TAGMSG #garden"});
    EXPECT_EQ(world.chat.typing_text(), "ada and bob are writing…");
    world.link.say({"@+typing=done :ada!u@h TAGMSG #garden"});
    EXPECT_EQ(world.chat.typing_text(), "bob is writing…");
}

}  // namespace
}  // namespace brusio::ui
