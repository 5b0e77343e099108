#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>

#include "tests/end-to-end/server_process.h"
#include "tests/end-to-end/socket_client.h"

namespace brusio::test {
namespace {

using testing::HasSubstr;

/// A data directory and what brusiod does with it.
class DataTest : public testing::Test {
 protected:
    [[nodiscard]] std::string data() const { return folder_.path("data"); }
    [[nodiscard]] std::vector<std::string> options() const { return {"--data", data()}; }
    ServerProcess::Ended run(std::vector<std::string> words) const {
        words.insert(words.end(), {"--data", data()});
        return ServerProcess::run(words);
    }

    TemporaryFolder folder_;
};

TEST_F(DataTest, what_was_said_is_there_after_the_server) {
    {
        ServerProcess server{options()};
        SocketClient ada = SocketClient::irc(server.irc_port(), "ada", "#a");
        SocketClient bob = SocketClient::irc(server.irc_port(), "bob", "#a");
        ada.line("PRIVMSG #a :one");
        ada.line("PRIVMSG #a :two");
        ASSERT_TRUE(bob.sees("PRIVMSG #a :two"));
        server.signal(SIGKILL);
        server.wait();
    }
    const ServerProcess::Ended verified = run({"verify"});
    EXPECT_EQ(verified.exit_code, 0) << verified.err;
    EXPECT_THAT(verified.out, HasSubstr("is sound: 2 messages and events in 1 conversations"));
}

TEST_F(DataTest, is_verified_and_backed_up_while_the_server_runs) {
    ServerProcess server{options()};
    SocketClient ada = SocketClient::irc(server.irc_port(), "ada", "#a");
    SocketClient bob = SocketClient::irc(server.irc_port(), "bob", "#a");
    ada.line("PRIVMSG #a :one");
    ASSERT_TRUE(bob.sees("PRIVMSG #a :one"));
    const ServerProcess::Ended verified = run({"verify"});
    EXPECT_EQ(verified.exit_code, 0) << verified.err;
    const std::string copy = folder_.path("copy.db");
    const ServerProcess::Ended backup = run({"backup", copy});
    EXPECT_EQ(backup.exit_code, 0) << backup.err;
    EXPECT_TRUE(std::filesystem::exists(copy));
    ada.line("PRIVMSG #a :two");
    EXPECT_TRUE(bob.sees("PRIVMSG #a :two"));
    server.signal(SIGTERM);
    EXPECT_EQ(server.wait(), 0);
}

TEST_F(DataTest, a_second_server_says_who_is_there) {
    ServerProcess server{options()};
    const ServerProcess::Ended second = run({"--listen", "irc://127.0.0.1:0"});
    EXPECT_EQ(second.exit_code, 1);
    EXPECT_THAT(second.err, HasSubstr("another brusiod (process " + std::to_string(server.pid())));
}

TEST_F(DataTest, damage_is_one_sentence_at_the_start_and_for_verify) {
    std::filesystem::create_directories(data());
    folder_.put("data/brusio.db", std::string(10'000, 'x'));
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"--listen", "irc://127.0.0.1:0"}, {"verify"}}) {
        const ServerProcess::Ended ended = run(words);
        EXPECT_EQ(ended.exit_code, 1);
        EXPECT_THAT(ended.err, HasSubstr("is damaged"));
        EXPECT_THAT(ended.err, HasSubstr("Put a backup in its place"));
    }
}

TEST_F(DataTest, there_has_to_be_something_to_look_at) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"verify"}, {"backup", folder_.path("copy.db")}}) {
        const ServerProcess::Ended ended = run(words);
        EXPECT_EQ(ended.exit_code, 1);
        EXPECT_THAT(ended.err, HasSubstr("there is no store to read in " + data()));
    }
}

}  // namespace
}  // namespace brusio::test
