#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::BenchClient;
using testing_support::EngineBench;

class Oper : public testing::Test {
 protected:
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
};

TEST_F(Oper, with_the_right_password_makes_an_operator) {
    EXPECT_THAT(alice.ask("OPER root secret"),
                ElementsAre(":alice!~user@192.0.2.1 MODE alice +o",
                            ":irc.example 381 alice :You are now a server operator"));
    EXPECT_THAT(alice.ask("WHOIS alice"), Contains(HasSubstr(" 313 alice alice ")));
}

TEST_F(Oper, refuses_wrong_names_hosts_and_passwords_with_one_answer) {
    session::ServerConfig config = EngineBench::default_config();
    config.operators.push_back({"far", "hash-of-secret", "*!*@198.51.100.*"});
    EngineBench other(std::move(config));
    BenchClient& bob = other.connect("bob");
    const auto refused = ElementsAre(":irc.example 464 bob :Wrong password");
    EXPECT_THAT(bob.ask("OPER root wrong"), refused);
    EXPECT_THAT(bob.ask("OPER nobody secret"), refused);
    EXPECT_THAT(bob.ask("OPER far secret"), refused);
    EXPECT_THAT(bob.ask("OPER ROOT secret"), refused);
    EXPECT_THAT(bob.ask("MODE bob"), ElementsAre(":irc.example 221 bob +"));
}

TEST_F(Oper, asks_the_hasher_for_unknown_names_too) {
    engine::Engine& engine = bench.engine();
    for (const char* line : {"OPER root wrong\r\n", "OPER nobody wrong\r\n"}) {
        engine.handle_bytes(alice.link(), line, bench.now());
        engine::Batch batch;
        engine.take_batch(batch);
        ASSERT_EQ(batch.hash_jobs.size(), 1U) << line;
        EXPECT_EQ(std::get<CheckPassword>(batch.hash_jobs[0].work).hash, "hash-of-secret");
        engine.handle_hash_answer({batch.hash_jobs[0].id, PasswordVerdict{false}}, bench.now());
        bench.settle();
    }
    EXPECT_THAT(alice.take(), ElementsAre(":irc.example 464 alice :Wrong password",
                                          ":irc.example 464 alice :Wrong password"));
}

TEST_F(Oper, what_a_link_says_next_waits_for_the_answer) {
    alice.send_bytes("OPER root secret\r\nMODE alice\r\nOPER root secret\r\n");
    EXPECT_THAT(alice.take(),
                ElementsAre(":alice!~user@192.0.2.1 MODE alice +o", HasSubstr(" 381 alice "),
                            ":irc.example 221 alice +o", HasSubstr(" 381 alice ")));
}

TEST_F(Oper, a_link_that_goes_while_it_is_checked_is_nobody) {
    engine::Engine& engine = bench.engine();
    engine.handle_bytes(alice.link(), "OPER root secret\r\n", bench.now());
    engine::Batch batch;
    engine.take_batch(batch);
    ASSERT_EQ(batch.hash_jobs.size(), 1U);
    alice.hang_up();
    engine.handle_hash_answer({batch.hash_jobs[0].id, PasswordVerdict{true}}, bench.now());
    bench.settle();
    EXPECT_EQ(engine.counts().users, 0U);
}

TEST_F(Oper, a_busy_hasher_is_no_wrong_password) {
    bench.set_hashers(testing_support::Hashers::busy);
    EXPECT_THAT(
        alice.ask("OPER root secret"),
        ElementsAre(":irc.example NOTICE alice :The server is busy; try again in a moment"));
}

TEST_F(Oper, without_operators_nobody_becomes_one) {
    session::ServerConfig config = EngineBench::default_config();
    config.operators.clear();
    EngineBench other(std::move(config));
    BenchClient& bob = other.connect("bob");
    EXPECT_THAT(bob.ask("OPER root secret"), ElementsAre(":irc.example 464 bob :Wrong password"));
}

}  // namespace
}  // namespace brusio
