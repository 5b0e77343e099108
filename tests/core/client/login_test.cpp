#include "core/client/login.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/wire/base64.h"
#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view password = "secret-word";

ClientConfig with_account(AccountEntry entry = AccountEntry::log_in, std::string name = "ada") {
    ClientConfig config = ScriptedServer::config();
    config.account = {std::move(name), Secret{std::string(password)}, entry, {}};
    return config;
}

/// Up to the point where the server wants the response.
void offer_sasl(ScriptedServer& server, std::string_view list = "sasl=PLAIN,SCRAM-SHA-256") {
    server.says(":srv.test CAP * LS :" + std::string(list));
    server.says(":srv.test CAP * ACK :sasl");
}

void log_in(ScriptedServer& server) {
    offer_sasl(server);
    server.says("AUTHENTICATE +");
    server.says(":srv.test 900 ada ada!u@host ada :You are now logged in as ada");
    server.says(":srv.test 903 ada :Welcome back");
    server.welcome("");
}

/// Every text that the client lets out but to the server.
std::string told_text(const ScriptedServer& server) {
    std::string text;
    for (const ClientEvent& event : server.events) text += describe(event) + "\n";
    return text;
}

TEST(Login, the_talk_ends_only_when_the_account_is_ours) {
    ScriptedServer server;
    server.dial(with_account());
    server.says(":srv.test CAP * LS :away-notify sasl=PLAIN,SCRAM-SHA-256");
    EXPECT_EQ(server.sent.back(), "CAP REQ :away-notify sasl");
    server.says(":srv.test CAP * ACK :away-notify sasl");
    EXPECT_EQ(server.sent.back(), "AUTHENTICATE PLAIN");
    server.says("AUTHENTICATE +");
    EXPECT_EQ(server.sent.back(),
              "AUTHENTICATE " + wire::encode_base64(std::string_view{"\0ada\0secret-word", 16}));
    server.says(":srv.test 900 ada ada!u@host Ada :You are now logged in as Ada");
    EXPECT_EQ(server.client.account(), "Ada");
    EXPECT_EQ(server.last<AccountChanged>().account, "Ada");
    EXPECT_EQ(server.count_sent("CAP END"), 0U);
    server.says(":srv.test 903 ada :You are who you say");
    EXPECT_EQ(server.sent.back(), "CAP END");
    server.welcome("");
    EXPECT_EQ(server.client.phase(), Phase::online);
    EXPECT_EQ(server.count_sent("CAP END"), 1U);
    EXPECT_THAT(server.told<ErrorRaised>(), IsEmpty());
}

TEST(Login, who_wants_no_account_asks_for_nothing) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.says(":srv.test CAP * LS :sasl=PLAIN draft/account-registration=before-connect");
    EXPECT_EQ(server.count_sent("CAP REQ"), 0U);
    EXPECT_EQ(server.sent.back(), "CAP END");
}

TEST(Login, a_long_response_goes_in_pieces_and_a_full_last_one_is_followed_by_a_plus) {
    for (const std::size_t bytes : {200U, 295U, 595U, 600U}) {
        ScriptedServer server;
        ClientConfig config = with_account();
        config.account.password = Secret{std::string(bytes, 'x')};
        server.dial(config);
        offer_sasl(server);
        server.forget();
        server.says("AUTHENTICATE +");
        std::string text;
        std::size_t last = 400;
        for (const std::string& line : server.sent) {
            const std::string piece = line.substr(std::string_view{"AUTHENTICATE "}.size());
            EXPECT_EQ(last, 400U) << "a short piece was not the last";
            last = piece == "+" ? 0 : piece.size();
            EXPECT_LE(last, 400U);
            if (piece != "+") text += piece;
        }
        EXPECT_LT(last, 400U);
        EXPECT_EQ(wire::decode_base64(text),
                  std::string(1, '\0') + "ada" + '\0' + std::string(bytes, 'x'));
    }
}

TEST(Login, a_password_does_not_go_where_others_can_read_along) {
    for (const AccountEntry entry : {AccountEntry::log_in, AccountEntry::make_first}) {
        ScriptedServer server;
        server.privacy = LinkPrivacy::exposed;
        server.dial(with_account(entry));
        EXPECT_THAT(server.sent, IsEmpty());
        EXPECT_EQ(server.closed, 1);
        EXPECT_EQ(server.client.phase(), Phase::idle);
        EXPECT_EQ(server.client.last_error()->kind, ErrorKind::login_needs_privacy);
        EXPECT_FALSE(server.client.next_deadline().has_value());
    }
}

TEST(Login, a_wrong_password_is_told_and_not_tried_again) {
    for (const std::string_view code : {"902", "904", "905", "906"}) {
        ScriptedServer server;
        server.dial(with_account());
        offer_sasl(server);
        server.says("AUTHENTICATE +");
        server.says(":srv.test " + std::string(code) + " ada :Name or password is wrong");
        EXPECT_EQ(server.client.phase(), Phase::idle) << code;
        EXPECT_EQ(server.closed, 1);
        const ClientError error = *server.client.last_error();
        EXPECT_EQ(error.kind, ErrorKind::login_refused);
        EXPECT_EQ(error.subject, "ada");
        EXPECT_EQ(error.code, code);
        EXPECT_EQ(error.text, "Name or password is wrong");
        server.pass(seconds{600});
        EXPECT_EQ(server.opened, 1);
    }
}

TEST(Login, a_session_that_is_logged_in_already_goes_on) {
    ScriptedServer server;
    server.dial(with_account());
    offer_sasl(server);
    server.says(":srv.test 907 ada :You are logged in already");
    EXPECT_EQ(server.sent.back(), "CAP END");
    server.welcome("");
    EXPECT_EQ(server.client.phase(), Phase::online);
}

TEST(Login, a_server_that_cannot_log_us_in_is_not_entered_as_a_guest) {
    const auto error_after = [](const std::vector<std::string_view>& lines) {
        ScriptedServer server;
        server.dial(with_account());
        server.says_all(lines);
        EXPECT_EQ(server.client.phase(), Phase::idle);
        EXPECT_EQ(server.count_sent("CAP END"), 0U);
        return server.client.last_error()->kind;
    };
    const ErrorKind none = ErrorKind::login_not_offered;
    EXPECT_EQ(error_after({":s CAP * LS :away-notify", ":s CAP * ACK :away-notify"}), none);
    EXPECT_EQ(error_after({":s CAP * LS :"}), none);
    EXPECT_EQ(error_after({":s CAP * LS :sasl=EXTERNAL", ":s CAP * ACK :sasl"}), none);
    EXPECT_EQ(error_after({":s CAP * LS :sasl", ":s CAP * NAK :sasl"}), none);
    EXPECT_EQ(error_after({":s CAP * LS :sasl", ":s CAP * ACK :sasl",
                           ":s 908 * SCRAM-SHA-256 :are the ways", ":s 904 * :Not offered"}),
              none);
    EXPECT_EQ(error_after({":old 421 * CAP :Unknown command", ":old 001 ada :Welcome"}), none);
}

TEST(Login, every_connection_logs_in_again) {
    ScriptedServer server;
    server.dial(with_account());
    log_in(server);
    for (int round = 0; round < 3; ++round) {
        server.breaks();
        EXPECT_EQ(server.client.account(), "");
        EXPECT_EQ(server.last<AccountChanged>().account, "");
        server.pass(seconds{31});
        server.accept();
        server.forget();
        log_in(server);
        EXPECT_EQ(server.client.phase(), Phase::online);
        EXPECT_EQ(server.client.account(), "ada");
        EXPECT_EQ(server.count_sent("AUTHENTICATE"), 2U);
    }
}

TEST(Login, a_password_that_worked_is_tried_again_while_the_server_is_busy_but_not_for_ever) {
    ScriptedServer server;
    ClientConfig config = with_account();
    config.limits.login_refusals_max = 3;
    server.dial(config);
    log_in(server);
    server.breaks();
    const auto refuse = [&server] {
        server.pass(seconds{31});
        server.accept();
        offer_sasl(server);
        server.says(":srv.test 904 * :The server is busy with other log-ins");
    };
    for (int i = 0; i < 3; ++i) {
        refuse();
        EXPECT_EQ(server.client.phase(), Phase::waiting);
    }
    server.pass(seconds{31});
    server.accept();
    log_in(server);
    EXPECT_EQ(server.client.phase(), Phase::online) << "success starts the count anew";
    server.breaks();
    for (int i = 0; i < 3; ++i) refuse();
    EXPECT_EQ(server.client.phase(), Phase::waiting);
    refuse();
    EXPECT_EQ(server.client.phase(), Phase::idle);
}

TEST(Login, a_log_out_by_the_server_is_told) {
    ScriptedServer server;
    server.dial(with_account());
    log_in(server);
    server.says(":srv.test 901 ada ada!u@h :You are now logged out");
    EXPECT_EQ(server.client.account(), "");
    EXPECT_EQ(server.client.phase(), Phase::online);
}

TEST(Login, names_and_passwords_that_cannot_be_sent_are_refused_at_once) {
    const auto refuse = [](std::string name, std::string secret, AccountEntry entry) {
        ScriptedServer server;
        ClientConfig config = ScriptedServer::config();
        config.account = {std::move(name), Secret{std::move(secret)}, entry, {}};
        server.client.connect(config, server.now());
        server.collect();
        EXPECT_EQ(server.opened, 0);
        return server.last<ErrorRaised>().error.kind;
    };
    EXPECT_EQ(refuse("ada", "", AccountEntry::log_in), ErrorKind::login_refused);
    EXPECT_EQ(refuse("a b", "pass-word", AccountEntry::log_in), ErrorKind::login_refused);
    EXPECT_EQ(refuse("ada", std::string("a\0b", 3), AccountEntry::log_in),
              ErrorKind::login_refused);
    EXPECT_EQ(refuse("a b", "pass-word", AccountEntry::make_first), ErrorKind::account_not_made);
    EXPECT_EQ(refuse("ada", "pass\nword", AccountEntry::make_first),
              ErrorKind::account_password_poor);
    EXPECT_EQ(refuse("ada", std::string(500, 'x'), AccountEntry::make_first),
              ErrorKind::account_password_poor);
}

TEST(Login, no_event_and_no_log_line_holds_the_password) {
    ScriptedServer server;
    ClientConfig config = with_account(AccountEntry::make_first);
    config.protocol_log = ProtocolLog::on;
    server.dial(config);
    server.says(":srv.test CAP * LS :draft/account-registration=before-connect");
    server.says(":srv.test CAP * ACK :draft/account-registration");
    EXPECT_EQ(server.sent.back(), "REGISTER ada * secret-word");
    server.says(":srv.test REGISTER SUCCESS ada :Account registered");
    server.welcome("");
    server.breaks();
    server.pass(seconds{31});
    server.accept();
    log_in(server);
    const std::string told = told_text(server);
    EXPECT_THAT(told, HasSubstr("REGISTER ada"));
    EXPECT_THAT(told, HasSubstr("AUTHENTICATE ***"));
    EXPECT_THAT(told, Not(HasSubstr(std::string(password))));
    EXPECT_THAT(told, Not(HasSubstr(wire::encode_base64(std::string(password)).substr(0, 12))));
}

TEST(NewAccount, is_made_before_the_welcome_where_the_server_allows_it) {
    ScriptedServer server;
    ClientConfig config = with_account(AccountEntry::make_first);
    config.account.email = "ada@example.org";
    config.account.password = Secret{":two words"};
    server.dial(config);
    server.says(
        ":srv.test CAP * LS :draft/account-registration=before-connect,custom-account-name");
    server.says(":srv.test CAP * ACK :draft/account-registration");
    EXPECT_EQ(server.sent.back(), "REGISTER ada ada@example.org ::two words");
    server.says(":srv.test REGISTER SUCCESS ada :Account registered");
    EXPECT_EQ(server.sent.back(), "CAP END");
    EXPECT_EQ(server.last<AccountMade>().account, "ada");
    server.says(":srv.test 900 ada ada!u@host ada :You are now logged in as ada");
    EXPECT_EQ(server.told<AccountChanged>().size(), 1U);
    server.welcome("");
    EXPECT_EQ(server.client.phase(), Phase::online);

    server.breaks();
    server.pass(seconds{2});
    server.accept();
    server.forget();
    offer_sasl(server);
    server.says("AUTHENTICATE +");
    EXPECT_EQ(server.sent.back(),
              "AUTHENTICATE " + wire::encode_base64(std::string_view{"\0ada\0:two words", 15}));
    EXPECT_EQ(server.count_sent("REGISTER"), 0U);
}

TEST(NewAccount, is_made_after_the_welcome_where_it_must) {
    for (const bool told_late : {false, true}) {
        ScriptedServer server;
        server.dial(with_account(AccountEntry::make_first));
        server.says(told_late ? ":srv.test CAP * LS :draft/account-registration=before-connect"
                              : ":srv.test CAP * LS :draft/account-registration");
        server.says(":srv.test CAP * ACK :draft/account-registration");
        if (told_late) {
            server.says(":srv.test FAIL REGISTER COMPLETE_CONNECTION_REQUIRED * :Connect first");
        }
        EXPECT_EQ(server.sent.back(), "CAP END");
        server.forget();
        server.welcome("");
        EXPECT_EQ(server.sent_line("REGISTER"), "REGISTER ada * secret-word");
        server.says(":srv.test REGISTER SUCCESS ada :Account registered");
        EXPECT_EQ(server.client.account(), "ada");
        EXPECT_THAT(server.told<AccountNotMade>(), IsEmpty());
    }
}

TEST(NewAccount, a_refusal_is_named_and_ends_the_attempt) {
    for (const auto& [code, kind] :
         {std::pair{"ACCOUNT_EXISTS", ErrorKind::account_exists},
          std::pair{"WEAK_PASSWORD", ErrorKind::account_password_poor},
          std::pair{"UNACCEPTABLE_PASSWORD", ErrorKind::account_password_poor},
          std::pair{"TEMPORARILY_UNAVAILABLE", ErrorKind::account_not_made}}) {
        ScriptedServer server;
        server.dial(with_account(AccountEntry::make_first));
        server.says(":srv.test CAP * LS :draft/account-registration=before-connect");
        server.says(":srv.test CAP * ACK :draft/account-registration");
        server.says(":srv.test FAIL REGISTER " + std::string(code) + " ada :Not so");
        EXPECT_EQ(server.client.phase(), Phase::idle) << code;
        EXPECT_EQ(server.last<AccountNotMade>().error.kind, kind);
        EXPECT_EQ(server.client.last_error()->kind, kind);
        EXPECT_EQ(server.client.last_error()->text, "Not so");
        EXPECT_EQ(server.client.last_error()->code, code);
    }
}

TEST(NewAccount, a_code_that_is_asked_for_is_told) {
    ScriptedServer server;
    server.dial(with_account(AccountEntry::make_first));
    server.says(":srv.test CAP * LS :draft/account-registration=before-connect");
    server.says(":srv.test CAP * ACK :draft/account-registration");
    server.says(":srv.test REGISTER VERIFICATION_REQUIRED ada :A code was sent");
    EXPECT_EQ(server.client.phase(), Phase::idle);
    EXPECT_EQ(server.client.last_error()->kind, ErrorKind::account_needs_code);
    EXPECT_EQ(server.client.last_error()->text, "A code was sent");
}

TEST(NewAccount, needs_a_server_that_has_accounts_and_a_nick_that_is_free) {
    ScriptedServer without;
    without.dial(with_account(AccountEntry::make_first));
    without.says(":srv.test CAP * LS :away-notify");
    without.says(":srv.test CAP * ACK :away-notify");
    EXPECT_EQ(without.client.last_error()->kind, ErrorKind::login_not_offered);

    ScriptedServer taken;
    taken.dial(with_account(AccountEntry::make_first));
    taken.says(":srv.test 433 * ada :Nickname is in use");
    taken.says(":srv.test CAP * LS :draft/account-registration=before-connect");
    taken.says(":srv.test CAP * ACK :draft/account-registration");
    EXPECT_EQ(taken.count_sent("REGISTER"), 0U);
    EXPECT_EQ(taken.client.phase(), Phase::idle);
    EXPECT_EQ(taken.client.last_error()->kind, ErrorKind::nick_in_use);
}

TEST(NewAccount, a_guest_who_is_online_can_ask_for_one) {
    ScriptedServer server;
    server.go_online("away-notify draft/account-registration=custom-account-name");
    EXPECT_TRUE(server.client.can_register_account());
    server.client.register_account("*", "*", Secret{std::string(password)}, server.now());
    server.collect();
    EXPECT_THAT(server.sent, ElementsAre("REGISTER ada * secret-word"));
    EXPECT_FALSE(server.client.can_register_account());
    server.says(":srv.test FAIL REGISTER WEAK_PASSWORD ada :Longer, please");
    EXPECT_EQ(server.last<AccountNotMade>().error.text, "Longer, please");
    EXPECT_EQ(server.client.phase(), Phase::online);
    EXPECT_THAT(server.told<ErrorRaised>(), IsEmpty());

    server.client.register_account("countess", "a@b.c", Secret{"other-word"}, server.now());
    server.says(":srv.test REGISTER SUCCESS countess :Account registered");
    EXPECT_EQ(server.last<AccountMade>().account, "countess");
    EXPECT_EQ(server.client.account(), "countess");
    EXPECT_EQ(server.client.config().account.name, "countess");
    EXPECT_FALSE(server.client.can_register_account());
    server.breaks();
    server.pass(seconds{2});
    server.accept();
    offer_sasl(server);
    EXPECT_EQ(server.sent.back(), "AUTHENTICATE PLAIN");
}

TEST(NewAccount, an_answer_that_the_link_took_along_is_told_as_none) {
    ScriptedServer server;
    server.go_online("draft/account-registration");
    server.client.register_account("*", "*", Secret{std::string(password)}, server.now());
    server.breaks();
    EXPECT_EQ(server.last<AccountNotMade>().error.kind, ErrorKind::connection_lost);
    EXPECT_TRUE(server.client.config().account.name.empty());
}

TEST(NewAccount, is_not_asked_for_where_it_cannot_be) {
    const auto ask = [](ScriptedServer& server) {
        EXPECT_FALSE(server.client.can_register_account());
        server.client.register_account("*", "*", Secret{std::string(password)}, server.now());
        server.collect();
        EXPECT_EQ(server.count_sent("REGISTER"), 0U);
        return server.last<AccountNotMade>().error.kind;
    };
    ScriptedServer offline;
    EXPECT_EQ(ask(offline), ErrorKind::account_not_made) << "there is no nick yet";
    ScriptedServer without;
    without.go_online("away-notify");
    EXPECT_EQ(ask(without), ErrorKind::login_not_offered);
    ScriptedServer exposed;
    exposed.privacy = LinkPrivacy::exposed;
    exposed.go_online("draft/account-registration");
    EXPECT_EQ(ask(exposed), ErrorKind::login_needs_privacy);
}

TEST(Login, a_server_for_accounts_only_says_so_and_is_left_alone) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.says(":srv.test FAIL * ACCOUNT_REQUIRED :Log in to connect");
    server.says("ERROR :Closing link");
    server.breaks(DisconnectCause::closed_by_peer);
    EXPECT_EQ(server.client.phase(), Phase::idle);
    EXPECT_EQ(server.client.last_error()->kind, ErrorKind::registration_refused);
}

}  // namespace
}  // namespace brusio::client::test
