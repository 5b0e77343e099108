#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/wire/base64.h"
#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::Hashers;
using testing_support::over_tls;

session::ServerConfig with_program() {
    session::ServerConfig config = EngineBench::default_config();
    config.accounts.program_answers = true;
    return config;
}

/// A program (see fake_hashing.h) knows the people of a school.
class AuthProgram : public testing::Test {
 protected:
    explicit AuthProgram(session::ServerConfig config = with_program())
        : bench(std::move(config)) {}

    std::vector<std::string> plain(BenchClient& client, std::string_view name,
                                   std::string_view password) {
        client.send("AUTHENTICATE PLAIN");
        static_cast<void>(client.take());
        std::string text{'\0'};
        text += name;
        text += '\0';
        text += password;
        return client.ask("AUTHENTICATE " + wire::encode_base64(text));
    }
    std::vector<std::string> plain(std::string_view name, std::string_view password) {
        return plain(bench.open(over_tls()), name, password);
    }
    std::vector<std::string> pass(const std::string& name, const std::string& password) {
        BenchClient& client = bench.open(over_tls());
        client.send("PASS " + name + ":" + password);
        client.send("NICK " + name);
        return client.ask("USER a 0 * :A");
    }

    EngineBench bench;
};

TEST_F(AuthProgram, lets_people_in_who_get_an_account_by_it) {
    EXPECT_THAT(plain("ann", "program-word"),
                AllOf(Contains(HasSubstr(" 900 ")), Contains(HasSubstr(" 903 "))));
    std::string deeds;
    for (const Write& write : bench.take_writes()) {
        if (const auto* audit = std::get_if<AppendAudit>(&write)) deeds += audit->entry.action;
        if (const auto* save = std::get_if<SaveAccount>(&write)) {
            EXPECT_EQ(save->account.name, "ann");
            EXPECT_EQ(save->account.password_hash, "");
        }
    }
    EXPECT_EQ(deeds, "account_add");
    EXPECT_THAT(pass("ann", "program-word"), Contains(HasSubstr(" 001 ann ")));
}

TEST_F(AuthProgram, a_no_is_a_wrong_password_and_counts) {
    for (int i = 0; i < 3; ++i) {
        EXPECT_THAT(plain("ann", "wrong-word"), ElementsAre(HasSubstr(" 904 ")));
    }
    EXPECT_THAT(plain("ann", "program-word"), ElementsAre(HasSubstr("Too many tries")));
    EXPECT_THAT(pass("bob", "wrong-word"), Contains(HasSubstr(" 464 ")));
}

TEST_F(AuthProgram, a_failure_counts_for_nothing) {
    for (int i = 0; i < 12; ++i) {
        EXPECT_THAT(plain("ann", "broken"), ElementsAre(HasSubstr("The server is busy")));
    }
    EXPECT_THAT(pass("ann", "broken"), Contains(HasSubstr("The server is busy")));
    EXPECT_THAT(plain("ann", "program-word"), Contains(HasSubstr(" 903 ")));
}

TEST_F(AuthProgram, is_not_asked_for_those_who_have_a_password_here) {
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    alice.send("REGISTER * * secret-word");
    EXPECT_THAT(plain("alice", "program-word"), ElementsAre(HasSubstr(" 904 ")));
    EXPECT_THAT(plain("alice", "secret-word"), Contains(HasSubstr(" 903 ")));
    EXPECT_THAT(plain("eve", "program-word-of-alice"), Not(Contains(HasSubstr(" 900 "))));
}

TEST_F(AuthProgram, may_say_another_name) {
    EXPECT_THAT(plain("mail-of-ann", "program-word-of-ann"),
                Contains(HasSubstr(" ann :You are now logged in")));
    for (const std::string name : {"NickServ", "a b", "#a", "4nn"}) {
        EXPECT_THAT(plain("eve", "program-word-of-" + name), Not(Contains(HasSubstr(" 903 "))))
            << name;
    }
}

TEST_F(AuthProgram, hears_nothing_that_is_no_name_or_more_than_a_line) {
    bench.set_hashers(Hashers::slow);
    BenchClient& one = bench.open(over_tls());
    plain(one, "NickServ", "program-word");
    BenchClient& two = bench.open(over_tls());
    plain(two, "ann", "program-word\nroot");
    BenchClient& three = bench.open(over_tls());
    plain(three, "an\nn", "program-word");
    ASSERT_EQ(bench.hash_jobs().size(), 3U);
    for (const HashJob& job : bench.hash_jobs()) {
        EXPECT_TRUE(std::holds_alternative<CheckPassword>(job.work));
    }
}

TEST_F(AuthProgram, what_hangs_keeps_nobody_else_out) {
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    alice.send("REGISTER * * secret-word");
    bench.set_hashers(Hashers::slow);
    for (int i = 0; i < 20; ++i) {
        plain(bench.open(over_tls("198.51.100." + std::to_string(i))), "p" + std::to_string(i),
              "program-word");
    }
    EXPECT_EQ(bench.hash_jobs().size(), bench.engine().config().limits.auth_programs_max);
    BenchClient& owner = bench.open(over_tls());
    plain(owner, "alice", "secret-word");
    EXPECT_TRUE(std::holds_alternative<CheckPassword>(bench.hash_jobs().back().work));
    while (!bench.hash_jobs().empty()) bench.answer_hashes(1);
    EXPECT_THAT(owner.take(), Contains(HasSubstr(" 903 ")));
}

TEST_F(AuthProgram, needs_the_password_so_plain_alone_is_offered) {
    EXPECT_THAT(bench.open(over_tls()).ask("CAP LS 302"),
                Contains(testing::ContainsRegex("sasl=PLAIN( |$)")));
}

TEST_F(AuthProgram, those_it_has_let_in_have_no_password_to_change_here) {
    BenchClient& ann = bench.connect("ann", "standard-replies", over_tls());
    plain(ann, "ann", "program-word");
    EXPECT_THAT(ann.ask("ACCOUNT PASSWORD program-word another-word"),
                ElementsAre(HasSubstr("INVALID_CREDENTIALS")));
}

TEST_F(AuthProgram, makes_no_account_while_nothing_can_be_stored) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(plain("ann", "program-word"), Contains(HasSubstr("cannot be stored")));
    bench.engine().handle_store_health(StoreHealth::accepting, bench.now());
    EXPECT_THAT(plain("ann", "program-word"), Contains(HasSubstr(" 903 ")));
}

class AuthProgramAlone : public AuthProgram {
 protected:
    AuthProgramAlone()
        : AuthProgram([] {
              session::ServerConfig config = with_program();
              config.accounts.program_makes_accounts = false;
              return config;
          }()) {}
};

TEST_F(AuthProgramAlone, may_make_no_accounts) {
    EXPECT_THAT(plain("ann", "program-word"),
                AllOf(Contains(HasSubstr("You have no account")), Contains(HasSubstr(" 904 "))));
    EXPECT_THAT(bench.take_writes(), IsEmpty());
}

}  // namespace
}  // namespace brusio
