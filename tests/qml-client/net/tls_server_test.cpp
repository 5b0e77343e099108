// TLS from the window's socket to the server that ships, with the certificate it makes for itself.
#include <gtest/gtest.h>

#include <QtCore/QRegularExpression>

#include "tests/qml-client/net/program.h"

namespace brusio::ui {
namespace {

using test::Program;
using test::RealServer;

Destination over_tls(const RealServer& server, const QString& scheme = QStringLiteral("ircs")) {
    Destination destination;
    destination.port = server.port(scheme);
    destination.encrypted = true;
    destination.nick = QStringLiteral("ada");
    return destination;
}

struct TlsToAServer : testing::Test {
    RealServer server;
    void SetUp() override { ASSERT_TRUE(server.start({QStringLiteral("ircs://127.0.0.1:0")})); }

    [[nodiscard]] static bool is_asked(Program& program) {
        return program.waits_for([&] { return program.chat.question()->is_open(); });
    }
};

TEST_F(TlsToAServer, an_unknown_certificate_is_a_question_and_the_answer_is_remembered) {
    {
        Program first(server, "ada");
        CertificateQuestion& question = *first.chat.question();
        first.chat.go(over_tls(server));
        ASSERT_TRUE(is_asked(first));
        EXPECT_EQ(first.chat.phase(), "idle") << "nothing is tried while the question stands";
        EXPECT_EQ(first.chat.problem_title(), "The server's certificate is not trusted");
        EXPECT_FALSE(question.certificate_changed());
        EXPECT_EQ(question.server(), QStringLiteral("127.0.0.1:%1").arg(server.port("ircs")));
        const QRegularExpression pairs("^([0-9A-F]{2}[:\n]){31}[0-9A-F]{2}$");
        EXPECT_TRUE(pairs.match(question.fingerprint()).hasMatch())
            << question.fingerprint().toStdString();
        EXPECT_TRUE(server.said(question.fingerprint().remove(':').remove('\n').toLower()))
            << "it is the one that the server's log tells";
        EXPECT_TRUE(question.flaws().startsWith("Nobody that this computer trusts"));
        question.trust();
        ASSERT_TRUE(first.gets_in()) << first.chat.problem_detail().toStdString();
        EXPECT_FALSE(question.is_open());
        EXPECT_EQ(first.chat.problem_title(), "");
        first.chat.say_goodbye();
    }
    Program second(server, "ada");
    EXPECT_TRUE(second.settings.server_encrypted());
    second.chat.go(second.settings.destination());
    ASSERT_TRUE(second.gets_in());
    second.chat.joinRoom("#garden", {});
    EXPECT_TRUE(second.is_inside("#garden"));
}

TEST_F(TlsToAServer, a_certificate_that_changed_is_said_aloud_and_keeps_us_out) {
    Program ada(server, "ada");
    ada.settings.trust(QStringLiteral("127.0.0.1:%1").arg(server.port("ircs")),
                       QByteArray(64, '0'));
    ada.chat.go(over_tls(server));
    ASSERT_TRUE(is_asked(ada));
    EXPECT_TRUE(ada.chat.question()->certificate_changed());
    EXPECT_EQ(ada.chat.phase(), "idle");
    ada.chat.question()->dismiss();
    EXPECT_FALSE(ada.chat.question()->is_open());
    EXPECT_FALSE(ada.chat.inside());
    ada.chat.go(over_tls(server));
    ASSERT_TRUE(is_asked(ada)) << "no is not yes the next time";
    EXPECT_TRUE(ada.chat.question()->certificate_changed());
}

TEST_F(TlsToAServer, another_port_of_the_same_machine_is_another_server) {
    Program ada(server, "ada");
    ada.chat.go(over_tls(server));
    ASSERT_TRUE(is_asked(ada));
    ada.chat.question()->trust();
    ASSERT_TRUE(ada.gets_in());
    RealServer other;
    ASSERT_TRUE(other.start({QStringLiteral("ircs://127.0.0.1:0")}));
    ada.chat.go(over_tls(other));
    ASSERT_TRUE(is_asked(ada));
    EXPECT_FALSE(ada.chat.question()->certificate_changed());
}

TEST_F(TlsToAServer, an_account_is_made_and_logged_in_to) {
    Program ada(server, "ada");
    Destination destination = over_tls(server);
    destination.entry = Entry::make_account;
    destination.account_password = "secret-word";
    ada.chat.go(destination);
    ASSERT_TRUE(is_asked(ada));
    ada.chat.question()->trust();
    ASSERT_TRUE(ada.gets_in()) << ada.chat.problem_title().toStdString();
    EXPECT_EQ(ada.chat.desk()->account(), "ada");
    ada.chat.disconnect();
    ada.chat.tryNow();
    ASSERT_TRUE(ada.gets_in());
    EXPECT_EQ(ada.chat.desk()->account(), "ada");
}

TEST(TlsToNoTls, is_named) {
    RealServer server;
    ASSERT_TRUE(server.start());
    Program ada(server, "ada");
    ada.chat.go(over_tls(server, "irc"));
    EXPECT_TRUE(ada.waits_for([&] {
        return ada.chat.problem_title() == "No secure connection could be made";
    })) << ada.chat.problem_title().toStdString();
    EXPECT_FALSE(ada.chat.question()->is_open());
}

}  // namespace
}  // namespace brusio::ui
