#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"
#include "tests/support/mailed.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;
using testing_support::token_in;

/// Somebody moves to another mailbox.
class AccountEmail : public testing::Test {
 protected:
    explicit AccountEmail(session::EmailUse use = session::EmailUse::optional)
        : bench(config(use)) {
        alice.send("REGISTER * a@example.org secret-word");
        alice.send("VERIFY alice " + token_in(bench.take_mails().at(0)));
        bench.forget_all();
        static_cast<void>(bench.take_writes());
    }
    static session::ServerConfig config(session::EmailUse use) {
        session::ServerConfig config = EngineBench::default_config();
        config.accounts.email = use;
        return config;
    }
    std::string email() {
        std::string last = "unchanged";
        for (const Write& write : bench.take_writes()) {
            if (const auto* save = std::get_if<SaveAccount>(&write)) {
                const AccountRecord& account = save->account;
                EXPECT_EQ(account.email_verified, !account.email.empty());
                last = account.email;
            }
        }
        return last;
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "standard-replies", over_tls());
};

TEST_F(AccountEmail, is_another_one_when_its_reader_has_said_so_and_the_old_one_is_told) {
    EXPECT_THAT(alice.ask("ACCOUNT EMAIL secret-word new@example.org"),
                ElementsAre(HasSubstr("EMAIL_ASKED")));
    const std::vector<Mail> asked = bench.take_mails();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].to, "new@example.org");
    EXPECT_EQ(email(), "unchanged");
    EXPECT_THAT(alice.ask("ACCOUNT CONFIRM " + token_in(asked[0])),
                ElementsAre(HasSubstr("EMAIL_CHANGED")));
    const std::vector<Mail> told = bench.take_mails();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].to, "a@example.org");
    EXPECT_EQ(token_in(told[0]), "");
    EXPECT_EQ(email(), "new@example.org");
    EXPECT_THAT(alice.ask("ACCOUNT CONFIRM " + token_in(asked[0])),
                ElementsAre(HasSubstr("INVALID_TOKEN")));
}

TEST_F(AccountEmail, what_went_to_the_old_mailbox_is_of_no_use_any_more) {
    BenchClient& other = bench.open(over_tls("198.51.100.7"));
    static_cast<void>(other.ask("CAP REQ :standard-replies"));
    other.send("ACCOUNT RESET alice");
    const std::string old_token = token_in(bench.take_mails().at(0));
    alice.send("ACCOUNT EMAIL secret-word new@example.org");
    alice.send("ACCOUNT CONFIRM " + token_in(bench.take_mails().at(0)));
    EXPECT_THAT(other.ask("ACCOUNT RESET alice " + old_token + " another-word"),
                ElementsAre(HasSubstr("INVALID_TOKEN")));
}

TEST_F(AccountEmail, wants_the_password_and_an_address) {
    EXPECT_THAT(alice.ask("ACCOUNT EMAIL wrong-word new@example.org"),
                ElementsAre(HasSubstr("INVALID_CREDENTIALS")));
    EXPECT_THAT(alice.ask("ACCOUNT EMAIL secret-word new"),
                ElementsAre(HasSubstr("INVALID_EMAIL")));
    EXPECT_THAT(alice.ask("ACCOUNT EMAIL secret-word :n@e\nBcc: x@y"),
                Contains(HasSubstr("ACCOUNT")));
    EXPECT_THAT(bench.take_mails(), testing::SizeIs(testing::Le(1U)));
    EXPECT_EQ(email(), "unchanged");
}

TEST_F(AccountEmail, may_be_none_and_the_old_mailbox_is_told) {
    EXPECT_THAT(alice.ask("ACCOUNT EMAIL secret-word *"), ElementsAre(HasSubstr("EMAIL_CHANGED")));
    EXPECT_EQ(bench.take_mails().at(0).to, "a@example.org");
    EXPECT_EQ(email(), "");
}

TEST_F(AccountEmail, a_mailbox_gets_so_many_mails) {
    bench.forget_all();
    for (int i = 0; i < 2; ++i) alice.send("ACCOUNT EMAIL secret-word victim@example.org");
    EXPECT_EQ(bench.take_mails().size(), 2U);
    EXPECT_THAT(alice.ask("ACCOUNT EMAIL secret-word victim@example.org"),
                ElementsAre(HasSubstr("TOO_MANY_MAILS")));
    EXPECT_THAT(bench.take_mails(), IsEmpty());
}

class AccountEmailRequired : public AccountEmail {
 protected:
    AccountEmailRequired() : AccountEmail(session::EmailUse::required) {}
};

TEST_F(AccountEmailRequired, cannot_be_none) {
    EXPECT_THAT(alice.ask("ACCOUNT EMAIL secret-word *"), ElementsAre(HasSubstr("INVALID_EMAIL")));
}

TEST(AccountEmailOff, there_is_none) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "standard-replies", over_tls());
    alice.send("REGISTER * * secret-word");
    EXPECT_THAT(alice.ask("ACCOUNT EMAIL secret-word a@example.org"),
                ElementsAre(HasSubstr("MAIL_UNAVAILABLE")));
}

}  // namespace
}  // namespace brusio
