#include "core/client/login_scram.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/wire/base64.h"
#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A log-in by SCRAM up to where the driver is asked for the proof; the driver is the test.
class Scram : public testing::Test {
 protected:
    void begin(std::string_view login_scram_offer = "sasl=PLAIN,SCRAM-SHA-256",
               std::string nonce = "chance") {
        ClientConfig config = ScriptedServer::config();
        config.account = {"ada", Secret{"pencil"}, AccountEntry::log_in, {}};
        config.scram_nonce = std::move(nonce);
        server.dial(config);
        server.says(":srv.test CAP * LS :" + std::string(login_scram_offer));
        server.says(":srv.test CAP * ACK :sasl");
    }
    void challenge(std::string_view text) {
        server.client.handle_bytes("AUTHENTICATE " + wire::encode_base64(text) + "\r\n",
                                   server.now());
        task = {};
        for (ClientOutput& output : server.client.take_output()) {
            if (auto* asked = std::get_if<ProveSecret>(&output)) task = *asked;
            if (auto* bytes = std::get_if<SendBytes>(&output)) answer = bytes->bytes;
            if (std::holds_alternative<CloseConnection>(output)) ++server.closed;
        }
        server.collect();
    }
    /// Up to the point where the server must prove itself.
    void prove() {
        begin();
        server.says("AUTHENTICATE +");
        challenge("r=chance-1server,s=c2FsdA==,i=4096");
        server.client.handle_proof(task.number, {"the proof", "the signature"}, server.now());
        server.collect();
    }

    ScriptedServer server;
    ProveSecret task;
    std::string answer;
};

TEST_F(Scram, is_preferred_where_it_is_offered_and_the_driver_can) {
    begin();
    EXPECT_EQ(server.sent.back(), "AUTHENTICATE SCRAM-SHA-256");
}

TEST_F(Scram, is_not_tried_elsewhere) {
    for (const auto& [login_scram_offer, nonce] : {std::pair{"sasl=PLAIN,SCRAM-SHA-256", ""},
                                                   {"sasl=PLAIN,SCRAM-SHA-1", "chance"},
                                                   {"sasl", "chance"}}) {
        server = ScriptedServer{};
        begin(login_scram_offer, nonce);
        EXPECT_EQ(server.sent.back(), "AUTHENTICATE PLAIN") << login_scram_offer;
    }
}

TEST_F(Scram, says_what_the_specification_wants_and_never_the_password) {
    prove();
    EXPECT_EQ(task.password.reveal(), "pencil");
    EXPECT_EQ(task.salt, "salt");
    EXPECT_EQ(task.iterations, 4096U);
    EXPECT_EQ(task.auth_message,
              "n=ada,r=chance-1,r=chance-1server,s=c2FsdA==,i=4096,c=biws,r=chance-1server");
    EXPECT_EQ(server.sent.back(),
              "AUTHENTICATE " + wire::encode_base64("c=biws,r=chance-1server,p=" +
                                                    wire::encode_base64("the proof")));
    challenge("v=" + wire::encode_base64("the signature"));
    EXPECT_EQ(answer, "AUTHENTICATE +\r\n");
    server.says(":srv.test 900 ada ada!u@host ada :In");
    server.says(":srv.test 903 ada :In");
    EXPECT_EQ(server.sent.back(), "CAP END");
    server.welcome("");
    EXPECT_EQ(server.client.phase(), Phase::online);
    const std::string plain = wire::encode_base64(std::string_view{"\0ada\0pencil", 11});
    for (const std::string& line : server.sent) EXPECT_THAT(line, Not(HasSubstr(plain)));
}

TEST_F(Scram, each_link_has_a_nonce_of_its_own) {
    begin();
    server.says("AUTHENTICATE +");
    EXPECT_EQ(server.sent.back(), "AUTHENTICATE " + wire::encode_base64("n,,n=ada,r=chance-1"));
    server.breaks();
    server.client.reconnect_now(server.now());
    server.collect();
    server.accept();
    server.says(":srv.test CAP * LS :sasl=SCRAM-SHA-256");
    server.says(":srv.test CAP * ACK :sasl");
    server.says("AUTHENTICATE +");
    EXPECT_EQ(server.sent.back(), "AUTHENTICATE " + wire::encode_base64("n,,n=ada,r=chance-2"));
}

TEST_F(Scram, a_server_that_cannot_prove_itself_is_left) {
    for (const std::string_view last : {"v=d3Jvbmc=", "e=other-error", "v="}) {
        server = ScriptedServer{};
        prove();
        challenge(last);
        EXPECT_EQ(server.client.phase(), Phase::idle) << last;
        EXPECT_EQ(server.client.last_error()->kind, ErrorKind::login_refused);
        EXPECT_EQ(server.closed, 1);
    }
}

TEST_F(Scram, nor_may_it_leave_its_proof_out) {
    for (const std::string_view instead : {":srv.test 903 ada :In", "AUTHENTICATE +"}) {
        server = ScriptedServer{};
        prove();
        server.says(instead);
        EXPECT_EQ(server.client.phase(), Phase::idle) << instead;
        EXPECT_EQ(server.closed, 1);
    }
}

TEST_F(Scram, a_challenge_that_makes_the_proof_cheap_or_endless_is_refused) {
    for (const std::string_view first :
         {"r=chance-1x,s=c2FsdA==,i=1", "r=chance-1x,s=c2FsdA==,i=4000000000",
          "r=other,s=c2FsdA==,i=4096", "nonsense"}) {
        server = ScriptedServer{};
        begin();
        server.says("AUTHENTICATE +");
        challenge(first);
        EXPECT_EQ(task.number, 0U) << first;
        EXPECT_EQ(server.client.phase(), Phase::idle) << first;
    }
}

TEST_F(Scram, a_proof_that_comes_too_late_does_no_harm) {
    begin();
    server.says("AUTHENTICATE +");
    challenge("r=chance-1server,s=c2FsdA==,i=4096");
    server.breaks();
    server.client.handle_proof(task.number, {"the proof", "the signature"}, server.now());
    server.collect();
    EXPECT_EQ(server.client.phase(), Phase::waiting);
    EXPECT_EQ(server.count_sent("AUTHENTICATE"), 2U);
}

TEST_F(Scram, a_wrong_password_is_told) {
    prove();
    server.says(":srv.test 904 ada :Name or password is wrong");
    EXPECT_EQ(server.client.last_error()->kind, ErrorKind::login_refused);
    EXPECT_EQ(server.client.last_error()->code, "904");
}

}  // namespace
}  // namespace brusio::client::test
