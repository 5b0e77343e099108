#include "qml-client/models/outbox_file.h"

#include <gtest/gtest.h>

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <memory>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using client::ClientEvent;
using client::ConversationId;
using client::Message;
using client::MessageAdded;
using client::MessageChanged;
using client::MessageFailure;
using client::MessageId;
using client::MessageState;

constexpr auto owner_may = QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                           QFileDevice::ReadUser | QFileDevice::WriteUser;

Message own(std::uint64_t id, const std::string& text, MessageState state = MessageState::queued) {
    Message message;
    message.id = MessageId{id};
    message.origin = client::MessageOrigin::own;
    message.state = state;
    message.target = "#garden";
    message.text = text;
    return message;
}

ClientEvent added(const Message& message) {
    return MessageAdded{ConversationId{1}, std::make_shared<const Message>(message)};
}

ClientEvent changed(const Message& message, MessageState state) {
    Message next = message;
    next.state = state;
    next.failure = state == MessageState::failed ? MessageFailure::refused : MessageFailure::none;
    return MessageChanged{ConversationId{1}, std::make_shared<const Message>(next)};
}

QStringList texts(const std::vector<Message>& messages) {
    QStringList texts;
    for (const Message& message : messages) texts << QString::fromStdString(message.text);
    return texts;
}

struct Kept : testing::Test {
    QTemporaryDir folder;
    const QString place = "irc://srv:6667/ada";

    [[nodiscard]] QString outbox() const { return folder.filePath("outbox"); }
    [[nodiscard]] std::unique_ptr<OutboxFile> run() const {
        auto file = std::make_unique<OutboxFile>(outbox());
        EXPECT_TRUE(file->enter(place).empty());
        file->taken_over();
        return file;
    }
    /// What a run that comes after finds; it leaves it there.
    [[nodiscard]] std::vector<Message> left(const QString& where) const {
        return OutboxFile(outbox()).enter(where);
    }
    [[nodiscard]] QByteArray contents() const {
        QByteArray all;
        for (QDirIterator it(outbox(), QDir::Files); it.hasNext();) {
            QFile file(it.next());
            if (file.fileName().endsWith(".lock")) continue;
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            EXPECT_EQ(file.permissions(), owner_may);
            all += file.readAll();
        }
        return all;
    }
};

TEST_F(Kept, a_message_is_there_with_all_that_sends_it_again) {
    auto file = run();
    Message message = own(7, "caffè, \"quoted\"", MessageState::sending);
    message.kind = client::MessageKind::action;
    message.client_id = "desk-7";
    message.time = WallTime{1'700'000'000'123};
    file->keep({added(message)});
    file.reset();
    const auto found = left(place);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text, message.text);
    EXPECT_EQ(found[0].kind, message.kind);
    EXPECT_EQ(found[0].state, MessageState::sending);
    EXPECT_EQ(found[0].client_id, "desk-7");
    EXPECT_EQ(found[0].target, "#garden");
    EXPECT_EQ(found[0].time.unix_ms, 1'700'000'000'123);
}

TEST_F(Kept, what_is_settled_is_gone_and_the_rest_keeps_its_order) {
    auto file = run();
    const Message one = own(1, "one");
    const Message two = own(2, "two");
    const Message three = own(3, "three");
    file->keep({added(one), added(two), added(three)});
    file->keep({changed(two, MessageState::sent)});
    file->keep({changed(one, MessageState::failed)});
    file.reset();
    EXPECT_EQ(texts(left(place)), (QStringList{"one", "three"}));
    EXPECT_EQ(left(place)[0].failure, MessageFailure::refused);
}

TEST_F(Kept, nothing_is_left_behind_when_all_is_said) {
    auto file = run();
    const Message one = own(1, "one");
    file->keep({added(one)});
    EXPECT_NE(contents(), "");
    file->keep({changed(one, MessageState::sending)});
    file->keep({changed(one, MessageState::sent)});
    EXPECT_EQ(contents(), "");
}

TEST_F(Kept, what_others_say_is_not_kept) {
    auto file = run();
    Message message = own(1, "theirs", MessageState::received);
    message.origin = client::MessageOrigin::other;
    Message history = own(2, "said elsewhere", MessageState::sent);
    file->keep({added(message), added(history)});
    EXPECT_EQ(contents(), "");
}

TEST_F(Kept, a_conversation_that_is_closed_gives_its_messages_up) {
    auto file = run();
    file->keep({added(own(1, "one")), changed(own(2, "two"), MessageState::failed)});
    file->keep({client::ConversationClosed{ConversationId{1}}});
    EXPECT_EQ(contents(), "");
}

TEST_F(Kept, a_line_that_a_power_cut_tore_costs_no_other) {
    auto file = run();
    file->keep({added(own(1, "one")), added(own(2, "two"))});
    file.reset();
    const QByteArray whole = contents();
    const qsizetype second = whole.indexOf('\n') + 1;
    for (qsizetype bytes = second; bytes < whole.size() - 1; ++bytes) {
        EXPECT_EQ(read_outbox(whole.left(bytes)).size(), 1U) << bytes;
    }
    EXPECT_EQ(read_outbox("}{\n\n[1]\n" + whole + "{\"id\":3}").size(), 2U);
}

TEST_F(Kept, the_log_is_written_anew_before_it_grows_without_end) {
    auto file = run();
    const Message stays = own(1, "stays");
    file->keep({added(stays)});
    qsizetype largest = 0;
    for (std::uint64_t id = 2; id < 800; ++id) {
        const Message message = own(id, std::string(400, 'x'));
        file->keep({added(message)});
        file->keep({changed(message, MessageState::sent)});
        if (id % 100 == 0) largest = std::max(largest, contents().size());
    }
    EXPECT_LT(largest, 300'000);
    file.reset();
    EXPECT_EQ(texts(left(place)), QStringList{"stays"});
}

TEST_F(Kept, each_server_and_account_has_its_own) {
    auto file = run();
    file->keep({added(own(1, "one"))});
    file->leave();
    file->keep({changed(own(1, "one"), MessageState::cancelled)});
    EXPECT_TRUE(left("irc://srv:6667/bob").empty());
    EXPECT_EQ(texts(left(place)), QStringList{"one"});
}

TEST_F(Kept, a_guest_who_becomes_somebody_takes_it_along) {
    auto file = run();
    file->keep({added(own(1, "as a guest"))});
    const QString account = "irc://srv:6667/made";
    EXPECT_TRUE(file->move_to(account).empty());
    file->taken_over();
    file->keep({added(own(2, "as somebody"))});
    file.reset();
    EXPECT_TRUE(left(place).empty());
    EXPECT_EQ(texts(left(account)), (QStringList{"as a guest", "as somebody"}));
}

TEST_F(Kept, two_runs_at_once_do_not_meet_and_the_next_takes_both_over) {
    auto first = run();
    auto second = run();
    first->keep({added(own(1, "one"))});
    second->keep({added(own(1, "two"))});
    first.reset();
    second.reset();
    OutboxFile next(outbox());
    const auto found = next.enter(place);
    EXPECT_EQ(texts(found), (QStringList{"one", "two"}));
    next.keep({added(own(5, "one")), added(own(6, "two"))});
    next.taken_over();
    next.leave();
    EXPECT_EQ(texts(left(place)), (QStringList{"one", "two"})) << "each is there once";
}

TEST_F(Kept, a_disk_that_takes_nothing_is_noticed) {
    QFile in_the_way(outbox());
    ASSERT_TRUE(in_the_way.open(QIODevice::WriteOnly));
    OutboxFile file(outbox());
    EXPECT_TRUE(file.enter(place).empty());
    file.taken_over();
    EXPECT_FALSE(file.is_safe());
    file.keep({added(own(1, "one"))});
    EXPECT_FALSE(file.is_safe());
}

/// One run after another of the whole client but for its window and socket.
struct OutboxOfAChat : testing::Test {
    QTemporaryDir folder;

    [[nodiscard]] static QStringList said(test::ChatWorld& world) {
        return world.link.take_lines().filter(QStringLiteral("PRIVMSG"));
    }
    [[nodiscard]] static QString delivery(test::ChatWorld& world, int row) {
        TimelineModel& timeline = *world.chat.timeline();
        return timeline.data(timeline.index(row), TimelineModel::DeliveryRole).toString();
    }
};

TEST_F(OutboxOfAChat, is_written_before_the_bytes_leave) {
    test::ChatWorld world(folder);
    world.enter_with_history("me", {});
    QList<bool> was_on_disk;
    world.link.on_send = [&](const QByteArray& bytes) {
        if (!bytes.contains("PRIVMSG")) return;
        bool found = false;
        for (QDirIterator it(world.settings.outbox_folder(), QDir::Files); it.hasNext();) {
            QFile file(it.next());
            found = found || (file.open(QIODevice::ReadOnly) &&
                              file.readAll().contains("\"state\":\"sending\""));
        }
        was_on_disk << found;
    };
    world.chat.submit("hello");
    EXPECT_EQ(was_on_disk, QList<bool>{true});
}

TEST_F(OutboxOfAChat, what_was_in_doubt_at_a_sudden_end_is_sent_again_under_its_name) {
    QString cid;
    {
        test::ChatWorld world(folder);
        world.enter_with_history("me", {});
        world.chat.submit("hello");
        const QStringList lines = said(world);
        ASSERT_EQ(lines.size(), 1);
        cid = lines[0].section("brusio/cid=", 1).section(' ', 0, 0);
        ASSERT_FALSE(cid.isEmpty());
    }
    {
        test::ChatWorld world(folder);
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
    test::ChatWorld world(folder);
    world.log_in("me");
    EXPECT_EQ(world.chat.unsent_count(), 0) << "and that is the end of it";
}

TEST_F(OutboxOfAChat, what_nobody_can_tell_from_its_double_is_for_the_writer_to_decide) {
    {
        test::ChatWorld world(folder);
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
    test::ChatWorld world(folder);
    world.chat.go(test::ChatWorld::guest("me"));
    world.chat.openRoom("bob");
    EXPECT_EQ(delivery(world, 0), "failed");
    world.chat.openRoom("#garden");
    EXPECT_EQ(delivery(world, 0), "queued");
    world.link.welcome("me");
    world.join_room("me", "#garden");
    EXPECT_EQ(said(world), QStringList{"PRIVMSG #garden :never written"});
}

TEST_F(OutboxOfAChat, a_failed_message_outlives_the_run_and_can_be_sent_again_or_given_up) {
    {
        test::ChatWorld world(folder);
        world.enter_with_history("me", {});
        world.chat.submit("one");
        world.chat.submit("two");
        world.link.say(
            {"@label=b1 :srv 404 me #garden :Not now", "@label=b2 :srv 404 me #garden :Not now"});
        ASSERT_EQ(delivery(world, 0), "failed");
    }
    {
        test::ChatWorld world(folder);
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
    test::ChatWorld world(folder);
    world.enter_with_history("me", {});
    EXPECT_EQ(world.chat.timeline()->count(), 1) << "the one that was sent again";
}

TEST_F(OutboxOfAChat, another_server_gets_nothing_and_the_way_back_finds_it) {
    test::ChatWorld world(folder);
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

TEST_F(OutboxOfAChat, a_disk_that_does_not_take_it_is_said_once) {
    test::ChatWorld world(folder);
    QFile in_the_way(world.settings.outbox_folder());
    ASSERT_TRUE(in_the_way.open(QIODevice::WriteOnly));
    world.enter("me");
    world.chat.submit("hello");
    EXPECT_TRUE(world.chat.hint().contains("cannot be kept")) << world.chat.hint().toStdString();
    world.chat.dismissHint();
    world.chat.submit("again");
    EXPECT_EQ(world.chat.hint(), "");
}

}  // namespace
}  // namespace brusio::ui
