// The window's models over real sockets to the server that ships: everything but the pixels.
#include <gtest/gtest.h>

#include "tests/qml-client/net/program.h"

namespace brusio::ui {
namespace {

using test::Program;
using test::RealServer;

Destination to(const RealServer& server, const QString& nick, Entry entry,
               const QString& password = {}) {
    Destination destination;
    destination.port = server.port();
    destination.nick = nick;
    destination.entry = entry;
    destination.account_password = password;
    return destination;
}

TEST(AccountOnAServer, is_registered_and_is_there_in_the_next_run_with_its_rooms) {
    RealServer server;
    ASSERT_TRUE(server.start());
    {
        Program first(server, "ada");
        Destination destination = to(server, "ada", Entry::make_account, "secret-word");
        destination.remember = true;
        first.chat.go(destination);
        ASSERT_TRUE(first.gets_in()) << first.chat.problem_title().toStdString();
        EXPECT_EQ(first.chat.desk()->account(), "ada");
        first.chat.joinRoom("#garden", {});
        ASSERT_TRUE(first.is_inside("#garden"));
        first.chat.say_goodbye();
    }
    Program bob(server, "bob");
    bob.chat.go(to(server, "bob", Entry::guest));
    ASSERT_TRUE(bob.gets_in());
    bob.chat.joinRoom("#garden", {});
    ASSERT_TRUE(bob.waits_for([&] { return bob.chat.members()->count() == 2; }))
        << "ada stays in the room while she is not there";

    Program again(server, "ada");
    ASSERT_EQ(again.settings.entry(), "login");
    again.chat.go(again.settings.destination());
    ASSERT_TRUE(again.gets_in()) << again.chat.problem_title().toStdString();
    EXPECT_EQ(again.chat.desk()->account(), "ada");
    EXPECT_EQ(again.chat.nick(), "ada");
    ASSERT_TRUE(again.is_inside("#garden"));
    bob.chat.submit("welcome back");
    EXPECT_TRUE(again.reads("welcome back"));
}

TEST(AccountOnAServer, outlives_the_server_and_logs_in_by_itself_afterwards) {
    RealServer server;
    ASSERT_TRUE(server.start());
    const QString listener = QStringLiteral("irc://127.0.0.1:%1").arg(server.port());
    Program ada(server, "ada");
    ada.chat.go(to(server, "ada", Entry::make_account, "secret-word"));
    ASSERT_TRUE(ada.gets_in());
    ada.chat.joinRoom("#garden", {});
    ASSERT_TRUE(ada.is_inside("#garden"));
    server.stop();
    ASSERT_TRUE(ada.waits_for([&] { return ada.chat.phase() == "waiting"; }));
    EXPECT_EQ(ada.chat.desk()->account(), "");
    ASSERT_TRUE(server.start({listener}));
    ada.chat.tryNow();
    ASSERT_TRUE(ada.gets_in());
    EXPECT_EQ(ada.chat.desk()->account(), "ada");
    EXPECT_TRUE(ada.is_inside("#garden"));
}

TEST(AccountOnAServer, refusals_are_told_in_the_servers_words) {
    RealServer server;
    ASSERT_TRUE(server.start());
    Program ada(server, "ada");
    ada.chat.go(to(server, "ada", Entry::make_account, "short"));
    ASSERT_TRUE(ada.is_refused());
    EXPECT_EQ(ada.chat.problem_detail(), "A password has at least 8 characters (WEAK_PASSWORD)");
    ada.chat.go(to(server, "ada", Entry::make_account, "secret-word"));
    ASSERT_TRUE(ada.gets_in());

    Program eve(server, "eve");
    eve.chat.go(to(server, "ada", Entry::make_account, "another-word"));
    ASSERT_TRUE(eve.is_refused());
    EXPECT_EQ(eve.chat.problem_title(), "The name ada is taken");
    eve.chat.go(to(server, "ada", Entry::log_in, "guessed-word"));
    ASSERT_TRUE(eve.is_refused());
    EXPECT_EQ(eve.chat.problem_detail(), "Name or password is wrong (904)");
    eve.chat.go(to(server, "ada", Entry::guest));
    ASSERT_TRUE(eve.is_refused());
    EXPECT_EQ(eve.chat.problem_title(), "The nick ada is taken");
}

TEST(AccountOnAServer, a_guest_gets_one_from_within) {
    RealServer server;
    ASSERT_TRUE(server.start());
    Program ada(server, "ada");
    ada.chat.go(to(server, "ada", Entry::guest));
    ASSERT_TRUE(ada.gets_in());
    ASSERT_TRUE(ada.chat.desk()->can_register());
    ada.chat.desk()->registerAccount("", "", "short", false);
    ASSERT_TRUE(ada.waits_for([&] { return !ada.chat.desk()->busy(); }));
    EXPECT_EQ(ada.chat.desk()->problem_title(), "The server does not accept this password");
    ada.chat.desk()->registerAccount("", "", "secret-word", false);
    EXPECT_TRUE(ada.waits_for([&] { return ada.chat.desk()->account() == "ada"; }));
    EXPECT_FALSE(ada.chat.desk()->can_register());
}

}  // namespace
}  // namespace brusio::ui
