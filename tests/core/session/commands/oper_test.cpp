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

TEST_F(Oper, is_taken_where_nobody_reads_along) {
    session::ServerConfig config = EngineBench::default_config();
    config.oper_needs_tls = true;
    EngineBench other(std::move(config));
    BenchClient& bob = other.connect("bob");
    EXPECT_THAT(bob.ask("OPER root secret"),
                ElementsAre(":irc.example 491 bob :Operators log in over TLS: connect with it "
                            "first"));
    BenchClient& eve = other.connect("eve", {}, testing_support::over_tls());
    EXPECT_THAT(eve.ask("OPER root secret"), Contains(HasSubstr(" 381 eve ")));
    testing_support::LinkOptions near;
    near.loopback = true;
    BenchClient& ann = other.connect("ann", {}, near);
    EXPECT_THAT(ann.ask("OPER root secret"), Contains(HasSubstr(" 381 ann ")));
}

TEST_F(Oper, without_a_mask_is_for_this_machine_alone) {
    session::ServerConfig config = EngineBench::default_config();
    config.operators.front().mask.clear();
    EngineBench other(std::move(config));
    BenchClient& bob = other.connect("bob", {}, testing_support::over_tls());
    EXPECT_THAT(bob.ask("OPER root secret"), Contains(HasSubstr(" 464 ")));
    testing_support::LinkOptions near;
    near.loopback = true;
    BenchClient& ann = other.connect("ann", {}, near);
    EXPECT_THAT(ann.ask("OPER root secret"), Contains(HasSubstr(" 381 ann ")));
}

TEST_F(Oper, is_on_record_right_or_wrong) {
    alice.send("OPER root wrong");
    EXPECT_THAT(bench.take_writes(), testing::IsEmpty());
    alice.send("OPER root secret");
    const auto writes = bench.take_writes();
    ASSERT_EQ(writes.size(), 1U);
    const AuditRecord& entry = std::get<AppendAudit>(writes[0]).entry;
    EXPECT_EQ(entry, (AuditRecord{bench.now().wall, "root", "oper", "alice!~user@192.0.2.1",
                                  "192.0.2.1"}));
    const HostEvent failed{HostEventKind::oper_failed, {}, "192.0.2.1", "alice", "root", {}};
    const HostEvent in{HostEventKind::oper, {}, "192.0.2.1", "alice", "root", {}};
    EXPECT_THAT(bench.take_events(), ElementsAre(failed, in));
}

TEST_F(Oper, who_is_no_longer_configured_is_none_after_a_reload) {
    bench.make_operator(alice);
    auto config = EngineBench::default_config();
    config.operators.front().name = "other";
    bench.engine().handle_reload(config, bench.now());
    bench.settle();
    EXPECT_THAT(alice.take(), ElementsAre(":irc.example MODE alice -o"));
    EXPECT_THAT(alice.ask("REHASH"), ElementsAre(HasSubstr(" 481 alice ")));
}

TEST_F(Oper, of_a_class_may_what_the_class_may) {
    session::ServerConfig config = EngineBench::default_config();
    config.operator_classes.push_back({"helper", {session::Privilege::kill}});
    config.operators.front().class_name = "helper";
    bench.engine().handle_reload(config, bench.now());
    bench.make_operator(alice);
    EXPECT_THAT(alice.ask("REHASH"),
                ElementsAre(":irc.example 723 alice rehash :Your operator class may not do that"));
    EXPECT_THAT(alice.ask("WALLOPS :x"), ElementsAre(HasSubstr(" 723 alice wallops ")));
    bench.connect("bob");
    EXPECT_THAT(alice.ask("KILL bob :x"), testing::IsEmpty());
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
