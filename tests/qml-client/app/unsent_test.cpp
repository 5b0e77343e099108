// What is written is not lost: what is unsent, and drafts, over the ends of the program.
#include <gtest/gtest.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>

#include "qml-client/app/client_stores.h"
#include "storage/sqlite/database.h"
#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

/// One run after another of the whole client but for its window and socket.
struct Unsent : testing::Test {
    QTemporaryDir folder;
    ClientStores stores{folder.filePath("stores")};

    struct World : test::ChatWorld {
        explicit World(Unsent& test) : ChatWorld(test.folder) {
            chat.set_store_opener(&test.stores);
        }
    };

    [[nodiscard]] static QStringList said(test::ChatWorld& world) {
        return world.link.take_lines().filter(QStringLiteral("PRIVMSG"));
    }
    [[nodiscard]] static QString delivery(test::ChatWorld& world, int row) {
        TimelineModel& timeline = *world.chat.timeline();
        return timeline.data(timeline.index(row), TimelineModel::DeliveryRole).toString();
    }
};

TEST_F(Unsent, is_on_the_disk_before_the_bytes_leave) {
    World world(*this);
    world.enter_with_history("me", {});
    QList<int> on_disk;
    world.link.on_send = [&](const QByteArray& bytes) {
        if (!bytes.contains("PRIVMSG")) return;
        const QString file = stores.path_of(world.settings.destination().place()) + "/client.db";
        auto disk = sqlite::Database::open(file.toStdString(), {sqlite::Access::read, nullptr});
        ASSERT_TRUE(disk) << disk.error();
        on_disk << static_cast<int>(
            (*disk)->number(-1, "SELECT count(*) FROM unsent WHERE text = 'hello' AND state = 2"));
    };
    world.chat.submit("hello");
    EXPECT_EQ(on_disk, QList<int>{1});
}

TEST_F(Unsent, what_was_in_doubt_at_a_sudden_end_is_sent_again_under_its_name) {
    QString cid;
    {
        World world(*this);
        world.enter_with_history("me", {});
        world.chat.submit("hello");
        const QStringList lines = said(world);
        ASSERT_EQ(lines.size(), 1);
        cid = lines[0].section("brusio/cid=", 1).section(' ', 0, 0);
        ASSERT_FALSE(cid.isEmpty());
    }
    {
        World world(*this);
        world.log_in("me");
        EXPECT_EQ(world.chat.room(), "#garden");
        EXPECT_EQ(world.chat.timeline()->count(), 1);
        EXPECT_EQ(delivery(world, 0), "queued");
        world.join_room("me", "#garden");
        const QStringList lines = said(world);
        ASSERT_EQ(lines.size(), 1);
        EXPECT_TRUE(lines[0].endsWith("brusio/cid=" + cid + " PRIVMSG #garden hello"));
        world.link.say({"@label=b1;msgid=m1 :me!u@h PRIVMSG #garden hello"});
        EXPECT_EQ(delivery(world, 0), "sent");
    }
    World world(*this);
    world.log_in("me");
    EXPECT_EQ(world.chat.unsent_count(), 0) << "and that is the end of it";
}

TEST_F(Unsent, what_nobody_can_tell_from_its_double_is_for_the_writer_to_decide) {
    {
        World world(*this);
        world.chat.go(test::ChatWorld::guest("me"));
        world.link.accept();
        world.link.say({":srv CAP * LS :echo-message", ":srv CAP * ACK :echo-message",
                        ":srv 001 me :Welcome", ":srv 422 me :No MOTD"});
        world.chat.openPerson("bob");
        world.chat.submit("in doubt");
        EXPECT_EQ(delivery(world, 0), "sending");
        world.chat.joinRoom("#garden", {});
        world.chat.submit("never written");
    }
    World world(*this);
    world.chat.go(test::ChatWorld::guest("me"));
    world.chat.openRoom("bob");
    EXPECT_EQ(delivery(world, 0), "failed");
    world.chat.openRoom("#garden");
    EXPECT_EQ(delivery(world, 0), "queued");
    world.link.welcome("me");
    world.join_room("me", "#garden");
    EXPECT_EQ(said(world), QStringList{"PRIVMSG #garden :never written"});
}

TEST_F(Unsent, a_failed_message_outlives_the_run_and_can_be_sent_again_or_given_up) {
    {
        World world(*this);
        world.enter_with_history("me", {});
        world.chat.submit("one");
        world.chat.submit("two");
        world.link.say(
            {"@label=b1 :srv 404 me #garden :Not now", "@label=b2 :srv 404 me #garden :Not now"});
        ASSERT_EQ(delivery(world, 0), "failed");
    }
    {
        World world(*this);
        world.enter_with_history("me", {});
        ASSERT_EQ(delivery(world, 0), "failed");
        ASSERT_EQ(delivery(world, 1), "failed");
        EXPECT_TRUE(said(world).isEmpty());
        const auto key = [&](int row) {
            return static_cast<double>(world.chat.timeline()->message_at(row).key);
        };
        world.chat.retry(key(0));
        EXPECT_EQ(said(world).size(), 1);
        world.chat.discard(key(1));
        EXPECT_EQ(world.chat.timeline()->count(), 1);
    }
    World world(*this);
    world.enter_with_history("me", {});
    EXPECT_EQ(world.chat.timeline()->count(), 1) << "the one that was sent again";
}

TEST_F(Unsent, another_server_gets_nothing_and_the_way_back_finds_it) {
    World world(*this);
    world.chat.go(test::ChatWorld::guest("me"));
    world.link.welcome("me");
    world.chat.joinRoom("#garden", {});
    world.chat.submit("for this server");
    world.chat.set_draft("half a thought");
    Destination elsewhere = test::ChatWorld::guest("me");
    elsewhere.host = "elsewhere.example";
    world.chat.go(elsewhere);
    world.link.welcome("me");
    world.chat.joinRoom("#garden", {});
    world.join_room("me", "#garden");
    EXPECT_TRUE(said(world).isEmpty());
    EXPECT_EQ(world.chat.draft(), "");
    world.chat.go(test::ChatWorld::guest("me"));
    world.link.welcome("me");
    world.chat.joinRoom("#garden", {});
    world.join_room("me", "#garden");
    EXPECT_EQ(said(world), QStringList{"PRIVMSG #garden :for this server"});
    EXPECT_EQ(world.chat.draft(), "half a thought");
}

TEST_F(Unsent, a_disk_that_does_not_take_it_is_said_once) {
    World world(*this);
    QFile in_the_way(folder.filePath("stores"));
    ASSERT_TRUE(in_the_way.open(QIODevice::WriteOnly));
    world.enter("me");
    world.chat.submit("hello");
    EXPECT_TRUE(world.chat.hint().contains("cannot be kept")) << world.chat.hint().toStdString();
    world.chat.dismissHint();
    world.chat.submit("again");
    EXPECT_EQ(world.chat.hint(), "");
}

TEST_F(Unsent, a_draft_outlives_the_program_and_goes_with_what_is_said) {
    {
        World world(*this);
        world.enter("me");
        world.chat.set_draft("half a thou");
        world.chat.save();
    }
    {
        World world(*this);
        world.enter("me");
        EXPECT_EQ(world.chat.draft(), "half a thou");
        world.chat.submit("half a thought");
        // As after a kill: nothing has been saved since.
        const QString file = stores.path_of(world.settings.destination().place()) + "/client.db";
        auto disk = sqlite::Database::open(file.toStdString(), {sqlite::Access::read, nullptr});
        ASSERT_TRUE(disk) << disk.error();
        EXPECT_EQ((*disk)->number(-1, "SELECT count(*) FROM drafts"), 0);
    }
    World world(*this);
    world.enter("me");
    EXPECT_EQ(world.chat.draft(), "");
}

TEST_F(Unsent, a_guest_who_becomes_somebody_takes_along_what_is_kept) {
    {
        World world(*this);
        world.enter("me");
        world.say("ada", "#garden", "heard as a guest");
        world.chat.set_draft("half a thought");
        Destination account = test::ChatWorld::guest("me");
        account.entry = Entry::log_in;
        account.account_password = "secret-word";
        world.chat.go(account);
        EXPECT_EQ(world.chat.timeline()->count(), 1) << "the room goes on";
        EXPECT_FALSE(QFileInfo::exists(stores.path_of(test::ChatWorld::guest("me").place())));
        world.chat.submit("said as somebody");
    }
    World world(*this);
    world.log_in("me");
    EXPECT_EQ(world.chat.timeline()->count(), 2);
    EXPECT_EQ(world.chat.unsent_count(), 1);
}

TEST_F(Unsent, who_logs_in_to_an_account_that_has_been_here_finds_what_was_kept_of_it) {
    {
        World world(*this);
        world.enter_with_history("me", {"msgid=m1 :ada!u@h PRIVMSG #garden :of the account"});
    }
    World world(*this);
    world.enter("me");
    world.say("ada", "#garden", "heard as a guest");
    world.log_in("me");
    ASSERT_EQ(world.chat.timeline()->count(), 1);
    EXPECT_EQ(world.chat.timeline()->message_at(0).text, "of the account");
    world.chat.go(test::ChatWorld::guest("me"));
    EXPECT_EQ(world.chat.timeline()->message_at(0).text, "heard as a guest");
}

TEST_F(Unsent, what_is_kept_is_exported_whole_over_its_gaps) {
    {
        World world(*this);
        world.enter("me");
        world.say("ada", "#garden", "first");
        world.link.drop(client::DisconnectCause::reset);
        world.chat.tryNow();
        world.link.welcome("me");
        world.join_room("me", "#garden");
        world.say("ada", "#garden", "second");
    }
    World world(*this);
    world.enter("me");
    world.chat.exporter()->set_folder(folder.filePath("export"));
    world.chat.exporter()->save("#garden", RoomExport::Format::Text);
    const QDir out(folder.filePath("export"));
    ASSERT_EQ(out.entryList(QDir::Files).size(), 1);
    QFile file(out.filePath(out.entryList(QDir::Files)[0]));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    EXPECT_LT(text.indexOf("first"), text.indexOf("-- "));
    EXPECT_LT(text.indexOf("-- "), text.indexOf("second")) << text.toStdString();
}

TEST_F(Unsent, an_account_that_is_forgotten_leaves_nothing_behind) {
    World world(*this);
    world.enter_with_history("me", {"msgid=m1 :ada!u@h PRIVMSG #garden :a secret"});
    world.settings.keep_password("secret-word");
    world.chat.submit("unsent");
    world.chat.set_draft("a draft");
    world.chat.calls()->muteRoom(60);
    world.chat.save();
    const QString kept = stores.path_of(world.settings.destination().place());
    ASSERT_TRUE(QFileInfo::exists(kept));
    world.chat.forgetAccount();
    EXPECT_FALSE(QFileInfo::exists(kept));
    EXPECT_FALSE(world.settings.password_kept());
    EXPECT_EQ(world.settings.rooms(), QStringList());
    EXPECT_EQ(world.settings.account(), "");
    EXPECT_FALSE(world.settings.stay_online());
    EXPECT_FALSE(world.chat.inside());
    EXPECT_EQ(world.chat.rooms()->count(), 0);
    EXPECT_EQ(world.chat.unsent_count(), 0);
    EXPECT_EQ(world.chat.phase(), "idle");
    QFile ini(folder.filePath("brusio.ini"));
    ASSERT_TRUE(ini.open(QIODevice::ReadOnly));
    const QByteArray left = ini.readAll();
    EXPECT_FALSE(left.contains("garden")) << left.toStdString();
    world.enter_with_history("me", {});
    EXPECT_EQ(world.chat.timeline()->count(), 0) << "it begins anew";
    EXPECT_EQ(world.chat.draft(), "");
}

}  // namespace
}  // namespace brusio::ui
