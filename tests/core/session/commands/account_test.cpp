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
using testing_support::over_tls;

class Account : public testing::Test {
 protected:
    Account() {
        alice.send("REGISTER * * secret-word");
        bench.forget_all();
        static_cast<void>(bench.take_writes());
    }
    BenchClient& second_session() {
        BenchClient& client = bench.open(over_tls());
        client.send("PASS alice:secret-word");
        client.send("NICK phone");
        client.send("USER a 0 * :A");
        bench.forget_all();
        return client;
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "standard-replies", over_tls());
};

TEST_F(Account, password_is_changed_by_those_who_know_it) {
    EXPECT_THAT(alice.ask("ACCOUNT PASSWORD wrong-word another-word"),
                ElementsAre(HasSubstr("FAIL ACCOUNT INVALID_CREDENTIALS")));
    EXPECT_THAT(alice.ask("ACCOUNT PASSWORD secret-word short"),
                ElementsAre(HasSubstr("FAIL ACCOUNT WEAK_PASSWORD alice")));
    EXPECT_THAT(bench.take_writes(), testing::IsEmpty());
    EXPECT_THAT(alice.ask("account password secret-word another-word"),
                ElementsAre(HasSubstr("NOTE ACCOUNT PASSWORD_CHANGED")));
    const std::vector<Write> writes = bench.take_writes();
    ASSERT_EQ(writes.size(), 2U);
    EXPECT_EQ(std::get<SaveAccount>(writes[0]).account.password_hash, "hash-of-another-word");
}

TEST_F(Account, may_be_deleted) {
    EXPECT_THAT(alice.ask("ACCOUNT DELETE wrong-word"),
                ElementsAre(HasSubstr("FAIL ACCOUNT INVALID_CREDENTIALS")));
    EXPECT_THAT(
        alice.ask("ACCOUNT DELETE secret-word"),
        ElementsAre(HasSubstr("NOTE ACCOUNT DELETED alice"),
                    ":irc.example 901 alice alice!~user@192.0.2.1 :You are now logged out"));
    const std::vector<Write> writes = bench.take_writes();
    ASSERT_EQ(writes.size(), 2U);
    EXPECT_EQ(std::get<AppendAudit>(writes[0]).entry.action, "account_delete");
    EXPECT_TRUE(std::holds_alternative<RemoveAccount>(writes[1]));
    EXPECT_THAT(alice.ask("ACCOUNT SESSIONS"), ElementsAre(HasSubstr("ACCOUNT_REQUIRED")));
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"), Contains(HasSubstr("SUCCESS")));
}

TEST_F(Account, lists_and_closes_its_sessions) {
    BenchClient& phone = second_session();
    bench.advance(std::chrono::seconds{5});
    EXPECT_THAT(alice.ask("ACCOUNT SESSIONS"),
                ElementsAre(":irc.example NOTE ACCOUNT SESSION 1 * 192.0.2.1 :Session 1 from "
                            "192.0.2.1 over TLS, here for 5 seconds, this one",
                            ":irc.example NOTE ACCOUNT SESSION 2 - 192.0.2.1 :Session 2 from "
                            "192.0.2.1 over TLS, here for 5 seconds"));
    EXPECT_THAT(alice.ask("ACCOUNT LOGOUT 9"), ElementsAre(HasSubstr("NO_SUCH_SESSION")));
    EXPECT_THAT(alice.ask("ACCOUNT LOGOUT 1"), ElementsAre(HasSubstr("NO_SUCH_SESSION")));
    EXPECT_FALSE(phone.closed());
    EXPECT_THAT(alice.ask("ACCOUNT LOGOUT 2"), ElementsAre(HasSubstr("LOGGED_OUT 1")));
    EXPECT_TRUE(phone.closed());
    EXPECT_THAT(alice.ask("ACCOUNT LOGOUT *"), ElementsAre(HasSubstr("LOGGED_OUT 0")));
    EXPECT_FALSE(alice.closed());
}

TEST_F(Account, that_another_session_deletes_in_the_meantime_is_nobodys) {
    BenchClient& phone = second_session();
    engine::Engine& engine = bench.engine();
    engine.handle_bytes(alice.link(), "ACCOUNT DELETE secret-word\r\n", bench.now());
    engine.handle_bytes(phone.link(), "ACCOUNT PASSWORD secret-word another-word\r\n", bench.now());
    bench.settle();
    EXPECT_THAT(phone.take(), Contains(HasSubstr(" 901 ")));
    EXPECT_THAT(phone.ask("ACCOUNT SESSIONS"), ElementsAre(HasSubstr("Log in first")));
    EXPECT_THAT(phone.ask("ACCOUNT NONSENSE"), ElementsAre(HasSubstr("Log in first")));
}

TEST_F(Account, knows_its_subcommands) {
    EXPECT_THAT(alice.ask("ACCOUNT NONSENSE"), ElementsAre(HasSubstr("UNKNOWN_SUBCOMMAND")));
    for (const char* line : {"ACCOUNT PASSWORD x", "ACCOUNT DELETE", "ACCOUNT LOGOUT"}) {
        EXPECT_THAT(alice.ask(line), ElementsAre(HasSubstr(" 461 alice ACCOUNT "))) << line;
    }
}

}  // namespace
}  // namespace brusio
