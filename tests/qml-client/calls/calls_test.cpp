// One notification a conversation: what it says, when it comes, and when it goes.
#include <gtest/gtest.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "tests/qml-client/support/chat_world.h"
#include "tests/qml-client/support/fake_notifier.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;
using test::FakeNotifier;

struct Called : testing::Test {
    FakeNotifier desktop;
    ChatWorld world;
    Calls& calls = *world.chat.calls();

    Called() { calls.set_notifier(&desktop); }

    [[nodiscard]] bool shows(int notes) {
        return QTest::qWaitFor([&] { return desktop.shown.size() == size_t(notes); });
    }
    [[nodiscard]] bool says(const QString& body) {
        return QTest::qWaitFor([&] { return desktop.only().body == body; });
    }
    /// What is due has been shown, or not.
    void settle() {
        // A call of its own ends what was waiting before it.
        world.say("probe", "me", "probe");
        ASSERT_TRUE(QTest::qWaitFor([&] {
            return !desktop.all.isEmpty() && desktop.all.last().summary.startsWith("probe");
        }));
        desktop.readMarked(desktop.all.last().tag);
    }
    void look_at(const QString& room) {
        world.chat.openRoom(room);
        calls.set_in_sight(true);
        world.chat.set_window_active(true);
        world.chat.noteShown(0, 0);
    }
};

TEST_F(Called, a_mention_and_a_private_message_call) {
    world.enter("me");
    QSignalSpy urgent(&calls, &Calls::urgent);
    world.say("ada", "#garden", "me: are you there?");
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(desktop.only().summary, "ada in #garden");
    EXPECT_EQ(desktop.only().body, "me: are you there?");
    EXPECT_TRUE(desktop.only().loud);
    EXPECT_EQ(urgent.size(), 1);
    world.say("bob", "me", "psst");
    ASSERT_TRUE(shows(2));
    EXPECT_EQ(desktop.all.last().summary, "bob");
    EXPECT_EQ(desktop.all.last().body, "psst");
    EXPECT_EQ(calls.count(), 2);
}

TEST_F(Called, what_is_said_to_nobody_does_not) {
    world.enter("me");
    world.say("ada", "#garden", "good evening");
    settle();
    EXPECT_EQ(desktop.all.size(), 1) << "the probe alone";
    EXPECT_EQ(calls.count(), 0);
}

TEST_F(Called, one_notification_a_conversation_says_the_latest) {
    world.enter("me");
    for (int i = 1; i <= 5; ++i) world.say("bob", "me", QString("line %1").arg(i));
    ASSERT_TRUE(says("line 3\nline 4\nline 5"));
    EXPECT_EQ(desktop.all.size(), 1) << "what comes at once is told at once";
    EXPECT_TRUE(desktop.only().summary.startsWith("bob: 5 "));
    world.say("bob", "me", "line 6");
    ASSERT_TRUE(says("line 4\nline 5\nline 6"));
    EXPECT_EQ(desktop.all[0].tag, desktop.all[1].tag);
}

TEST_F(Called, a_flood_writes_it_anew_once_a_second) {
    world.enter("me");
    for (int i = 0; i < 50; ++i) {
        world.say("bob", "me", QString("line %1").arg(i));
        QCoreApplication::processEvents();
    }
    ASSERT_TRUE(says("line 47\nline 48\nline 49"));
    EXPECT_LE(desktop.all.size(), 3);
}

TEST_F(Called, several_people_of_a_room_are_named) {
    world.enter("me");
    world.say("ada", "#garden", "me: one");
    world.say("bob", "#garden", "two, me");
    ASSERT_TRUE(says("ada: me: one\nbob: two, me"));
    EXPECT_TRUE(desktop.only().summary.startsWith("#garden: 2 "));
}

TEST_F(Called, the_body_can_be_hidden) {
    world.enter("me");
    calls.wishes()->set_show_body(false);
    world.say("bob", "me", "a secret");
    ASSERT_TRUE(says("New message"));
    calls.wishes()->set_show_body(true);
    ASSERT_TRUE(says("a secret")) << "at once";
    calls.wishes()->set_show_body(false);
    ASSERT_TRUE(says("New message"));
}

TEST_F(Called, control_characters_can_be_seen_and_long_texts_are_cut) {
    world.enter("me");
    world.say("bob", "me", QString("\u202Eevil ") + QString("x").repeated(380));
    ASSERT_TRUE(shows(1));
    EXPECT_FALSE(desktop.only().body.contains(QChar(0x202E)));
    EXPECT_LE(desktop.only().body.size(), 240);
    EXPECT_TRUE(desktop.only().body.endsWith(QChar(0x2026)));
}

TEST_F(Called, nothing_calls_that_is_on_screen_in_an_active_window) {
    world.enter("me");
    look_at("#garden");
    world.say("ada", "#garden", "me: hello");
    settle();
    EXPECT_EQ(desktop.all.size(), 1);
    world.chat.set_window_active(false);
    world.say("ada", "#garden", "me: hello again");
    ASSERT_TRUE(shows(1)) << "another window has the focus";
    world.chat.set_window_active(true);
    EXPECT_TRUE(desktop.shown.empty()) << "somebody looks";
    calls.set_in_sight(false);
    world.say("ada", "#garden", "me: and again");
    ASSERT_TRUE(shows(1)) << "on a phone the list of rooms is shown instead";
    calls.set_in_sight(true);
    EXPECT_TRUE(desktop.shown.empty());
}

TEST_F(Called, reading_here_takes_it_away) {
    world.enter("me");
    world.say("bob", "me", "psst");
    world.say("ada", "#garden", "me: hello");
    ASSERT_TRUE(shows(2));
    EXPECT_EQ(calls.count(), 2);
    look_at("bob");
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(desktop.only().summary, "ada in #garden");
    EXPECT_EQ(calls.count(), 1);
}

TEST_F(Called, reading_elsewhere_takes_it_away) {
    world.enter_with_history("me", {});
    world.link.say({"@time=2026-11-30T12:00:00.000Z;msgid=a :ada!u@h PRIVMSG #garden :me: one"});
    ASSERT_TRUE(shows(1));
    world.link.say({":srv MARKREAD #garden timestamp=2026-11-30T12:00:00.000Z"});
    EXPECT_TRUE(desktop.shown.empty());
    EXPECT_EQ(calls.count(), 0);
}

TEST_F(Called, what_was_read_elsewhere_before_it_came_up_is_not_shown) {
    world.enter_with_history("me", {});
    world.link.say({"@time=2026-11-30T12:00:00.000Z;msgid=a :ada!u@h PRIVMSG #garden :me: one",
                    ":srv MARKREAD #garden timestamp=2026-11-30T12:00:00.000Z"});
    settle();
    EXPECT_EQ(desktop.all.size(), 1);
}

TEST_F(Called, what_is_taken_back_leaves_the_notification) {
    world.enter_with_history("me", {});
    world.link.say({"@msgid=a :ada!u@h PRIVMSG #garden :me: one",
                    "@msgid=b :ada!u@h PRIVMSG #garden :me: two"});
    ASSERT_TRUE(says("ada: me: one\nada: me: two"));
    world.link.say({":ada!u@h REDACT #garden b"});
    ASSERT_TRUE(says("me: one"));
    world.link.say({":ada!u@h REDACT #garden a"});
    ASSERT_TRUE(shows(0));
}

TEST_F(Called, old_history_does_not_call_and_what_was_missed_does) {
    world.enter_with_history("me", {"msgid=m1;time=2026-11-30T10:00:00.000Z "
                                    ":ada!u@h PRIVMSG #garden :me: long ago"});
    settle();
    EXPECT_EQ(desktop.all.size(), 1);
    desktop.all.clear();
    world.link.drop(client::DisconnectCause::closed_by_peer);
    world.chat.tryNow();
    world.be_let_in("me");
    world.join_room("me", "#garden");
    world.page("#garden", {"msgid=m2;time=2026-11-30T11:00:00.000Z "
                           ":ada!u@h PRIVMSG #garden :me: you were away"});
    ASSERT_TRUE(says("me: you were away"));
}

TEST_F(Called, a_click_opens_the_conversation) {
    world.enter("me");
    world.say("bob", "me", "psst");
    ASSERT_TRUE(shows(1));
    QSignalSpy window(&calls, &Calls::windowAsked);
    QSignalSpy room(&world.chat, &Chat::roomAsked);
    desktop.opened(desktop.only().tag);
    EXPECT_EQ(world.chat.room(), "bob");
    EXPECT_EQ(window.size(), 1);
    EXPECT_EQ(room.size(), 1);
}

TEST_F(Called, reply_opens_the_conversation_to_write_there) {
    world.enter("me");
    world.say("bob", "me", "psst");
    ASSERT_TRUE(shows(1));
    QSignalSpy window(&calls, &Calls::windowAsked);
    desktop.replied(desktop.only().tag, {});
    EXPECT_EQ(world.chat.room(), "bob");
    EXPECT_EQ(window.size(), 1);
}

TEST_F(Called, an_answer_in_the_notification_is_said_and_reads) {
    world.enter("me");
    world.say("bob", "me", "psst");
    ASSERT_TRUE(shows(1));
    world.link.take_lines();
    desktop.replied(desktop.only().tag, " yes? ");
    EXPECT_EQ(world.link.take_lines(), QStringList{"PRIVMSG bob yes?"});
    EXPECT_EQ(world.chat.room(), "#garden") << "the window stays as it is";
    EXPECT_TRUE(desktop.shown.empty());
    EXPECT_EQ(calls.count(), 0);
}

TEST_F(Called, a_command_in_an_answer_is_not_carried_out) {
    world.enter("me");
    world.say("bob", "me", "psst");
    ASSERT_TRUE(shows(1));
    world.link.take_lines();
    desktop.replied(desktop.only().tag, "/quit");
    EXPECT_EQ(world.link.take_lines(), QStringList());
    EXPECT_EQ(world.chat.room(), "bob");
    EXPECT_EQ(world.chat.draft(), "/quit");
}

TEST_F(Called, mark_as_read_reads_without_opening) {
    world.enter("me");
    world.say("bob", "me", "psst");
    ASSERT_TRUE(shows(1));
    desktop.readMarked(desktop.only().tag);
    EXPECT_TRUE(desktop.shown.empty());
    EXPECT_EQ(calls.count(), 0);
    EXPECT_EQ(world.chat.rooms()->unread_total(), 0);
    EXPECT_EQ(world.chat.room(), "#garden");
}

TEST_F(Called, what_was_dismissed_is_not_told_again) {
    world.enter("me");
    world.say("bob", "me", "one");
    ASSERT_TRUE(shows(1));
    desktop.dismissed(desktop.only().tag);
    desktop.shown.clear();
    EXPECT_EQ(calls.count(), 1) << "it is unread all the same";
    world.say("bob", "me", "two");
    ASSERT_TRUE(says("two"));
    EXPECT_EQ(desktop.only().summary, "bob");
    EXPECT_EQ(calls.count(), 2);
}

TEST_F(Called, actions_of_a_conversation_that_is_closed_do_nothing) {
    world.enter("me");
    world.say("bob", "me", "psst");
    ASSERT_TRUE(shows(1));
    const quint64 tag = desktop.only().tag;
    world.chat.openRoom("bob");
    world.chat.closeRoom();
    EXPECT_TRUE(desktop.shown.empty());
    desktop.replied(tag, "hello");
    desktop.readMarked(tag);
    desktop.opened(tag);
    EXPECT_EQ(world.chat.room(), "#garden");
}

TEST_F(Called, levels_and_mutes_are_kept_for_each_conversation) {
    world.enter("me");
    world.chat.openRoom("#garden");
    EXPECT_EQ(calls.room_level(), Calls::Level::Mentions);
    calls.set_room_level(Calls::Level::All);
    world.say("ada", "#garden", "good evening");
    ASSERT_TRUE(says("good evening"));
    EXPECT_EQ(calls.count(), 1);
    EXPECT_EQ(calls.silent(), QStringList());
    calls.muteRoom(60);
    EXPECT_EQ(calls.silent(), QStringList{"#garden"});
    EXPECT_TRUE(desktop.shown.empty());
    EXPECT_EQ(calls.count(), 0);
    EXPECT_TRUE(calls.room_muted());
    EXPECT_NE(calls.room_muted_until(), "");
    calls.muteRoom(0);
    EXPECT_EQ(calls.room_muted_until(), "") << "for good";

    ChatWorld again(world.folder);
    again.chat.calls()->set_notifier(&desktop);
    again.enter("me");
    EXPECT_EQ(again.chat.calls()->silent(), QStringList{"#garden"});
    again.chat.openRoom("#garden");
    EXPECT_TRUE(again.chat.calls()->room_muted());
    again.chat.calls()->unmuteRoom();
    EXPECT_EQ(again.chat.calls()->room_level(), Calls::Level::All);
    again.say("ada", "#garden", "good night");
    ASSERT_TRUE(says("good night"));
    EXPECT_EQ(again.chat.calls()->silent(), QStringList());
    again.chat.calls()->set_room_level(Calls::Level::None);
    EXPECT_EQ(again.chat.calls()->silent(), QStringList{"#garden"});
    EXPECT_TRUE(desktop.shown.empty());
    EXPECT_EQ(again.chat.calls()->count(), 0);
}

TEST_F(Called, a_mute_ends_by_itself) {
    world.enter("me");
    world.say("ada", "#garden", "me: hello");
    ASSERT_TRUE(shows(1));
    world.chat.openRoom("#garden");
    CallBook book(world.settings.path());
    book.enter(world.settings.destination().place(), CallBook::Choices::of_place);
    book.set_muted_until_ms("#garden", QDateTime::currentMSecsSinceEpoch() + 300);
    calls.enter("elsewhere");
    calls.enter(world.settings.destination().place());
    EXPECT_EQ(calls.count(), 0);
    QSignalSpy changed(&calls, &Calls::roomChanged);
    EXPECT_TRUE(QTest::qWaitFor([&] { return calls.count() == 1; }));
    EXPECT_FALSE(calls.room_muted());
    EXPECT_GE(changed.size(), 1);
}

TEST_F(Called, another_account_has_choices_of_its_own_and_a_new_one_takes_them_along) {
    world.enter("me");
    world.chat.openRoom("#garden");
    calls.set_room_level(Calls::Level::None);
    calls.move_to("irc://127.0.0.1:6667/me");
    EXPECT_EQ(calls.room_level(), Calls::Level::None);
    calls.enter("irc://elsewhere:6667/me");
    EXPECT_EQ(calls.room_level(), Calls::Level::Mentions);
}

TEST_F(Called, somebody_who_is_ignored_never_does) {
    world.enter("me");
    client::IgnoredPerson bob;
    bob.mask = "bob!*@*";
    world.driver.act([&](client::Client& brain, Now) { brain.set_ignored({bob}); });
    world.say("bob", "me", "psst");
    world.say("bob", "#garden", "me: hello?");
    settle();
    EXPECT_EQ(desktop.all.size(), 1) << "the probe alone";
    EXPECT_EQ(calls.count(), 0);
}

TEST_F(Called, own_words_call_and_are_counted) {
    world.enter("me");
    calls.wishes()->set_words("roses, tea time");
    world.say("ada", "#garden", "Tea time!");
    ASSERT_TRUE(says("Tea time!"));
    EXPECT_EQ(calls.count(), 1);
    EXPECT_EQ(calls.wishes()->words(), "roses, tea time");
}

TEST_F(Called, quiet_hours_hold_until_they_are_over) {
    world.enter("me");
    EXPECT_FALSE(calls.wishes()->setQuietHours("25:00", "7:00"));
    EXPECT_TRUE(calls.wishes()->setQuietHours("0:00", "0"));
    calls.wishes()->set_quiet(true);
    world.say("bob", "me", "psst");
    EXPECT_EQ(calls.count(), 1) << "it is counted";
    EXPECT_FALSE(QTest::qWaitFor([&] { return !desktop.all.isEmpty(); }, 200));
    calls.wishes()->set_quiet(false);
    world.say("bob", "me", "are you up?");
    ASSERT_TRUE(says("are you up?"));
}

TEST_F(Called, notifications_can_be_switched_off_and_the_window_still_asks) {
    world.enter("me");
    calls.wishes()->set_notify(false);
    QSignalSpy urgent(&calls, &Calls::urgent);
    world.say("bob", "me", "psst");
    ASSERT_TRUE(QTest::qWaitFor([&] { return urgent.size() == 1; }));
    EXPECT_TRUE(desktop.all.isEmpty());
    EXPECT_EQ(calls.count(), 1);
}

TEST_F(Called, a_switched_off_sound_is_not_heard) {
    world.enter("me");
    calls.wishes()->set_sound(false);
    world.say("bob", "me", "psst");
    ASSERT_TRUE(shows(1));
    EXPECT_FALSE(desktop.only().loud);
}

TEST_F(Called, leaving_the_server_takes_everything_away) {
    world.enter("me");
    world.say("bob", "me", "psst");
    ASSERT_TRUE(shows(1));
    world.chat.disconnect();
    EXPECT_TRUE(desktop.shown.empty());
}

TEST_F(Called, another_nick_of_a_person_takes_the_choice_along) {
    world.enter("me");
    world.say("bob", "me", "psst");
    world.chat.openRoom("bob");
    calls.set_room_level(Calls::Level::None);
    world.link.say({":bob!u@h NICK :robert"});
    ASSERT_EQ(world.chat.room(), "robert");
    EXPECT_EQ(calls.room_level(), Calls::Level::None);
}

}  // namespace
}  // namespace brusio::ui
