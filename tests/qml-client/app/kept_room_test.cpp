// What is kept on disk is on the screen before there is a network.
#include <gtest/gtest.h>

#include <QtTest/QTest>
#include <set>

#include "qml-client/app/client_stores.h"
#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;
using test::QmlWindow;

struct KeptRoom : testing::Test {
    QTemporaryDir folder;
    ClientStores stores{folder.filePath("stores")};

    static Destination to_account() {
        Destination to = ChatWorld::guest("me");
        to.entry = Entry::log_in;
        to.account_password = "secret-word";
        return to;
    }
    /// An earlier run of the program, that was in #garden.
    void run_before() {
        ChatWorld before;
        before.chat.set_store_opener(&stores);
        before.enter_with_history("me", {"msgid=m1;time=2026-11-22T18:40:00.000Z "
                                         ":ada!u@h PRIVMSG #garden :good evening"});
        before.link.say({"@msgid=m2 :ada!u@h PRIVMSG #garden :roses are red"});
    }
    /// This run knows its rooms, and goes there without a network.
    void go_offline(ChatWorld& world) {
        world.chat.set_store_opener(&stores);
        world.settings.set_places({"#garden", "#other"}, {});
        world.settings.set_last_room("#garden");
        world.chat.go(to_account());
    }
    static QStringList texts(Chat& chat) {
        QStringList found;
        TimelineModel& timeline = *chat.timeline();
        for (int row = timeline.count() - 1; row >= 0; --row) {
            found << timeline.message_at(row).text;
        }
        return found;
    }
};

TEST_F(KeptRoom, the_last_room_is_painted_before_there_is_a_network) {
    run_before();
    QmlWindow app(QSize(1000, 700));
    go_offline(app.world);
    EXPECT_EQ(app.world.chat.phase(), "connecting");
    ASSERT_TRUE(app.world.chat.inside());
    EXPECT_EQ(app.world.chat.room(), "#garden");
    EXPECT_EQ(app.world.chat.rooms()->unread_total(), 1) << "nobody has seen it yet";
    app.load_main();
    EXPECT_TRUE(app.item("ChatPage")->isVisible());
    const QQuickItem* const row = app.item("MessageDelegate");
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(texts(app.world.chat), (QStringList{"good evening", "roses are red"}));
    const QImage picture = app.window->grabWindow();
    const QRect place = row->mapRectToScene(QRectF(0, 0, row->width(), row->height()))
                            .toRect()
                            .intersected(picture.rect());
    std::set<QRgb> colours;
    for (int x = place.left(); x < place.right(); ++x) {
        for (int y = place.top(); y < place.bottom(); ++y) colours.insert(picture.pixel(x, y));
    }
    EXPECT_GT(colours.size(), 10U) << "words, not an empty field";
}

TEST_F(KeptRoom, what_is_written_meanwhile_goes_out_when_there_is_one) {
    run_before();
    ChatWorld world;
    go_offline(world);
    ASSERT_TRUE(world.chat.submit("violets are blue"));
    EXPECT_EQ(world.chat.unsent_count(), 1);
    world.be_let_in("me");
    world.join_room("me", "#garden");
    const QString sent = world.link.take_lines().join(u'\n');
    EXPECT_TRUE(sent.contains("PRIVMSG #garden :violets are blue")) << sent.toStdString();
    world.link.say({"@label=b1;msgid=m9 :me!u@h PRIVMSG #garden :violets are blue"});
    EXPECT_TRUE(world.link.take_lines().join(u'\n').contains("AFTER #garden msgid=m2"));
    EXPECT_EQ(world.chat.unsent_count(), 0);
}

TEST_F(KeptRoom, a_first_visit_waits_for_the_server) {
    ChatWorld world;
    go_offline(world);
    EXPECT_FALSE(world.chat.inside()) << "there is nothing to be shown";
    world.be_let_in("me");
    EXPECT_TRUE(world.chat.inside());
}

TEST_F(KeptRoom, a_wrong_password_leads_back_to_the_first_screen) {
    run_before();
    ChatWorld world;
    go_offline(world);
    ASSERT_TRUE(world.chat.inside());
    world.link.accept();
    world.link.say(
        {":srv CAP * LS :sasl", ":srv CAP * ACK :sasl", "AUTHENTICATE +", ":srv 904 me :No"});
    EXPECT_FALSE(world.chat.inside());
    EXPECT_NE(world.chat.problem_title(), "");
}

TEST_F(KeptRoom, another_server_or_account_has_a_store_of_its_own) {
    run_before();
    ChatWorld world;
    go_offline(world);
    Destination elsewhere = to_account();
    elsewhere.nick = "you";
    elsewhere.account = "you";
    world.chat.go(elsewhere);
    EXPECT_FALSE(texts(world.chat).contains("roses are red"));
    world.chat.go(to_account());
    EXPECT_TRUE(texts(world.chat).contains("roses are red"))
        << texts(world.chat).join("|").toStdString();
    EXPECT_NE(stores.path_of(elsewhere.place()), stores.path_of(to_account().place()));
}

TEST_F(KeptRoom, rooms_of_one_server_do_not_follow_to_another) {
    run_before();
    ChatWorld world;
    go_offline(world);
    world.be_let_in("me");
    world.join_room("me", "#garden");
    Destination elsewhere = to_account();
    elsewhere.port = 7000;
    world.chat.go(elsewhere);
    EXPECT_EQ(world.settings.rooms(), QStringList());
    EXPECT_EQ(world.chat.rooms()->count(), 0);
}

TEST_F(KeptRoom, a_second_window_is_told_and_works_without) {
    ChatWorld first;
    go_offline(first);
    ChatWorld second;
    go_offline(second);
    QCoreApplication::processEvents();
    EXPECT_TRUE(texts(second.chat).join(u'\n').contains("Another window holds"));
    ASSERT_TRUE(second.chat.submit("still here"));
    EXPECT_EQ(second.chat.unsent_count(), 1);
}

TEST_F(KeptRoom, a_guest_sees_where_something_is_not_known) {
    {
        ChatWorld before;
        before.chat.set_store_opener(&stores);
        before.enter("me");
        before.say("ada", "#garden", "one");
    }
    ChatWorld world;
    world.chat.set_store_opener(&stores);
    world.settings.set_places({"#garden"}, {});
    world.chat.go(ChatWorld::guest("me"));
    EXPECT_EQ(texts(world.chat), QStringList{"one"});
    world.link.welcome("me");
    world.join_room("me", "#garden");
    world.say("ada", "#garden", "two");
    const QStringList known = texts(world.chat);
    ASSERT_EQ(known.size(), 3);
    EXPECT_TRUE(known[1].contains("not known")) << known[1].toStdString();
    EXPECT_EQ(known[2], "two");
}

}  // namespace
}  // namespace brusio::ui
