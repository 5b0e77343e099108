#include <gtest/gtest.h>
#include <signal.h>

#include <vector>

#include "tests/end-to-end/server_process.h"
#include "tests/end-to-end/socket_client.h"

namespace brusio::test {
namespace {

TEST(Operations, sigterm_says_goodbye_to_everybody_and_ends_well) {
    ServerProcess server;
    std::vector<SocketClient> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(SocketClient::irc(server.irc_port(), "user" + std::to_string(i), "#a"));
    }
    SocketClient ada{server.plain_port()};
    ASSERT_TRUE(ada.sees("Write your name"));
    server.signal(SIGTERM);
    for (SocketClient& client : clients) {
        EXPECT_TRUE(client.sees("ERROR :"));
        EXPECT_TRUE(client.sees_end());
        client.reset();
    }
    EXPECT_TRUE(ada.sees_end());
    ada.reset();
    EXPECT_EQ(server.wait(), 0);
    EXPECT_NE(server.log().find("event=stopping"), std::string::npos);
    EXPECT_NE(server.log().find("event=stopped links_dropped=0"), std::string::npos)
        << server.log();
}

TEST(Operations, a_client_that_does_not_hang_up_gets_its_goodbye_and_is_not_waited_for) {
    const TemporaryFolder folder;
    ServerProcess server{
        {"--config", folder.put("b.toml", "[limits]\ndrain_deadline = \"10m\"\n")}};
    SocketClient ann = SocketClient::irc(server.irc_port(), "ann", "#a");
    server.signal(SIGTERM);
    EXPECT_EQ(server.wait(), 0) << "it waits for the deadline";
    EXPECT_TRUE(ann.sees("ERROR :"));
    EXPECT_TRUE(ann.sees_end());
}

TEST(Operations, sigint_asked_twice_does_not_wait_for_clients_that_stay) {
    ServerProcess server;
    SocketClient ann = SocketClient::irc(server.irc_port(), "ann", "#a");
    server.signal(SIGINT);
    ASSERT_TRUE(server.logs("event=stopping"));
    server.signal(SIGINT);
    EXPECT_EQ(server.wait(), 0);
    EXPECT_TRUE(ann.sees_end());
}

TEST(Operations, sighup_takes_the_new_file_and_a_bad_one_changes_nothing) {
    const TemporaryFolder folder;
    const std::string path = folder.put("b.toml", "[server]\nmotd = \"first\"\n");
    ServerProcess server{{"--config", path}};
    SocketClient ann = SocketClient::irc(server.irc_port(), "ann", "#a");
    ann.line("MOTD");
    ASSERT_TRUE(ann.sees("first"));

    folder.put("b.toml", "[server]\nmotd = \"second\"\n");
    server.signal(SIGHUP);
    ASSERT_TRUE(server.logs("event=reloaded"));
    ann.line("MOTD");
    EXPECT_TRUE(ann.sees("second"));

    folder.put("b.toml", "[server]\nmodt = \"third\"\n");
    server.signal(SIGHUP);
    ASSERT_TRUE(server.logs("event=reload_failed"));
    EXPECT_TRUE(server.logs("b.toml:2:1: there is no key 'modt' in [server]; is 'motd' meant?"));
    ann.line("MOTD");
    EXPECT_TRUE(ann.sees("second"));
}

TEST(Operations, an_operator_logs_in_with_a_hashed_password_and_reloads) {
    const auto hashed = ServerProcess::run({"hash-password"}, "open sesame\n");
    ASSERT_EQ(hashed.exit_code, 0) << hashed.err;
    const std::string hash = hashed.out.substr(0, hashed.out.find('\n'));
    const TemporaryFolder folder;
    const std::string path =
        folder.put("b.toml", "[[operator]]\nname = \"root\"\npassword_hash = \"" + hash + "\"\n");
    ServerProcess server{{"--config", path}};
    SocketClient ann = SocketClient::irc(server.irc_port(), "ann", "#a");
    ann.line("OPER root wrong");
    EXPECT_TRUE(ann.sees(" 464 ann"));
    ann.line("OPER root :open sesame");
    EXPECT_TRUE(ann.sees(" 381 ann"));
    ann.line("REHASH");
    EXPECT_TRUE(server.logs("event=reloaded"));
    server.signal(SIGTERM);
    ann.reset();
    server.wait();
    EXPECT_EQ(server.log().find("sesame"), std::string::npos);
}

TEST(Operations, a_server_password_is_asked_of_everybody) {
    const auto hashed = ServerProcess::run({"hash-password"}, "friend\n");
    const std::string hash = hashed.out.substr(0, hashed.out.find('\n'));
    const TemporaryFolder folder;
    ServerProcess server{
        {"--config", folder.put("b.toml", "[server]\npassword_hash = \"" + hash + "\"\n")}};
    SocketClient eve{server.irc_port()};
    eve.send("PASS foe\r\nNICK eve\r\nUSER eve 0 * :eve\r\n");
    EXPECT_TRUE(eve.sees(" 464 "));
    EXPECT_TRUE(eve.sees_end());
    SocketClient ann{server.irc_port()};
    ann.send("PASS friend\r\nNICK ann\r\nUSER ann 0 * :ann\r\n");
    EXPECT_TRUE(ann.sees(" 001 ann"));
}

TEST(Operations, a_port_in_use_is_one_sentence_and_a_bad_end) {
    ServerProcess server;
    const std::string url = "irc://127.0.0.1:" + std::to_string(server.irc_port());
    const auto second = ServerProcess::run({"--ephemeral", "--listen", url});
    EXPECT_EQ(second.exit_code, 1);
    EXPECT_EQ(second.err, "brusiod: cannot listen on 127.0.0.1:" +
                              std::to_string(server.irc_port()) + ": Address already in use\n");
}

TEST(Operations, what_cannot_be_read_or_understood_is_one_sentence_and_a_bad_end) {
    const TemporaryFolder folder;
    const auto missing = ServerProcess::run({"--config", folder.put("x", "") + "/none.toml"});
    EXPECT_EQ(missing.exit_code, 1);
    EXPECT_NE(missing.err.find("cannot read"), std::string::npos);
    const std::string bad = folder.put("b.toml", "[limits]\nnick_bytes_max = 1\n");
    for (const auto& options : std::vector<std::vector<std::string>>{
             {"--config", bad}, {"check-config", bad}, {"check-config", "--config", bad}}) {
        const auto ended = ServerProcess::run(options);
        EXPECT_EQ(ended.exit_code, 1);
        EXPECT_NE(ended.err.find("b.toml:2:18: limits.nick_bytes_max"), std::string::npos)
            << ended.err;
    }
    EXPECT_EQ(ServerProcess::run({"--listen", "ftp://x"}).exit_code, 2);
}

TEST(Operations, the_printed_defaults_pass_the_check) {
    const auto defaults = ServerProcess::run({"print-defaults"});
    ASSERT_EQ(defaults.exit_code, 0);
    const TemporaryFolder folder;
    const auto checked = ServerProcess::run({"check-config", folder.put("d.toml", defaults.out)});
    EXPECT_EQ(checked.exit_code, 0) << checked.err;
    EXPECT_EQ(checked.out + checked.err, "");
}

}  // namespace
}  // namespace brusio::test
