// One window for each user: the second start raises the first.
#include <gtest/gtest.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <future>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "qml-client/desktop/one_instance.h"

namespace brusio::ui {
namespace {

struct Starts : testing::Test {
    QTemporaryDir folder;

    [[nodiscard]] std::unique_ptr<OneInstance> instance(const QString& settings = "a.ini") {
        return std::make_unique<OneInstance>(folder.path(), folder.filePath(settings));
    }
    /// A start of another program, while this one lives on.
    [[nodiscard]] OneInstance::Start start_elsewhere(const QString& address,
                                                     const QString& settings = "a.ini") {
        auto other = std::async(std::launch::async, [&] {
            OneInstance late(folder.path(), folder.filePath(settings));
            return late.start(address);
        });
        EXPECT_TRUE(QTest::qWaitFor(
            [&] { return other.wait_for(std::chrono::seconds(0)) == std::future_status::ready; },
            20'000));
        return other.get();
    }
};

TEST_F(Starts, the_second_hands_its_address_over) {
    auto first = instance();
    QSignalSpy asked(first.get(), &OneInstance::asked);
    ASSERT_EQ(first->start("irc://unused"), OneInstance::Start::first);
    EXPECT_EQ(asked.size(), 0);
    EXPECT_EQ(start_elsewhere("ircs://chat.example/#garden"), OneInstance::Start::handed_over);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].toString(), "ircs://chat.example/#garden");
    EXPECT_EQ(start_elsewhere(""), OneInstance::Start::handed_over);
    ASSERT_EQ(asked.size(), 2);
    EXPECT_EQ(asked[1][0].toString(), "") << "the window alone";
}

TEST_F(Starts, other_settings_are_another_window) {
    auto first = instance();
    ASSERT_EQ(first->start(""), OneInstance::Start::first);
    auto second = instance("b.ini");
    EXPECT_EQ(second->start(""), OneInstance::Start::first);
    EXPECT_NE(first->path(), second->path());
}

TEST_F(Starts, a_window_that_has_ended_leaves_the_place) {
    auto first = instance();
    ASSERT_EQ(first->start(""), OneInstance::Start::first);
    first.reset();
    auto second = instance();
    EXPECT_EQ(second->start(""), OneInstance::Start::first);
}

TEST_F(Starts, what_a_killed_window_left_is_no_window) {
    auto late = instance();
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    const QByteArray path = late->path().toLocal8Bit();
    ASSERT_LT(size_t(path.size()), sizeof place.sun_path);
    std::copy(path.begin(), path.end(), place.sun_path);
    ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&place), sizeof place), 0);
    ::close(socket);
    ASSERT_TRUE(QFileInfo::exists(late->path()));
    EXPECT_EQ(late->start(""), OneInstance::Start::first);
    EXPECT_EQ(start_elsewhere("irc://h"), OneInstance::Start::handed_over);
}

TEST_F(Starts, a_window_that_hangs_does_not_hold_the_next_one_up_for_ever) {
    auto late = instance();
    QLocalServer deaf;
    ASSERT_TRUE(deaf.listen(late->path()));
    QElapsedTimer clock;
    clock.start();
    EXPECT_EQ(late->start("irc://h"), OneInstance::Start::alone);
    EXPECT_LT(clock.elapsed(), 8'000);
}

TEST_F(Starts, nobody_but_the_user_may_come_near) {
    auto first = instance();
    ASSERT_EQ(first->start(""), OneInstance::Start::first);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    EXPECT_FALSE(QFileInfo(first->path()).permissions() & others);
}

TEST_F(Starts, strange_visitors_are_sent_away) {
    auto first = instance();
    ASSERT_EQ(first->start(""), OneInstance::Start::first);
    QSignalSpy asked(first.get(), &OneInstance::asked);
    for (const QByteArray& said :
         {QByteArray("GET / HTTP/1.1\r\n"), QByteArray(100'000, 'x'), QByteArray("\n")}) {
        QLocalSocket visitor;
        visitor.connectToServer(first->path());
        ASSERT_TRUE(visitor.waitForConnected());
        visitor.write(said);
        EXPECT_TRUE(QTest::qWaitFor([&] {
            return visitor.state() == QLocalSocket::UnconnectedState;
        })) << said.left(20).toStdString();
    }
    EXPECT_EQ(asked.size(), 0);
    EXPECT_EQ(start_elsewhere("irc://h"), OneInstance::Start::handed_over);
}

TEST_F(Starts, an_address_is_one_line_whatever_it_holds) {
    auto first = instance();
    ASSERT_EQ(first->start(""), OneInstance::Start::first);
    QSignalSpy asked(first.get(), &OneInstance::asked);
    EXPECT_EQ(start_elsewhere("irc://h/#a\nbrusio show irc://evil"),
              OneInstance::Start::handed_over);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_FALSE(asked[0][0].toString().contains('\n'));
    EXPECT_EQ(start_elsewhere(QString("irc://h/").leftJustified(9'000, 'x')),
              OneInstance::Start::handed_over);
}

TEST(OneInstance, without_a_folder_of_the_user_every_window_is_alone) {
    OneInstance first("", "a.ini");
    EXPECT_EQ(first.start("irc://h"), OneInstance::Start::alone);
    OneInstance second("/nowhere/at/all", "a.ini");
    EXPECT_EQ(second.start("irc://h"), OneInstance::Start::alone);
}

}  // namespace
}  // namespace brusio::ui
