// Notifications as a desktop gets them: over a real bus, to a service that tells what it heard.
#include <gtest/gtest.h>

#include <QtCore/QElapsedTimer>
#include <QtDBus/QDBusMessage>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "qml-client/desktop/dbus_notifier.h"
#include "qml-client/desktop/tray_watch.h"
#include "tests/qml-client/desktop/fake_daemon.h"
#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;
using test::FakeDaemon;
using test::FakeTray;
using test::PrivateBus;

const QStringList all_capabilities{"body", "body-markup", "actions", "sound"};

CallNote note(quint64 tag, const QString& body) {
    return {tag, "ada", body, "Open", "Reply", "Mark as read", true};
}

struct Desktop : testing::Test {
    void SetUp() override {
        if (!PrivateBus::can_be()) GTEST_SKIP() << "there is no dbus-daemon";
        bus = std::make_unique<PrivateBus>();
        ASSERT_NE(bus->address(), "");
        session = std::make_unique<SessionBus>(bus->address());
        ASSERT_TRUE(QTest::qWaitFor([&] { return session->state() == SessionBus::State::open; }));
        notifier = std::make_unique<DbusNotifier>(*session);
    }
    void begin(const QStringList& capabilities) {
        daemon = std::make_unique<FakeDaemon>(*bus, capabilities);
    }
    [[nodiscard]] bool was_asked(int times) {
        return QTest::qWaitFor([&] { return daemon->asked.size() == times; });
    }
    [[nodiscard]] bool is_told(QSignalSpy& spy) {
        return QTest::qWaitFor([&] { return spy.size() == 1; });
    }
    /// All that was sent so far has arrived, and what was answered too.
    void settle() {
        notifier->show(note(999, "last"));
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return !daemon->asked.isEmpty() && daemon->asked.last().body == "last"; }));
        QSignalSpy opened(notifier.get(), &Notifier::opened);
        emit daemon->ActionInvoked(daemon->asked.last().id, "default");  // behind its answer
        ASSERT_TRUE(QTest::qWaitFor([&] { return !opened.isEmpty(); }));
    }

    std::unique_ptr<PrivateBus> bus;
    std::unique_ptr<SessionBus> session;
    std::unique_ptr<FakeDaemon> daemon;
    std::unique_ptr<DbusNotifier> notifier;
};

TEST_F(Desktop, the_body_is_escaped_where_it_is_markup) {
    begin(all_capabilities);
    notifier->show(note(1, "<img src=\"http://evil.example/x.png\"> & <b>you</b>"));
    ASSERT_TRUE(was_asked(1));
    EXPECT_EQ(daemon->asked[0].summary, "ada");
    EXPECT_EQ(daemon->asked[0].body,
              "&lt;img src=&quot;http://evil.example/x.png&quot;&gt; &amp; &lt;b&gt;you&lt;/b&gt;");
    EXPECT_EQ(daemon->asked[0].actions,
              (QStringList{"default", "Open", "reply", "Reply", "mark-read", "Mark as read"}));
    EXPECT_EQ(daemon->asked[0].hints.value("sound-name"), "message-new-instant");
    EXPECT_EQ(daemon->asked[0].hints.value("desktop-entry"), "org.brusio.Brusio");
}

TEST_F(Desktop, the_service_says_what_it_can_do) {
    begin({"body"});
    CallNote quiet = note(1, "a < b");
    quiet.loud = false;
    notifier->show(quiet);
    ASSERT_TRUE(was_asked(1));
    EXPECT_EQ(daemon->asked[0].body, "a < b") << "nothing is read as markup there";
    EXPECT_EQ(daemon->asked[0].actions, QStringList());
    EXPECT_FALSE(daemon->asked[0].hints.contains("sound-name"));
    EXPECT_EQ(daemon->asked[0].hints.value("suppress-sound"), true);
    EXPECT_EQ(daemon->capabilities_asked, 1);
}

TEST_F(Desktop, one_tag_is_one_notification) {
    begin(all_capabilities);
    notifier->show(note(1, "one"));
    ASSERT_TRUE(was_asked(1));
    settle();
    notifier->show(note(1, "two"));
    ASSERT_TRUE(was_asked(3));
    EXPECT_EQ(daemon->asked[2].replaces, daemon->asked[0].id);
    notifier->show(note(2, "of another conversation"));
    ASSERT_TRUE(was_asked(4));
    EXPECT_EQ(daemon->asked[3].replaces, 0U);
}

TEST_F(Desktop, what_comes_before_the_answer_waits_for_it) {
    begin(all_capabilities);
    settle();
    for (int i = 0; i < 50; ++i) notifier->show(note(1, QString("line %1").arg(i)));
    ASSERT_TRUE(QTest::qWaitFor([&] { return daemon->asked.last().body == "line 49"; }));
    EXPECT_EQ(daemon->asked.size(), 3) << "the first, and the last instead of all others";
    EXPECT_EQ(daemon->asked[2].replaces, daemon->asked[1].id);
}

TEST_F(Desktop, it_is_withdrawn_also_before_the_answer) {
    begin(all_capabilities);
    settle();
    notifier->show(note(1, "one"));
    notifier->show(note(1, "two"));
    notifier->withdraw(1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return daemon->closed.size() == 1; }));
    EXPECT_EQ(daemon->closed[0], daemon->asked[1].id);
    EXPECT_EQ(daemon->asked.size(), 2);
    notifier->withdraw(1);
    notifier->withdraw(77);
    notifier->show(note(1, "three"));
    ASSERT_TRUE(was_asked(3));
    EXPECT_EQ(daemon->asked[2].replaces, 0U);
    EXPECT_EQ(daemon->closed.size(), 1);
}

TEST_F(Desktop, buttons_are_heard) {
    begin(all_capabilities);
    notifier->show(note(5, "one"));
    settle();
    const uint id = daemon->asked[0].id;
    QSignalSpy opened(notifier.get(), &Notifier::opened);
    QSignalSpy replied(notifier.get(), &Notifier::replied);
    QSignalSpy read(notifier.get(), &Notifier::readMarked);
    QSignalSpy dismissed(notifier.get(), &Notifier::dismissed);
    emit daemon->ActionInvoked(id, "default");
    emit daemon->ActionInvoked(id, "reply");
    emit daemon->ActionInvoked(id, "mark-read");
    emit daemon->ActionInvoked(id, "something else");
    emit daemon->ActionInvoked(id + 1000, "default");
    emit daemon->NotificationClosed(id, 2);
    ASSERT_TRUE(is_told(dismissed));
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].toULongLong(), 5U);
    ASSERT_EQ(replied.size(), 1);
    EXPECT_EQ(replied[0][1].toString(), "");
    EXPECT_EQ(read.size(), 1);
    emit daemon->ActionInvoked(id, "default");
    settle();
    EXPECT_EQ(opened.size(), 2) << "that of settle() alone: this one is gone";
}

TEST_F(Desktop, an_answer_can_be_written_where_the_service_takes_it) {
    begin(all_capabilities + QStringList{"inline-reply"});
    notifier->show(note(5, "one"));
    settle();
    EXPECT_TRUE(daemon->asked[0].actions.contains("inline-reply"));
    EXPECT_FALSE(daemon->asked[0].actions.contains("reply"));
    QSignalSpy replied(notifier.get(), &Notifier::replied);
    emit daemon->NotificationReplied(daemon->asked[0].id, "yes");
    ASSERT_TRUE(is_told(replied));
    EXPECT_EQ(replied[0][1].toString(), "yes");
}

TEST_F(Desktop, nobody_else_presses_the_buttons) {
    begin(all_capabilities + QStringList{"inline-reply"});
    notifier->show(note(5, "one"));
    settle();
    QSignalSpy replied(notifier.get(), &Notifier::replied);
    QSignalSpy read(notifier.get(), &Notifier::readMarked);
    const auto signal = [&](const char* name, const QVariant& what) {
        QDBusMessage message = QDBusMessage::createSignal("/org/freedesktop/Notifications",
                                                          "org.freedesktop.Notifications", name);
        return message << daemon->asked[0].id << what;
    };
    QDBusConnection stranger = bus->visitor();
    stranger.send(signal("NotificationReplied", "I am a fool"));
    stranger.send(signal("ActionInvoked", "mark-read"));
    // The bus keeps the order of one sender: what this one asks for comes after.
    stranger.call(QDBusMessage::createMethodCall("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                                 "org.freedesktop.DBus", "GetId"));
    settle();
    EXPECT_EQ(replied.size(), 0);
    EXPECT_EQ(read.size(), 0);
}

TEST_F(Desktop, a_service_may_come_later_and_go) {
    notifier->show(note(1, "nobody shows this"));
    begin(all_capabilities);
    const auto is_asked_anew = [&] {
        return QTest::qWaitFor([&] {
            notifier->show(note(999, "last"));
            return daemon->capabilities_asked == 1;
        });
    };
    ASSERT_TRUE(is_asked_anew());
    settle();
    for (const FakeDaemon::Asked& one : daemon->asked) EXPECT_EQ(one.body, "last");
    daemon.reset();
    begin({"body"});
    ASSERT_TRUE(is_asked_anew()) << "another one may be able to do other things";
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return !daemon->asked.isEmpty() && daemon->asked.last().actions.isEmpty(); }));
}

TEST_F(Desktop, a_service_that_does_not_answer_holds_nobody_up) {
    begin(all_capabilities);
    settle();
    daemon->silent = true;
    QElapsedTimer clock;
    clock.start();
    for (quint64 tag = 1; tag <= 20; ++tag) {
        notifier->show(note(tag, "one"));
        notifier->show(note(tag, "two"));
        notifier->withdraw(tag);
    }
    EXPECT_LT(clock.elapsed(), 1'000);
    EXPECT_TRUE(was_asked(21));
}

TEST_F(Desktop, what_is_shown_goes_with_the_program) {
    begin(all_capabilities);
    notifier->show(note(1, "one"));
    settle();
    notifier.reset();
    session.reset();
    EXPECT_TRUE(QTest::qWaitFor([&] { return daemon->shown.isEmpty(); }));
}

TEST_F(Desktop, a_whole_conversation_is_called_read_and_answered) {
    begin(all_capabilities);
    ChatWorld world;
    world.chat.calls()->set_notifier(notifier.get());
    world.enter_with_history("me", {});
    world.link.say(
        {"@time=2026-11-30T12:00:00.000Z;msgid=a :ada!u@h PRIVMSG #garden "
         ":me: <img src=x>"});
    ASSERT_TRUE(was_asked(1));
    EXPECT_EQ(daemon->asked[0].summary, "ada in #garden");
    EXPECT_EQ(daemon->asked[0].body, "me: &lt;img src=x&gt;");
    world.link.say({":srv MARKREAD #garden timestamp=2026-11-30T12:00:00.000Z"});
    ASSERT_TRUE(QTest::qWaitFor([&] { return daemon->shown.isEmpty(); })) << "read elsewhere";

    world.link.say({"@time=2026-11-30T12:01:00.000Z;msgid=b :ada!u@h PRIVMSG #garden :and me"});
    ASSERT_TRUE(QTest::qWaitFor([&] { return daemon->asked.size() == 2; }));
    EXPECT_EQ(world.chat.calls()->count(), 1);
    ASSERT_TRUE(QTest::qWaitFor([&] {
        emit daemon->ActionInvoked(daemon->asked[1].id, "mark-read");
        return daemon->shown.isEmpty();
    }));
    EXPECT_EQ(world.chat.calls()->count(), 0);

    world.link.say({":bob!u@h PRIVMSG me :psst"});
    ASSERT_TRUE(QTest::qWaitFor([&] { return daemon->asked.size() == 3; }));
    ASSERT_TRUE(QTest::qWaitFor([&] {
        emit daemon->ActionInvoked(daemon->asked[2].id, "reply");
        return world.chat.room() == "bob";
    }));
}

TEST_F(Desktop, a_tray_comes_and_goes) {
    TrayWatch watch(*session);
    const auto becomes = [&](bool there) {
        return QTest::qWaitFor([&] { return watch.is_there() == there; });
    };
    EXPECT_FALSE(watch.is_there());
    auto tray = std::make_unique<FakeTray>(*bus);
    EXPECT_TRUE(becomes(true));
    tray->host = false;
    emit tray->StatusNotifierHostUnregistered();
    EXPECT_TRUE(becomes(false)) << "nobody shows what is registered";
    tray->host = true;
    emit tray->StatusNotifierHostRegistered();
    EXPECT_TRUE(becomes(true));
    tray.reset();
    EXPECT_TRUE(becomes(false));
    FakeTray again(*bus);
    EXPECT_TRUE(becomes(true));
}

TEST(NoDesktop, nothing_happens_and_nobody_is_warned) {
    static QStringList warnings;
    warnings.clear();
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext&, const QString& text) { warnings << text; });
    {
        SessionBus bus("unix:path=/nowhere/at/all");
        DbusNotifier notifier(bus);
        TrayWatch tray(bus);
        notifier.show(note(1, "before it is known"));
        EXPECT_TRUE(QTest::qWaitFor([&] { return bus.state() == SessionBus::State::absent; }));
        notifier.show(note(1, "one"));
        notifier.withdraw(1);
        EXPECT_FALSE(tray.is_there());
    }
    qInstallMessageHandler(before);
    EXPECT_EQ(warnings.join('\n').toStdString(), "");
}

TEST(NoDesktop, no_bus_is_started_where_there_is_none) {
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const QByteArray folder = qgetenv("XDG_RUNTIME_DIR");
    const QTemporaryDir empty;
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", empty.path().toUtf8());
    SessionBus bus;
    EXPECT_EQ(bus.state(), SessionBus::State::absent);
    qputenv("XDG_RUNTIME_DIR", folder);
    if (!address.isEmpty()) qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    if (folder.isEmpty()) qunsetenv("XDG_RUNTIME_DIR");
}

}  // namespace
}  // namespace brusio::ui
