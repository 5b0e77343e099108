#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

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
    // Two came, and two things were said.
    EXPECT_THAT(verified.out, HasSubstr("is sound: 4 messages and events in 1 conversations"));
}

/// What a stranger reads of ann, but for the idle time, which goes on.
std::string seen_of_ann(const ServerProcess& server) {
    SocketClient eve{server.irc_port()};
    eve.line("NICK eve");
    eve.line("USER eve 0 * :eve");
    EXPECT_TRUE(eve.sees(" 422 eve "));
    eve.line("WHOIS annie");
    eve.line("WHO ann*");
    eve.line("NAMES #a");
    std::string seen;
    for (std::string line = eve.next_line(); !line.empty(); line = eve.next_line()) {
        if (line.find(" 317 ") == line.npos) seen += line + "\n";
        if (line.find(" 366 ") != line.npos) break;
    }
    return seen;
}

TEST_F(DataTest, strangers_read_of_somebody_what_they_read_before) {
    std::string before;
    for (const int end : {SIGTERM, SIGKILL, SIGTERM}) {
        ServerProcess server{options()};
        if (before.empty()) {
            SocketClient ann{server.irc_port()};
            ann.line("NICK ann");
            ann.line("USER ann 0 * :Ann of Rome");
            ann.line("REGISTER * * secret-word");
            ann.line("JOIN #a");
            ann.line("NICK annie");
            ann.line("MODE annie +iB");
            ann.line("AWAY :in the garden");
            ann.line("QUIT");
            ASSERT_TRUE(ann.sees_end());
            before = seen_of_ann(server);
            EXPECT_THAT(before, HasSubstr(" 301 eve annie :in the garden"));
            EXPECT_THAT(before, HasSubstr(" :Ann of Rome"));
            EXPECT_THAT(before, testing::Not(HasSubstr(" 319 ")));
        }
        EXPECT_EQ(seen_of_ann(server), before);
        server.signal(end);
        server.wait();
    }
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

TEST_F(DataTest, a_backup_is_checked_where_it_lies_and_restored) {
    const std::string copy = folder_.path("copy.db");
    const auto say = [this](const std::string& text) {
        ServerProcess server{options()};
        SocketClient ada = SocketClient::irc(server.irc_port(), "ada", "#a");
        SocketClient bob = SocketClient::irc(server.irc_port(), "bob", "#a");
        ada.line("PRIVMSG #a :" + text);
        EXPECT_TRUE(bob.sees("PRIVMSG #a :" + text));
        server.signal(SIGTERM);
        EXPECT_EQ(server.wait(), 0);
    };
    say("one");
    ASSERT_EQ(run({"backup", copy}).exit_code, 0);
    say("two");
    const ServerProcess::Ended verified = ServerProcess::run({"verify", copy});
    EXPECT_EQ(verified.exit_code, 0) << verified.err;
    EXPECT_THAT(verified.out, HasSubstr(copy + " is sound: 3 messages and events"));
    EXPECT_FALSE(std::filesystem::exists(copy + "-shm"));
    {
        const ServerProcess server{options()};
        const ServerProcess::Ended early = run({"restore", copy});
        EXPECT_EQ(early.exit_code, 1);
        EXPECT_THAT(early.err, HasSubstr("it holds " + data() + "/brusio.lock"));
    }
    const ServerProcess::Ended restored = run({"restore", copy});
    EXPECT_EQ(restored.exit_code, 0) << restored.err;
    EXPECT_THAT(restored.out, HasSubstr("lies in " + data() + "/before-restore-1"));
    EXPECT_THAT(run({"verify"}).out, HasSubstr("3 messages and events in 1 conversations"));
    say("three");
}

TEST_F(DataTest, a_store_that_is_gone_is_not_begun_anew_without_a_word) {
    { const ServerProcess server{options()}; }
    for (const char* how : {"not there", "empty"}) {
        for (const char* name : {"/brusio.db", "/brusio.db-wal", "/brusio.db-shm"}) {
            std::filesystem::remove(data() + name);
        }
        if (std::string{how} == "empty") folder_.put("data/brusio.db", "");
        const ServerProcess::Ended ended = run({"--listen", "irc://127.0.0.1:0"});
        EXPECT_EQ(ended.exit_code, 1);
        EXPECT_THAT(ended.err, HasSubstr(data() + "/brusio.db is " + how + ", but "));
        EXPECT_THAT(ended.err, HasSubstr("says that there was one"));
    }
}

TEST_F(DataTest, a_first_start_that_did_not_end_is_tried_again) {
    const ServerProcess other;
    const std::string taken = "irc://127.0.0.1:" + std::to_string(other.irc_port());
    EXPECT_EQ(run({"--listen", taken}).exit_code, 1);
    EXPECT_FALSE(std::filesystem::exists(data() + "/brusio.started"));
    const ServerProcess server{options()};
    EXPECT_TRUE(std::filesystem::exists(data() + "/brusio.started"));
}

TEST_F(DataTest, a_directory_that_others_may_read_is_closed_to_them) {
    std::filesystem::create_directory(data());
    std::filesystem::permissions(data(), std::filesystem::perms{0755});
    ServerProcess server{options()};
    EXPECT_TRUE(server.logs("level=warning event=data_directory_closed"));
    EXPECT_EQ(std::filesystem::status(data()).permissions(), std::filesystem::perms::owner_all);
}

TEST_F(DataTest, a_drill_as_root_leaves_the_service_its_files) {
    if (::geteuid() != 0) GTEST_SKIP() << "needs root";
    constexpr ::uid_t other = 4711;
    std::filesystem::create_directory(data());
    ASSERT_EQ(::chown(data().c_str(), other, other), 0);
    const std::string copy = folder_.path("copy.db");
    const auto check = [&] {
        for (const std::string& path : {data(), copy}) {
            struct stat found {};
            ASSERT_EQ(::stat(path.c_str(), &found), 0) << path;
            EXPECT_EQ(found.st_uid, other) << path;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator{data()}) {
            struct stat found {};
            ASSERT_EQ(::stat(entry.path().c_str(), &found), 0);
            EXPECT_EQ(found.st_uid, other) << entry.path();
        }
    };
    {
        const ServerProcess server{options()};
        ASSERT_EQ(run({"backup", copy}).exit_code, 0);
        ASSERT_EQ(run({"verify"}).exit_code, 0);
        check();
    }
    ASSERT_EQ(run({"verify"}).exit_code, 0);
    ASSERT_EQ(run({"restore", copy}).exit_code, 0);
    check();
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
