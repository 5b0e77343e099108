#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

class PassLogin : public testing::Test {
 protected:
    PassLogin() {
        BenchClient& alice = bench.connect("alice", {}, over_tls());
        alice.send("REGISTER * * secret-word");
        alice.send("QUIT");
    }
    std::vector<std::string> arrive(BenchClient& client, const std::string& pass) {
        client.send("PASS " + pass);
        client.send("NICK alice");
        return client.ask("USER a 0 * :A");
    }

    EngineBench bench;
};

TEST_F(PassLogin, logs_in_for_those_who_know_nothing_else) {
    BenchClient& client = bench.open(over_tls());
    EXPECT_THAT(arrive(client, "alice:secret-word"),
                testing::AllOf(Contains(HasSubstr(" 900 alice ")), Contains(HasSubstr(" 001 "))));
}

TEST_F(PassLogin, a_wrong_password_closes_the_link) {
    for (const char* pass : {"alice:wrong", "nobody:secret-word", "alice:"}) {
        BenchClient& client = bench.open(over_tls());
        EXPECT_THAT(arrive(client, pass), Contains(HasSubstr(" 464 alice "))) << pass;
        EXPECT_TRUE(client.closed());
    }
}

TEST_F(PassLogin, is_refused_where_others_could_read_it) {
    BenchClient& client = bench.open();
    EXPECT_THAT(arrive(client, "alice:secret-word"), Contains(HasSubstr(" 464 alice ")));
    EXPECT_TRUE(client.closed());
}

TEST_F(PassLogin, says_so_when_the_server_is_busy) {
    BenchClient& client = bench.open(over_tls());
    bench.set_hashers(testing_support::Hashers::busy);
    EXPECT_THAT(arrive(client, "alice:secret-word"),
                Contains("ERROR :The server is busy; try again in a moment"));
    EXPECT_TRUE(client.closed());
}

TEST_F(PassLogin, the_nick_does_not_matter_to_who_is_here_already) {
    BenchClient& quicker = bench.open(over_tls());
    BenchClient& client = bench.open(over_tls());
    client.send("PASS alice:secret-word");
    client.send("NICK nobody");
    bench.engine().handle_bytes(client.link(), "USER a 0 * :A\r\n", bench.now());
    bench.engine().handle_bytes(quicker.link(), "NICK nobody\r\nUSER b 0 * :B\r\n", bench.now());
    bench.settle();
    EXPECT_THAT(client.take(), Contains(HasSubstr(" 001 alice ")));
}

TEST_F(PassLogin, another_nick_does_not_ask_for_the_password_again) {
    session::ServerConfig config = EngineBench::default_config();
    config.accounts.stay_in_rooms = false;
    EngineBench other(std::move(config));
    other.connect("alice", {}, over_tls()).send("REGISTER * * secret-word");
    EngineBench after{EngineBench::After{other}};
    BenchClient& quicker = after.open(over_tls());
    BenchClient& client = after.open(over_tls());
    client.send("PASS alice:secret-word");
    client.send("NICK nobody");
    after.engine().handle_bytes(client.link(), "USER a 0 * :A\r\n", after.now());
    after.engine().handle_bytes(quicker.link(), "NICK nobody\r\nUSER b 0 * :B\r\n", after.now());
    after.settle();
    EXPECT_THAT(client.take(), Contains(HasSubstr(" 433 ")));
    after.set_hashers(testing_support::Hashers::busy);
    EXPECT_THAT(client.ask("NICK alice"), Contains(HasSubstr(" 001 alice ")));
}

}  // namespace
}  // namespace brusio
