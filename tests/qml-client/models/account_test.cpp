#include "qml-client/models/account_desk.h"

#include <gtest/gtest.h>

#include <QtCore/QFile>
#include <QtTest/QSignalSpy>

#include "qml-client/models/password_file.h"
#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;

constexpr auto owner_only = QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                            QFileDevice::ReadUser | QFileDevice::WriteUser;

Destination with_account(Entry entry, const QString& password = "secret-word") {
    Destination to = ChatWorld::guest("ada");
    to.entry = entry;
    to.account_password = password;
    return to;
}

QString password_path(const ChatWorld& world) {
    return world.folder.filePath(QStringLiteral("brusio.passwords"));
}

/// The server takes the log-in and welcomes.
void let_in(ChatWorld& world) {
    world.link.accept();
    world.link.say({":srv CAP * LS :sasl=PLAIN", ":srv CAP * ACK :sasl", "AUTHENTICATE +",
                    ":srv 900 ada ada!u@h ada :In", ":srv 903 ada :In", ":srv 001 ada :Welcome",
                    ":srv 422 ada :No MOTD"});
}

TEST(Account, a_log_in_shows_who_we_are_and_is_how_the_next_run_goes_in) {
    ChatWorld world;
    world.chat.go(with_account(Entry::log_in));
    EXPECT_EQ(world.chat.desk()->account(), "");
    let_in(world);
    EXPECT_TRUE(world.link.take_lines().contains("AUTHENTICATE AGFkYQBzZWNyZXQtd29yZA=="));
    EXPECT_TRUE(world.chat.inside());
    EXPECT_EQ(world.chat.desk()->account(), "ada");
    EXPECT_EQ(world.settings.entry(), "login");
    EXPECT_EQ(world.settings.destination().account, "ada");
    EXPECT_FALSE(world.settings.password_kept()) << "nobody asked for that";
    EXPECT_FALSE(QFile::exists(password_path(world)));
}

TEST(Account, a_password_is_remembered_when_it_worked_and_forgotten_when_asked) {
    ChatWorld world;
    Destination to = with_account(Entry::log_in);
    to.remember = true;
    world.chat.go(to);
    EXPECT_FALSE(world.settings.password_kept()) << "it may be wrong";
    let_in(world);
    EXPECT_EQ(world.settings.password(), "secret-word");
    EXPECT_EQ(QFile::permissions(password_path(world)), owner_only);
    QCoreApplication::processEvents();  // the settings are written when there is time
    QFile settings(world.folder.filePath("brusio.ini"));
    ASSERT_TRUE(settings.open(QIODevice::ReadOnly));
    EXPECT_FALSE(settings.readAll().contains("secret-word"));

    // The next run needs no password typed.
    test::ScriptedLink link;
    BrainDriver driver(link, 9);
    Chat again(driver, world.settings);
    again.go(world.settings.destination());
    link.accept();
    link.say({":srv CAP * LS :sasl=PLAIN", ":srv CAP * ACK :sasl", "AUTHENTICATE +"});
    EXPECT_TRUE(link.take_lines().contains("AUTHENTICATE AGFkYQBzZWNyZXQtd29yZA=="));

    to.remember = false;
    world.chat.go(to);
    let_in(world);
    EXPECT_FALSE(QFile::exists(password_path(world)));
}

TEST(Account, a_wrong_password_is_named_with_the_servers_words_and_the_form_comes_back) {
    ChatWorld world;
    world.chat.go(with_account(Entry::log_in, "guessed-word"));
    world.link.accept();
    world.link.say({":srv CAP * LS :sasl=PLAIN", ":srv CAP * ACK :sasl", "AUTHENTICATE +",
                    ":srv 904 ada :Name or password is wrong"});
    EXPECT_EQ(world.chat.problem_title(), "The server does not let ada log in");
    EXPECT_EQ(world.chat.problem_detail(), "Name or password is wrong (904)");
    EXPECT_EQ(world.chat.phase(), "idle");
    EXPECT_FALSE(world.chat.inside());
    EXPECT_EQ(world.link.opened_count(), 1);
}

TEST(Account, a_busy_server_after_a_break_does_not_throw_us_out) {
    ChatWorld world;
    world.chat.go(with_account(Entry::log_in));
    let_in(world);
    world.link.drop(client::DisconnectCause::reset);
    world.chat.tryNow();
    world.link.accept();
    world.link.say({":srv CAP * LS :sasl=PLAIN", ":srv CAP * ACK :sasl",
                    ":srv 904 ada :The server is busy with other log-ins"});
    EXPECT_TRUE(world.chat.inside());
    EXPECT_EQ(world.chat.phase(), "waiting");
    world.chat.tryNow();
    let_in(world);
    EXPECT_EQ(world.chat.desk()->account(), "ada");
    EXPECT_EQ(world.chat.problem_title(), "");
}

TEST(Account, is_registered_on_the_way_in) {
    ChatWorld world;
    QSignalSpy made(world.chat.desk(), &AccountDesk::made);
    Destination to = with_account(Entry::make_account);
    to.email = "ada@example.org";
    to.remember = true;
    world.chat.go(to);
    world.link.accept();
    world.link.say({":srv CAP * LS :draft/account-registration=before-connect",
                    ":srv CAP * ACK :draft/account-registration"});
    EXPECT_TRUE(world.link.take_lines().contains("REGISTER ada ada@example.org secret-word"));
    world.link.say({":srv REGISTER SUCCESS ada :Account registered", ":srv 900 ada ada!u@h ada :In",
                    ":srv 001 ada :Welcome", ":srv 422 ada :-"});
    EXPECT_EQ(made.count(), 1);
    EXPECT_TRUE(world.chat.inside());
    EXPECT_EQ(world.settings.entry(), "login");
    EXPECT_EQ(world.settings.password(), "secret-word");
    world.chat.disconnect();
    world.chat.tryNow();
    let_in(world);
    EXPECT_EQ(world.chat.desk()->account(), "ada");
    EXPECT_EQ(world.link.take_lines().filter("REGISTER").size(), 0);
}

TEST(Account, a_refused_registration_is_named_and_nothing_is_kept) {
    ChatWorld world;
    Destination to = with_account(Entry::make_account, "short");
    to.remember = true;
    world.chat.go(to);
    world.link.accept();
    world.link.say({":srv CAP * LS :draft/account-registration=before-connect",
                    ":srv CAP * ACK :draft/account-registration",
                    ":srv FAIL REGISTER WEAK_PASSWORD ada :A password has at least 8 characters"});
    EXPECT_EQ(world.chat.problem_title(), "The server does not accept this password");
    EXPECT_EQ(world.chat.problem_detail(), "A password has at least 8 characters (WEAK_PASSWORD)");
    EXPECT_EQ(world.chat.phase(), "idle");
    EXPECT_EQ(world.settings.entry(), "guest");
    EXPECT_FALSE(world.settings.password_kept());
}

TEST(Account, a_guest_registers_from_within) {
    ChatWorld world;
    world.chat.go(ChatWorld::guest("ada"));
    world.link.accept();
    world.link.say({":srv CAP * LS :draft/account-registration=custom-account-name",
                    ":srv 001 ada :Welcome", ":srv 422 ada :-"});
    AccountDesk& desk = *world.chat.desk();
    EXPECT_TRUE(desk.can_register());
    world.link.take_lines();
    desk.registerAccount("", "", "secret", true);
    EXPECT_EQ(world.link.take_lines(), QStringList{"REGISTER ada * secret"});
    EXPECT_TRUE(desk.busy());
    world.link.say({":srv FAIL REGISTER ACCOUNT_EXISTS ada :This name, or one like it, is taken"});
    EXPECT_FALSE(desk.busy());
    EXPECT_EQ(desk.problem_title(), "The name ada is taken");
    EXPECT_EQ(world.chat.problem_title(), "") << "it is the dialog's problem";
    desk.registerAccount("countess", "", "secret-word", true);
    EXPECT_EQ(desk.problem_title(), "");
    world.link.say({":srv REGISTER SUCCESS countess :Account registered"});
    EXPECT_EQ(desk.account(), "countess");
    EXPECT_FALSE(desk.can_register());
    EXPECT_EQ(world.settings.entry(), "login");
    EXPECT_EQ(world.settings.password(), "secret-word");
}

TEST(Account, the_form_of_qml_is_read) {
    const Destination to = read_destination({{"host", " irc://chat.example:7000 "},
                                             {"port", 1},
                                             {"nick", " ada "},
                                             {"entry", "register"},
                                             {"account", "countess"},
                                             {"accountPassword", " with blanks "},
                                             {"remember", true}});
    EXPECT_EQ(to.url(), "irc://chat.example:7000");
    EXPECT_EQ(to.nick, "ada");
    EXPECT_EQ(to.entry, Entry::make_account);
    EXPECT_EQ(to.account_password, " with blanks ") << "a password is what was typed";
    EXPECT_TRUE(to.remember);
    EXPECT_EQ(read_destination({{"host", "[::1]"}, {"port", 6667}}).url(), "irc://[::1]:6667");
    EXPECT_EQ(read_destination({{"host", "chat.example"}, {"port", 7001}}).port, 7001);
    EXPECT_EQ(read_destination({{"host", "a.b"}, {"port", 6697}, {"encrypted", true}}).url(),
              "ircs://a.b:6697");
    EXPECT_EQ(read_destination({{"host", "ircs://a.b"}, {"port", 1}}).url(), "ircs://a.b:6697");
    EXPECT_TRUE(read_destination({{"host", "http://chat.example"}}).host.isEmpty());
}

TEST(PasswordFile, keeps_each_place_apart_and_nobody_else_reads_it) {
    const QTemporaryDir folder;
    const PasswordFile file(folder.filePath("new/folder/x.passwords"));
    EXPECT_EQ(file.find("a"), "");
    EXPECT_TRUE(file.keep("a", "one"));
    EXPECT_TRUE(file.keep("b", QString::fromUtf8("zw\xC3\xB6lf \"2\"")));
    EXPECT_EQ(file.find("a"), "one");
    EXPECT_EQ(file.find("b"), QString::fromUtf8("zw\xC3\xB6lf \"2\""));
    EXPECT_EQ(QFile::permissions(file.path()), owner_only);
    EXPECT_TRUE(file.keep("a", ""));
    EXPECT_EQ(file.find("a"), "");
    EXPECT_NE(file.find("b"), "");
    EXPECT_TRUE(file.keep("b", ""));
    EXPECT_FALSE(QFile::exists(file.path()));
}

TEST(PasswordFile, a_file_that_was_open_to_others_is_closed_again) {
    const QTemporaryDir folder;
    const PasswordFile file(folder.filePath("x.passwords"));
    ASSERT_TRUE(file.keep("a", "one"));
    ASSERT_TRUE(QFile::setPermissions(file.path(), owner_only | QFileDevice::ReadOther));
    ASSERT_TRUE(file.keep("a", "two"));
    EXPECT_EQ(QFile::permissions(file.path()), owner_only);
}

TEST(PasswordFile, rubbish_in_it_is_no_password_and_is_replaced) {
    const QTemporaryDir folder;
    const PasswordFile file(folder.filePath("x.passwords"));
    QFile raw(file.path());
    ASSERT_TRUE(raw.open(QIODevice::WriteOnly));
    raw.write("{ \"a\": ");
    raw.close();
    EXPECT_EQ(file.find("a"), "");
    EXPECT_TRUE(file.keep("a", "one"));
    EXPECT_EQ(file.find("a"), "one");
}

TEST(Account, what_was_written_between_two_runs_is_unread) {
    QTemporaryDir folder;
    {
        ChatWorld world(folder);
        world.enter_with_history("me", {});
        world.link.say(
            {"@msgid=m1;time=2026-11-20T10:00:00.000Z :bob!u@h PRIVMSG #garden :see you"});
    }
    ChatWorld world(folder);
    world.log_in("me");
    const QStringList asked = world.link.take_lines().filter("CHATHISTORY TARGETS");
    ASSERT_EQ(asked.size(), 1);
    // Nobody has seen what was heard.
    EXPECT_TRUE(asked[0].startsWith("CHATHISTORY TARGETS timestamp=2026-11-20T09:59:59.999Z "));
    world.link.say({":srv CHATHISTORY TARGETS bob 2026-11-21T10:00:00.000Z"});
    world.page("bob", {"msgid=p1;time=2026-11-19T10:00:00.000Z :bob!u@h PRIVMSG me :before",
                       "msgid=p2;time=2026-11-21T10:00:00.000Z :bob!u@h PRIVMSG me :after"});
    const auto& rooms = world.chat.rooms()->entries();
    const auto bob = std::find_if(rooms.begin(), rooms.end(),
                                  [](const RoomEntry& entry) { return entry.name == "bob"; });
    ASSERT_NE(bob, rooms.end());
    EXPECT_EQ(bob->unread, 1);
    EXPECT_EQ(bob->preview, "after");
}

TEST(Account, a_message_that_is_taken_back_keeps_its_place_and_says_so) {
    ChatWorld world;
    world.enter_with_history("me", {"msgid=m1 :bob!u@h PRIVMSG #garden :a secret",
                                    "msgid=m2 :me!u@h PRIVMSG #garden :oops"});
    TimelineModel& timeline = *world.chat.timeline();
    const auto text = [&](int row) {
        return timeline.data(timeline.index(row), TimelineModel::BodyTextRole).toString();
    };
    const auto key = [&](int row) { return static_cast<double>(timeline.message_at(row).key); };
    EXPECT_FALSE(world.chat.canTakeBack(key(1))) << "it is not ours";
    ASSERT_TRUE(world.chat.canTakeBack(key(0)));
    world.chat.takeBack(key(0));
    EXPECT_EQ(world.link.take_lines(), QStringList{"REDACT #garden m2"});
    EXPECT_EQ(text(0), "oops") << "until the server says so";
    world.link.say({":me!u@h REDACT #garden m2", ":ada!u@h REDACT #garden m1 :not here"});
    ASSERT_EQ(timeline.count(), 2);
    EXPECT_EQ(text(0), "Message taken back");
    EXPECT_EQ(text(1), "Message taken back by ada: not here");
    EXPECT_EQ(timeline.message_at(0).kind, RowKind::redacted);
    EXPECT_FALSE(world.chat.canTakeBack(key(0)));
}

}  // namespace
}  // namespace brusio::ui
