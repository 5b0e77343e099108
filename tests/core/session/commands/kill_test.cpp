#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Kill, ends_the_link_and_tells_the_neighbours) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol");
    bench.make_operator(root);
    bob.send("JOIN #a");
    carol.send("JOIN #a");
    bench.forget_all();
    EXPECT_THAT(root.ask("KILL bob :flooding"), IsEmpty());
    EXPECT_TRUE(bob.closed());
    EXPECT_THAT(carol.take(), ElementsAre(":bob!~user@192.0.2.1 QUIT :Killed (root (flooding))"));
    EXPECT_THAT(root.ask("WHOIS bob"), Contains(HasSubstr(" 401 ")));
}

TEST(Kill, the_operator_who_shares_a_room_sees_it_too) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    BenchClient& bob = bench.connect("bob");
    bench.make_operator(root);
    bob.send("JOIN #a");
    root.send("JOIN #a");
    bench.forget_all();
    EXPECT_THAT(root.ask("KILL bob :flooding"),
                ElementsAre(":bob!~user@192.0.2.1 QUIT :Killed (root (flooding))"));
}

TEST(Kill, is_for_operators_only) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
    EXPECT_THAT(alice.ask("KILL bob :x"), Contains(HasSubstr(" 481 alice ")));
    EXPECT_THAT(alice.ask("KILL nobody :x"), Contains(HasSubstr(" 481 alice ")));
    EXPECT_FALSE(bob.closed());
}

TEST(Kill, needs_no_reason_and_may_hit_the_killer) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    root.send("KILL root");
    EXPECT_TRUE(root.closed());
    EXPECT_THAT(root.take(), Contains("ERROR :Killed (root (No reason given))"));
}

TEST(Kill, of_the_server_itself_is_refused) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    EXPECT_THAT(root.ask("KILL IRC.example :x"), Contains(HasSubstr(" 483 root ")));
}

TEST(Kill, is_in_the_audit_and_in_the_log) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    bench.connect("bob");
    bench.make_operator(root);
    (void)bench.take_writes();
    (void)bench.take_events();
    root.send("KILL bob :flooding");
    const std::vector<Write> writes = bench.take_writes();
    ASSERT_EQ(writes.size(), 1U);
    const auto* audit = std::get_if<AppendAudit>(writes.data());
    ASSERT_NE(audit, nullptr);
    EXPECT_EQ(audit->entry, (AuditRecord{bench.now().wall, "root", "kill", "bob", "flooding"}));
    EXPECT_THAT(bench.take_events(), ElementsAre(HostEvent{.kind = HostEventKind::kill,
                                                           .address = "192.0.2.1",
                                                           .nick = "root",
                                                           .subject = "bob",
                                                           .reason = "flooding"}));
}

TEST(Kill, that_is_refused_leaves_no_trace) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    bench.connect("bob");
    alice.send("KILL bob :x");
    EXPECT_THAT(bench.take_writes(), IsEmpty());
    EXPECT_THAT(bench.take_events(), IsEmpty());
}

}  // namespace
}  // namespace brusio
