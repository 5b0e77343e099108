// The window's program is killed between sending a message and hearing of it: the message is in the
// room once.
#include <gtest/gtest.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QProcess>
#include <csignal>

#include <poll.h>
#include <sys/socket.h>

#include "qml-client/app/client_stores.h"
#include "tests/qml-client/net/program.h"

namespace brusio::ui {
namespace {

using test::Program;
using test::RealServer;

constexpr char text[] = "said once";
constexpr char before_it_leaves[] = "before";
constexpr char after_it_left[] = "after";

Destination to_account(int port, const QString& name, Entry entry) {
    Destination destination;
    destination.port = port;
    destination.nick = name;
    destination.entry = entry;
    destination.account_password = "secret-word";
    return destination;
}

/// Ends its program without a word when a message is about to leave, or when its echo stands at the
/// door and was not let in.
struct DeadlyLink : SocketLink {
    QByteArray when;

    void send(const QByteArray& bytes) override {
        if (!bytes.contains(text)) return SocketLink::send(bytes);
        if (when == after_it_left) {
            SocketLink::send(bytes);
            auto* const socket = findChild<QAbstractSocket*>();
            while (socket->bytesToWrite() > 0) socket->waitForBytesWritten();
            wait_for_echo(static_cast<int>(socket->socketDescriptor()));
        }
        ::raise(SIGKILL);
    }
    static void wait_for_echo(int socket) {
        const QDeadlineTimer deadline(test::patience_ms);
        QByteArray seen(64 * 1024, '\0');
        ssize_t bytes = 0;
        while (!deadline.hasExpired()) {
            pollfd door{socket, POLLIN, 0};
            ::poll(&door, 1, 10);
            bytes = ::recv(socket, seen.data(), static_cast<std::size_t>(seen.size()),
                           MSG_PEEK | MSG_DONTWAIT);
            if (bytes > 0 && seen.left(bytes).contains(text)) return;
        }
    }
};

// Runs in a process of its own, started by the tests below.
TEST(KilledClient, DISABLED_says_something_and_dies) {
    ClientSettings settings(qEnvironmentVariable("KILLED_SETTINGS"));
    DeadlyLink link;
    link.when = qgetenv("KILLED_WHEN");
    BrainDriver driver(link, 5);
    ClientStores stores(store_folder(qEnvironmentVariable("KILLED_SETTINGS")));
    Chat chat(driver, settings);
    chat.set_store_opener(&stores);
    chat.go(to_account(qEnvironmentVariableIntValue("KILLED_PORT"), "ada", Entry::log_in));
    ASSERT_TRUE(QTest::qWaitFor([&] { return chat.membership() == "inside"; }, test::patience_ms));
    chat.submit(text);
    FAIL() << "it is still alive";
}

struct KilledClient : testing::TestWithParam<const char*> {
    RealServer server;

    [[nodiscard]] bool runs_until_it_is_killed(const QString& settings) const {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("KILLED_SETTINGS", settings);
        environment.insert("KILLED_PORT", QString::number(server.port()));
        environment.insert("KILLED_WHEN", GetParam());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(),
                    {"--gtest_also_run_disabled_tests",
                     "--gtest_filter=KilledClient.DISABLED_says_something_and_dies"});
        return QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; },
                               test::patience_ms) &&
               child.exitStatus() == QProcess::CrashExit;
    }
    static int count(Program& program) {
        TimelineModel& timeline = *program.chat.timeline();
        int count = 0;
        for (int row = 0; row < timeline.count(); ++row) {
            count += timeline.message_at(row).text == text ? 1 : 0;
        }
        return count;
    }
};

TEST_P(KilledClient, comes_back_and_the_message_is_in_the_room_once) {
    ASSERT_TRUE(server.start());
    {
        Program first(server, "ada");
        first.chat.go(to_account(server.port(), "ada", Entry::make_account));
        ASSERT_TRUE(first.gets_in()) << first.chat.problem_title().toStdString();
        first.chat.joinRoom("#garden", {});
        ASSERT_TRUE(first.is_inside("#garden"));
        first.chat.say_goodbye();
    }
    Program bob(server, "bob");
    bob.chat.go(to_account(server.port(), "bob", Entry::make_account));
    ASSERT_TRUE(bob.gets_in());
    bob.chat.joinRoom("#garden", {});
    ASSERT_TRUE(bob.is_inside("#garden"));

    ASSERT_TRUE(runs_until_it_is_killed(server.path("ada.ini")));
    if (GetParam() == QByteArray(after_it_left)) {
        EXPECT_TRUE(bob.reads(text));
    }

    Program ada(server, "ada");
    ada.chat.go(to_account(server.port(), "ada", Entry::log_in));
    EXPECT_EQ(ada.chat.unsent_count(), 1);
    ASSERT_TRUE(ada.gets_in()) << ada.chat.problem_title().toStdString();
    ASSERT_TRUE(ada.waits_for([&] { return ada.chat.unsent_count() == 0; }));
    EXPECT_TRUE(bob.reads(text));
    ada.chat.submit("and then more");
    ASSERT_TRUE(bob.reads("and then more"));
    EXPECT_EQ(count(bob), 1);
    EXPECT_EQ(count(ada), 1);

    Program elsewhere(server, "ada-elsewhere");
    elsewhere.chat.go(to_account(server.port(), "ada", Entry::log_in));
    ASSERT_TRUE(elsewhere.gets_in());
    ASSERT_TRUE(elsewhere.is_inside("#garden"));
    ASSERT_TRUE(elsewhere.reads("and then more")) << "from the history";
    EXPECT_EQ(count(elsewhere), 1);
}

INSTANTIATE_TEST_SUITE_P(Moments, KilledClient, testing::Values(before_it_leaves, after_it_left));

}  // namespace
}  // namespace brusio::ui
