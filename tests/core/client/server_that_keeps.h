#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {

inline constexpr std::string_view history_offer =
    "batch message-tags server-time labeled-response echo-message sasl=PLAIN draft/chathistory "
    "brusio/exactly-once";

/// A client with an account and a device, on a server that keeps history and says things once.
class ServerThatKeeps : public testing::Test {
 public:
    static ClientConfig config() {
        ClientConfig config = ScriptedServer::config();
        config.account = {"ada", Secret{"secret-word"}, AccountEntry::log_in, {}};
        config.device = "desk7";
        return config;
    }

 protected:
    enum class AfterLogin { forget, remember };
    void log_in(std::string_view capabilities = history_offer,
                AfterLogin after = AfterLogin::forget) {
        server.says(":srv.test CAP * LS :" + std::string(capabilities));
        server.says(":srv.test CAP * ACK :" +
                    server.sent_line("CAP REQ").substr(std::string_view{"CAP REQ :"}.size()));
        server.says("AUTHENTICATE +");
        server.says(":srv.test 900 ada ada!u@host ada :You are now logged in as ada");
        server.says(":srv.test 903 ada :Welcome back");
        server.says(":srv.test 001 ada :Welcome");
        server.says(":srv.test 422 ada :No MOTD");
        if (after == AfterLogin::forget) server.forget();
    }
    void go_online() {
        server.dial(config());
        log_in();
    }
    void come_back(std::string_view capabilities = history_offer) {
        server.breaks();
        server.pass(std::chrono::seconds{40});
        server.accept();
        log_in(capabilities);
    }
    void enter_room() { server.says(":ada!u@host JOIN #a"); }
    /// The history that the client has asked for: its lines, and the end of the batch.
    void answer(const std::vector<std::string>& lines, const std::string& target = "#a") {
        server.says(":srv.test BATCH +h chathistory " + target);
        for (const std::string& line : lines) server.says("@batch=h;" + line);
        server.says(":srv.test BATCH -h");
    }
    MessageId say(std::string_view text) {
        const MessageId id = server.client.send_message("#a", text, server.now()).front();
        server.collect();
        return id;
    }
    /// The program ends and starts anew, with what it had not settled, and dials.
    void start_again() {
        std::vector<Message> left;
        for (const MessagePtr& message : server.client.unsent()) left.push_back(*message);
        ScriptedServer next{2};
        ClientConfig fresh = config();
        fresh.device = "desk8";
        fresh.rooms = {{"#a", ""}};
        next.dial(fresh);
        next.client.restore_unsent(left, next.now());
        std::swap(next, server);
    }

    ScriptedServer server;
};

}  // namespace brusio::client::test
