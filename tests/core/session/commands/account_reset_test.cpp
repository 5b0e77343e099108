#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"
#include "tests/support/mailed.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::Hashers;
using testing_support::over_tls;
using testing_support::token_in;

constexpr std::string_view elsewhere = "198.51.100.7";

/// Somebody has forgotten a password.
class AccountReset : public testing::Test {
 protected:
    static session::ServerConfig config() {
        session::ServerConfig config = EngineBench::default_config();
        config.accounts.email = session::EmailUse::optional;
        return config;
    }
    AccountReset() {
        BenchClient& alice = bench.connect("alice", {}, over_tls());
        alice.send("REGISTER * a@example.org secret-word");
        alice.send("VERIFY alice " + token());
        BenchClient& bob = bench.connect("bob", {}, over_tls("192.0.2.2"));
        bob.send("REGISTER * * secret-word");
        bench.advance(1h);  // the mail above does not count any more
        bench.forget_all();
        static_cast<void>(bench.take_writes());
        static_cast<void>(bench.take_events());
    }

    std::string token() {
        const std::vector<Mail> mails = bench.take_mails();
        return mails.size() == 1 ? token_in(mails.front()) : std::string{};
    }
    static BenchClient& with_codes(BenchClient& client) {
        static_cast<void>(client.ask("CAP REQ :standard-replies"));
        return client;
    }
    BenchClient& stranger(std::string_view address = elsewhere) {
        return with_codes(bench.open(over_tls(address)));
    }
    bool logs_in(const std::string& password) {
        BenchClient& client = stranger("203.0.113.5");
        client.send("PASS alice:" + password);
        client.send("NICK alice");
        client.send("CAP END");
        const std::vector<std::string> lines = client.ask("USER a 0 * :A");
        client.send("QUIT");
        return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
            return line.find(" 900 ") != std::string::npos;
        });
    }

    EngineBench bench{config()};
};

TEST_F(AccountReset, gives_another_password_to_whoever_reads_the_mail) {
    BenchClient& client = stranger();
    EXPECT_THAT(client.ask("ACCOUNT RESET alice"), ElementsAre(HasSubstr("RESET_ASKED")));
    const std::vector<Mail> asked = bench.take_mails();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].to, "a@example.org");
    EXPECT_THAT(client.ask("ACCOUNT RESET alice " + token_in(asked[0]) + " another-word"),
                ElementsAre(HasSubstr("PASSWORD_RESET")));
    EXPECT_FALSE(logs_in("secret-word"));
    EXPECT_TRUE(logs_in("another-word"));
}

TEST_F(AccountReset, ends_all_sessions_tells_the_mailbox_and_is_on_record) {
    BenchClient& session = bench.log_in("alice", "");
    BenchClient& client = stranger();
    client.send("ACCOUNT RESET alice");
    const std::string right = token();
    static_cast<void>(bench.take_writes());
    static_cast<void>(bench.take_events());
    client.send("ACCOUNT RESET alice " + right + " another-word");
    EXPECT_TRUE(session.closed());
    EXPECT_THAT(session.take(), Contains(HasSubstr("Your password was reset")));
    const std::vector<Mail> told = bench.take_mails();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].to, "a@example.org");
    EXPECT_EQ(token_in(told[0]), "");
    std::string deeds;
    for (const Write& write : bench.take_writes()) {
        if (const auto* audit = std::get_if<AppendAudit>(&write)) deeds += audit->entry.action;
        if (const auto* save = std::get_if<SaveAccount>(&write)) {
            EXPECT_THAT(save->account.known_addresses, IsEmpty());
        }
    }
    EXPECT_EQ(deeds, "account_reset");
    bool is_told = false;
    for (const HostEvent& event : bench.take_events()) {
        is_told = is_told || event.subject == "account_reset";
        EXPECT_EQ((event.account + event.subject + event.reason).find(right), std::string::npos);
    }
    EXPECT_TRUE(is_told);
}

TEST_F(AccountReset, looks_the_same_for_every_name) {
    std::vector<std::string> answers;
    std::vector<std::vector<std::size_t>> kinds;
    // With a mailbox, without one, and nobody.
    for (const char* name : {"alice", "bob", "carol"}) {
        BenchClient& client = stranger("198.51.100." + std::to_string(answers.size()));
        static_cast<void>(bench.take_writes());
        std::string answer = client.ask("ACCOUNT RESET " + std::string{name}).at(0);
        answer.replace(answer.find(name), std::string_view{name}.size(), "X");
        answers.push_back(answer);
        std::vector<std::size_t> written;
        for (const Write& write : bench.take_writes()) written.push_back(write.index());
        kinds.push_back(written);
    }
    EXPECT_EQ(answers[0], answers[1]);
    EXPECT_EQ(answers[0], answers[2]);
    EXPECT_FALSE(kinds[0].empty());
    EXPECT_EQ(kinds[0], kinds[1]);
    EXPECT_EQ(kinds[0], kinds[2]);
    EXPECT_EQ(bench.take_mails().size(), 1U);
}

TEST_F(AccountReset, a_token_is_good_once_for_a_while_and_for_one_account) {
    BenchClient& client = stranger();
    client.send("ACCOUNT RESET alice");
    const std::string first = token();
    client.send("ACCOUNT RESET alice");
    const std::string second = token();
    const auto use = [&](const std::string& name, const std::string& token) {
        return client.ask("ACCOUNT RESET " + name + " " + token + " another-word");
    };
    EXPECT_THAT(use("alice", first), ElementsAre(HasSubstr("INVALID_TOKEN")));
    EXPECT_THAT(use("bob", second), ElementsAre(HasSubstr("INVALID_TOKEN")));
    EXPECT_THAT(use("carol", second), ElementsAre(HasSubstr("INVALID_TOKEN")));
    EXPECT_THAT(client.ask("ACCOUNT RESET alice " + second + " short"),
                ElementsAre(HasSubstr("WEAK_PASSWORD")));
    EXPECT_THAT(use("alice", second), ElementsAre(HasSubstr("PASSWORD_RESET")));
    EXPECT_THAT(use("alice", second), ElementsAre(HasSubstr("INVALID_TOKEN")));
    static_cast<void>(bench.take_mails());
    client.send("ACCOUNT RESET alice");
    const std::string third = token();
    static_cast<void>(bench.take_writes());
    bench.advance(30min);
    const std::vector<Write> writes = bench.take_writes();
    EXPECT_TRUE(std::any_of(writes.begin(), writes.end(), [](const Write& write) {
        return std::holds_alternative<RemoveMailToken>(write);
    }));
    BenchClient& later = bench.connect("later", "standard-replies", over_tls(elsewhere));
    EXPECT_THAT(later.ask("ACCOUNT RESET alice " + third + " another-word"),
                ElementsAre(HasSubstr("INVALID_TOKEN")));
}

TEST_F(AccountReset, of_two_who_use_a_token_at_once_one_wins) {
    BenchClient& one = stranger();
    one.send("ACCOUNT RESET alice");
    const std::string right = token();
    BenchClient& two = stranger();
    bench.set_hashers(Hashers::slow);
    one.send("ACCOUNT RESET alice " + right + " another-word");
    two.send("ACCOUNT RESET alice " + right + " a-third-word");
    while (!bench.hash_jobs().empty()) bench.answer_hashes(1);
    EXPECT_THAT(one.take(), Contains(HasSubstr("PASSWORD_RESET")));
    EXPECT_THAT(two.take(), ElementsAre(HasSubstr("INVALID_TOKEN")));
}

TEST_F(AccountReset, is_not_for_the_suspended_and_goes_with_the_account) {
    BenchClient& client = stranger();
    client.send("ACCOUNT RESET alice");
    const std::string right = token();
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    root.send("ACCOUNT SUSPEND alice");
    EXPECT_THAT(client.ask("ACCOUNT RESET alice " + right + " another-word"),
                ElementsAre(HasSubstr("INVALID_TOKEN")));
    client.send("ACCOUNT RESET alice");
    EXPECT_THAT(bench.take_mails(), IsEmpty());
    root.send("ACCOUNT RESUME alice");
    EXPECT_THAT(client.ask("ACCOUNT RESET alice " + right + " another-word"),
                ElementsAre(HasSubstr("PASSWORD_RESET")));
}

TEST_F(AccountReset, outlives_another_start) {
    BenchClient& client = stranger();
    client.send("ACCOUNT RESET alice");
    const std::string right = token();
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(
        with_codes(after.open(over_tls())).ask("ACCOUNT RESET alice " + right + " another-word"),
        ElementsAre(HasSubstr("PASSWORD_RESET")));
}

TEST_F(AccountReset, mails_and_guesses_are_bounded) {
    BenchClient& client = stranger();
    for (int i = 0; i < 3; ++i) client.send("ACCOUNT RESET alice");
    EXPECT_EQ(bench.take_mails().size(), 3U);
    EXPECT_THAT(client.ask("ACCOUNT RESET alice"), ElementsAre(HasSubstr("TOO_MANY_MAILS")));
    // Nobody learns by it that there is such an account.
    for (int i = 0; i < 3; ++i) client.send("ACCOUNT RESET carol");
    EXPECT_THAT(client.ask("ACCOUNT RESET carol"), ElementsAre(HasSubstr("TOO_MANY_MAILS")));
    EXPECT_THAT(bench.take_mails(), IsEmpty());
    for (int i = 0; i < 10; ++i) {
        client.send("ACCOUNT RESET alice guess" + std::to_string(i) + " another-word");
    }
    EXPECT_THAT(client.ask("ACCOUNT RESET alice guess another-word"),
                Contains(HasSubstr("TOO_MANY_TRIES")));
}

TEST_F(AccountReset, is_the_only_thing_of_accounts_before_the_welcome) {
    EXPECT_THAT(stranger().ask("ACCOUNT SESSIONS"), ElementsAre(HasSubstr(" 451 ")));
    EXPECT_THAT(with_codes(bench.open()).ask("ACCOUNT RESET alice"),
                ElementsAre(HasSubstr("SECURE_CONNECTION_REQUIRED")));
    EXPECT_THAT(stranger().ask("ACCOUNT RESET :a b"), ElementsAre(HasSubstr("BAD_ACCOUNT_NAME")));
    EXPECT_THAT(bench.take_mails(), IsEmpty());
    EngineBench without_mail;
    EXPECT_THAT(with_codes(without_mail.open(over_tls())).ask("ACCOUNT RESET alice"),
                ElementsAre(HasSubstr("MAIL_UNAVAILABLE")));
}

TEST_F(AccountReset, waits_for_a_store_that_takes_no_more) {
    BenchClient& client = stranger();
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(client.ask("ACCOUNT RESET alice"),
                ElementsAre(HasSubstr("TEMPORARILY_UNAVAILABLE")));
    EXPECT_THAT(bench.take_mails(), IsEmpty());
}

}  // namespace
}  // namespace brusio
