#include "core/client/registration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Registration, a_connection_is_asked_for_and_greeted) {
    ScriptedServer server;
    ClientConfig config = ScriptedServer::config();
    config.password = "open sesame";
    server.client.connect(config, server.now());
    server.collect();
    EXPECT_EQ(server.opened, 1);
    EXPECT_EQ(server.client.phase(), Phase::connecting);
    EXPECT_THAT(server.sent, IsEmpty());

    server.accept();
    EXPECT_THAT(server.sent, ElementsAre("CAP LS 302", "PASS :open sesame", "NICK ada",
                                         "USER user 0 * :A Person"));
}

TEST(Registration, a_server_without_capabilities_welcomes_as_well) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.says(":old.test 421 * CAP :Unknown command");
    server.says(":old.test 001 ada :Welcome");
    EXPECT_EQ(server.client.phase(), Phase::registering);
    server.says(":old.test 376 ada :End of MOTD");
    EXPECT_EQ(server.client.phase(), Phase::online);
    EXPECT_EQ(server.count_sent("CAP END"), 0U);
    EXPECT_THAT(server.told<ErrorRaised>(), IsEmpty());
    ASSERT_EQ(server.told<Registered>().size(), 1U);
    EXPECT_EQ(server.last<Registered>().nick, "ada");
}

TEST(Registration, a_welcome_without_end_is_taken_for_complete_after_a_while) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.says(":srv.test 001 ada :Welcome");
    server.pass(std::chrono::seconds{4});
    EXPECT_EQ(server.client.phase(), Phase::registering);
    server.pass(std::chrono::seconds{2});
    EXPECT_EQ(server.client.phase(), Phase::online);
}

TEST(Registration, everything_offered_that_we_use_is_asked_for_and_nothing_else) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.says(":srv.test CAP * LS * :message-tags sasl=PLAIN server-time");
    EXPECT_EQ(server.sent_line("CAP REQ"), "");
    server.says(":srv.test CAP * LS :batch no-implicit-names echo-message");
    EXPECT_EQ(server.sent_line("CAP REQ"), "CAP REQ :message-tags server-time batch echo-message");
    EXPECT_EQ(server.sent_line("CAP END"), "");
    server.says(":srv.test CAP * ACK :message-tags server-time batch echo-message");
    EXPECT_EQ(server.count_sent("CAP END"), 1U);
    EXPECT_THAT(server.client.capabilities(),
                ElementsAre("batch", "echo-message", "message-tags", "server-time"));
}

TEST(Registration, a_refused_request_is_repeated_one_by_one) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.says(":srv.test CAP * LS :away-notify chghost");
    server.says(":srv.test CAP * NAK :away-notify chghost");
    EXPECT_EQ(server.count_sent("CAP END"), 0U);
    server.says(":srv.test CAP * NAK :away-notify");
    server.says(":srv.test CAP * ACK :chghost");
    EXPECT_EQ(server.count_sent("CAP END"), 1U);
    EXPECT_THAT(server.client.capabilities(), ElementsAre("chghost"));
}

TEST(Registration, labels_are_not_asked_for_without_batches) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.says(":srv.test CAP * LS :labeled-response");
    EXPECT_EQ(server.sent_line("CAP REQ"), "");
    EXPECT_EQ(server.count_sent("CAP END"), 1U);
}

TEST(Registration, capabilities_come_and_go_while_online) {
    ScriptedServer server;
    server.go_online("cap-notify away-notify");
    server.says(":srv.test CAP ada NEW :chghost");
    EXPECT_EQ(server.sent_line("CAP REQ"), "CAP REQ :chghost");
    server.says(":srv.test CAP ada ACK :chghost");
    server.says(":srv.test CAP ada DEL :away-notify");
    EXPECT_THAT(server.client.capabilities(), ElementsAre("cap-notify", "chghost"));
    EXPECT_EQ(server.count_sent("CAP END"), 0U);
}

TEST(Registration, a_taken_nick_gives_way_to_the_alternatives) {
    ScriptedServer server;
    ClientConfig config = ScriptedServer::config();
    config.nick_alternatives = {"ada_", "not a nick", "countess"};
    server.dial(config);
    server.says(":srv.test 433 * ada :Nickname is already in use");
    EXPECT_EQ(server.sent.back(), "NICK ada_");
    server.says(":srv.test 432 * ada_ :Erroneous nickname");
    EXPECT_EQ(server.sent.back(), "NICK countess");
    server.says(":srv.test 001 countess :Welcome");
    server.says(":srv.test 376 countess :End");
    EXPECT_EQ(server.client.nick(), "countess");
    EXPECT_THAT(server.told<ErrorRaised>(), IsEmpty());
}

TEST(Registration, without_alternatives_the_user_is_asked_and_goes_on) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.says(":srv.test 433 * ada :Nickname is already in use");
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::nick_in_use);
    EXPECT_EQ(server.last<ErrorRaised>().error.subject, "ada");
    EXPECT_EQ(server.client.phase(), Phase::registering);

    server.client.set_nick("lovelace", server.now());
    server.collect();
    EXPECT_EQ(server.sent.back(), "NICK lovelace");
    server.welcome("");
    EXPECT_EQ(server.client.phase(), Phase::online);
    EXPECT_EQ(server.client.nick(), "lovelace");
}

TEST(Registration, a_nick_that_nobody_chose_ends_in_idle) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.says(":srv.test 433 * ada :Nickname is already in use");
    server.says("ERROR :Registration timed out");
    server.breaks();
    EXPECT_EQ(server.client.phase(), Phase::idle);
    ASSERT_TRUE(server.client.last_error().has_value());
    EXPECT_EQ(server.client.last_error()->kind, ErrorKind::nick_in_use);
}

TEST(Registration, a_wrong_password_and_a_ban_are_final) {
    for (const auto& [line, kind] : {std::pair{"464", ErrorKind::wrong_password},
                                     std::pair{"465", ErrorKind::banned_from_server}}) {
        ScriptedServer server;
        server.dial(ScriptedServer::config());
        server.says(":srv.test " + std::string(line) + " * :No entry");
        server.says("ERROR :Closing link");
        server.breaks(DisconnectCause::closed_by_peer);
        EXPECT_EQ(server.client.phase(), Phase::idle);
        EXPECT_EQ(server.client.last_error()->kind, kind);
        EXPECT_EQ(server.client.last_error()->text, "No entry");
    }
}

TEST(Registration, the_nick_of_the_welcome_counts) {
    ScriptedServer server;
    server.dial(ScriptedServer::config("averylongnickindeed"));
    server.says(":srv.test 001 averylong :Welcome");
    server.says(":srv.test 376 averylong :End");
    EXPECT_EQ(server.client.nick(), "averylong");
}

TEST(Registration, the_wanted_nick_is_taken_back_when_it_gets_free) {
    ScriptedServer server;
    ClientConfig config = ScriptedServer::config();
    config.nick_alternatives = {"ada_"};
    server.dial(config);
    server.says(":srv.test 433 * ada :In use");
    server.welcome("");
    server.let_in("#qt", "ada_ ada bob");
    server.forget();
    server.says(":bob!b@h QUIT :bye");
    EXPECT_THAT(server.sent, IsEmpty());
    server.says(":ada!a@h QUIT :Ping timeout");
    EXPECT_THAT(server.sent, ElementsAre("NICK ada"));
    server.says(":ada_!user@host NICK ada");
    EXPECT_EQ(server.client.nick(), "ada");
    EXPECT_EQ(server.last<OwnNickChanged>().nick, "ada");
}

TEST(Registration, a_nick_refused_while_online_is_an_error_and_changes_nothing) {
    ScriptedServer server;
    server.go_online("");
    server.client.set_nick("bob", server.now());
    server.collect();
    EXPECT_THAT(server.sent, ElementsAre("NICK bob"));
    server.says(":srv.test 433 ada bob :In use");
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::nick_in_use);
    EXPECT_EQ(server.last<ErrorRaised>().error.subject, "bob");
    EXPECT_EQ(server.client.nick(), "ada");
}

TEST(Registration, a_server_that_says_nothing_is_given_up) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.pass(std::chrono::seconds{31});
    EXPECT_EQ(server.closed, 1);
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::timed_out);
}

TEST(Registration, a_nick_that_cannot_be_sent_is_refused_at_once) {
    ScriptedServer server;
    server.client.connect(ScriptedServer::config("two words"), server.now());
    server.collect();
    EXPECT_EQ(server.client.phase(), Phase::idle);
    EXPECT_EQ(server.opened, 0);
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::nick_invalid);
}

}  // namespace
}  // namespace brusio::client::test
