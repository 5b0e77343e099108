#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>

#include "tests/end-to-end/server_process.h"
#include "tests/end-to-end/socket_client.h"

namespace brusio::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// `brusiod account` and `brusiod audit`, with a server and without one.
class AccountDeskTest : public testing::Test {
 protected:
    [[nodiscard]] std::string data() const { return folder_.path("data"); }
    [[nodiscard]] std::vector<std::string> options() const { return {"--data", data()}; }
    ServerProcess::Ended run(std::vector<std::string> words, std::string_view input = {}) const {
        words.insert(words.end(), {"--data", data()});
        return ServerProcess::run(words, input);
    }
    /// What was said, with the exit code before it.
    std::string desk(std::vector<std::string> words, std::string_view input = {}) const {
        words.insert(words.begin(), "account");
        const ServerProcess::Ended ended = run(std::move(words), input);
        return std::to_string(ended.exit_code) + " " + ended.out + ended.err;
    }
    static bool logs_in(const ServerProcess& server, const std::string& account,
                        const std::string& word, SocketClient& client) {
        client.line("PASS " + account + ":" + word);
        client.line("NICK " + account);
        client.line("USER u 0 * :u");
        return client.sees(" 900 ") && client.sees(" 001 ") && server.pid() > 0;
    }

    TemporaryFolder folder_;
};

TEST_F(AccountDeskTest, makes_and_changes_accounts_without_a_server) {
    EXPECT_THAT(desk({"list"}), HasSubstr("1 brusiod: there is no store to read in " + data()));
    EXPECT_FALSE(std::filesystem::exists(data()));
    EXPECT_EQ(desk({"add", "alice", "--email", "a@example.org"}, "secret-word\n"),
              "0 the account alice is there now\n");
    EXPECT_THAT(desk({"add", "Alice"}, "secret-word\n"), HasSubstr("1 brusiod: this name, or one"));
    EXPECT_THAT(desk({"add", "bob"}, "short\n"), HasSubstr("at least 8"));
    EXPECT_EQ(desk({"list"}), "0 alice\n1 accounts\n");
    EXPECT_THAT(desk({"info", "alice"}), HasSubstr("e-mail      a@example.org\n"));
    EXPECT_THAT(desk({"suspend", "alice", "--reason", "a\nb"}), HasSubstr("1 brusiod: a "));
    EXPECT_THAT(desk({"suspend", "alice", "--reason", "away"}), HasSubstr("0 alice is suspended"));
    EXPECT_EQ(desk({"list"}), "0 alice suspended\n1 accounts\n");
    EXPECT_THAT(desk({"resume", "alice"}), HasSubstr("0 alice may be used again"));
    EXPECT_EQ(desk({"certs", "alice"}), "0 0 certificates log into alice\n");
    const ServerProcess::Ended audit = run({"audit"});
    EXPECT_THAT(audit.out, HasSubstr("event=account_add actor="));
    EXPECT_THAT(audit.out, HasSubstr("@control subject=alice detail=away\n"));
    EXPECT_THAT(audit.out, Not(HasSubstr("secret-word")));
    EXPECT_EQ(desk({"delete", "alice"}), "0 the account alice is gone\n");
    EXPECT_THAT(desk({"info", "alice"}), HasSubstr("there is no such account"));
    EXPECT_EQ(run({"verify"}).exit_code, 0);
}

TEST_F(AccountDeskTest, a_running_server_does_it_and_ends_the_sessions) {
    ASSERT_THAT(desk({"add", "alice"}, "secret-word\n"), HasSubstr("0 "));
    ServerProcess server{options()};
    SocketClient alice{server.irc_port()};
    ASSERT_TRUE(logs_in(server, "alice", "secret-word", alice));
    EXPECT_EQ(desk({"add", "bob"}, "another-word\n"), "0 the account bob is there now\n");
    SocketClient bob{server.irc_port()};
    EXPECT_TRUE(logs_in(server, "bob", "another-word", bob));
    EXPECT_EQ(desk({"list"}), "0 alice on line (1)\nbob on line (1)\n2 accounts\n");
    EXPECT_THAT(desk({"suspend", "alice", "--reason", "too loud"}), HasSubstr("0 alice is "));
    EXPECT_TRUE(alice.sees("Your account is suspended: too loud"));
    EXPECT_TRUE(server.logs("event=account_changed account=alice"));
    EXPECT_THAT(desk({"delete", "bob"}), HasSubstr("0 the account bob is gone"));
    EXPECT_TRUE(bob.sees("Your account was deleted"));
    EXPECT_THAT(desk({"password", "nobody"}, "another-word\n"),
                HasSubstr("1 brusiod: there is no"));
    EXPECT_THAT(run({"audit"}).out, HasSubstr("event=account_delete"));
    EXPECT_THAT(server.log(), Not(HasSubstr("secret-word")));
    server.signal(SIGKILL);
    server.wait();
    // The socket of a server that was killed is nobody's.
    EXPECT_EQ(desk({"list"}), "0 alice suspended\n1 accounts\n");
    ServerProcess again{options()};
    EXPECT_EQ(desk({"resume", "alice"}), "0 alice may be used again\n");
    again.signal(SIGTERM);
    EXPECT_EQ(again.wait(), 0);
    EXPECT_FALSE(std::filesystem::exists(data() + "/brusio.control"));
}

TEST_F(AccountDeskTest, the_socket_is_for_its_owner_and_root_and_patient_with_nobody) {
    const ServerProcess server{options()};
    const std::string path = data() + "/brusio.control";
    struct stat found {};
    ASSERT_EQ(::stat(path.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 07777U, 0600U);
    const auto answer = [&](std::string_view text) {
        const int peer = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        EXPECT_EQ(::connect(peer, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        EXPECT_GE(::send(peer, text.data(), text.size(), MSG_NOSIGNAL), 0);
        ::shutdown(peer, SHUT_WR);
        std::string got(1000, '\0');
        got.resize(static_cast<std::size_t>(
            std::max<ssize_t>(0, ::recv(peer, got.data(), got.size(), MSG_WAITALL))));
        ::close(peer);
        return got;
    };
    EXPECT_EQ(answer("verb list\n\n"), "done\n- 0 accounts\n\n");
    EXPECT_THAT(answer("verb list\n"), HasSubstr("no question"));
    EXPECT_THAT(answer("GET / HTTP/1.1\r\n\r\n"), HasSubstr("no question"));
    EXPECT_THAT(answer(""), HasSubstr("no question"));
    EXPECT_EQ(answer("verb list\n\n"), "done\n- 0 accounts\n\n");
}

TEST_F(AccountDeskTest, names_of_directories_may_be_long) {
    const std::string deep = data() + "/" + std::string(150, 'd');
    const ServerProcess server{{"--data", deep}};
    const ServerProcess::Ended ended = ServerProcess::run({"account", "list", "--data", deep});
    EXPECT_EQ(ended.out, "0 accounts\n") << ended.err;
}

}  // namespace
}  // namespace brusio::test
