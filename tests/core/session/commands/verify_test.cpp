#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <variant>

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
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;
using testing_support::token_in;

session::ServerConfig with_email(session::EmailUse use) {
    session::ServerConfig config = EngineBench::default_config();
    config.accounts.email = use;
    return config;
}

template <class Wanted>
std::size_t count_of(const std::vector<Write>& writes) {
    return static_cast<std::size_t>(
        std::count_if(writes.begin(), writes.end(),
                      [](const Write& write) { return std::holds_alternative<Wanted>(write); }));
}

/// Accounts whose owners have to show that they read their mail.
class Verify : public testing::Test {
 protected:
    BenchClient& ask_as(std::string_view nick, std::string_view email = "a@example.org",
                        std::string_view address = "192.0.2.1") {
        BenchClient& client = bench.connect(nick, {}, over_tls(address));
        answer = client.ask("REGISTER * " + std::string{email} + " secret-word");
        return client;
    }
    std::string mailed_token() {
        const std::vector<Mail> mails = bench.take_mails();
        return mails.size() == 1 ? token_in(mails.front()) : std::string{};
    }

    EngineBench bench{with_email(session::EmailUse::required)};
    std::vector<std::string> answer;
};

TEST_F(Verify, an_account_is_there_when_its_token_came_back) {
    BenchClient& alice = ask_as("Alice");
    EXPECT_THAT(answer, ElementsAre(HasSubstr("REGISTER VERIFICATION_REQUIRED Alice :")));
    const std::vector<Mail> mails = bench.take_mails();
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].to, "a@example.org");
    EXPECT_EQ(mails[0].about, "Alice");
    const std::string token = token_in(mails[0]);
    ASSERT_EQ(token.size(), 64U);
    EXPECT_THAT(mails[0].text, HasSubstr("VERIFY Alice " + token));
    static_cast<void>(bench.take_writes());
    EXPECT_THAT(
        alice.ask("VERIFY alice " + token),
        AllOf(Contains(HasSubstr("VERIFY SUCCESS Alice :")), Contains(HasSubstr(" 900 Alice "))));
    const std::vector<Write> writes = bench.take_writes();
    EXPECT_EQ(count_of<RemoveUnverifiedAccount>(writes), 1U);
    EXPECT_EQ(count_of<AppendAudit>(writes), 1U);
    EXPECT_EQ(count_of<SaveAccount>(writes), 1U);
    const auto saved = std::find_if(writes.rbegin(), writes.rend(), [](const Write& write) {
        return std::holds_alternative<SaveAccount>(write);
    });
    ASSERT_NE(saved, writes.rend());
    const AccountRecord& account = std::get<SaveAccount>(*saved).account;
    EXPECT_EQ(account.email, "a@example.org");
    EXPECT_TRUE(account.email_verified);
    EXPECT_EQ(account.password_hash, "hash-of-secret-word");
}

TEST_F(Verify, nothing_of_a_token_is_kept_or_logged) {
    ask_as("alice");
    const std::string token = mailed_token();
    const auto writes = bench.take_writes();
    ASSERT_EQ(writes.size(), 1U);
    const UnverifiedAccountRecord& kept = std::get<SaveUnverifiedAccount>(writes[0]).account;
    EXPECT_EQ(kept.token_hash.find(token), std::string::npos);
    for (const HostEvent& event : bench.take_events()) {
        EXPECT_EQ(event.kind, HostEventKind::account_unverified);
        EXPECT_EQ(event.account + event.subject + event.reason, "alice");
    }
}

TEST_F(Verify, nobody_logs_in_before) {
    ask_as("alice");
    BenchClient& again = bench.open(over_tls());
    again.send("PASS alice:secret-word");
    again.send("NICK alice2");
    EXPECT_THAT(again.ask("USER a 0 * :A"), Contains(HasSubstr(" 464 ")));
}

TEST_F(Verify, a_token_is_good_once_and_for_its_account_alone) {
    BenchClient& alice = ask_as("alice");
    const std::string token = mailed_token();
    BenchClient& bob = ask_as("bob", "b@example.org");
    EXPECT_THAT(bob.ask("VERIFY bob " + token), ElementsAre(HasSubstr("FAIL VERIFY INVALID_CODE")));
    EXPECT_THAT(bob.ask("VERIFY nobody " + token),
                ElementsAre(HasSubstr("FAIL VERIFY INVALID_CODE nobody")));
    EXPECT_THAT(alice.ask("VERIFY alice " + token), Contains(HasSubstr("SUCCESS")));
    EXPECT_THAT(alice.ask("VERIFY alice " + token),
                ElementsAre(HasSubstr("FAIL VERIFY ALREADY_AUTHENTICATED alice")));
    EXPECT_THAT(bob.ask("VERIFY alice " + token),
                ElementsAre(HasSubstr("FAIL VERIFY INVALID_CODE alice")));
}

TEST_F(Verify, what_is_not_verified_ends_and_frees_its_name) {
    BenchClient& alice = ask_as("alice");
    const std::string token = mailed_token();
    alice.send("NICK elsewhere");
    BenchClient& eve = ask_as("alice", "eve@example.org", "198.51.100.7");
    EXPECT_THAT(answer, ElementsAre(HasSubstr("FAIL REGISTER ACCOUNT_EXISTS alice")));
    static_cast<void>(bench.take_writes());
    bench.advance(30min);
    EXPECT_EQ(count_of<RemoveUnverifiedAccount>(bench.take_writes()), 1U);
    EXPECT_THAT(alice.ask("VERIFY alice " + token), Contains(HasSubstr("INVALID_CODE")));
    EXPECT_THAT(eve.ask("REGISTER * eve@example.org secret-word"),
                Contains(HasSubstr("VERIFICATION_REQUIRED alice")));
}

TEST_F(Verify, who_has_mistyped_an_address_asks_again_from_there) {
    BenchClient& alice = ask_as("alice", "wrong@example.org");
    const std::string wrong = mailed_token();
    EXPECT_THAT(alice.ask("REGISTER * a@example.org secret-word"),
                Contains(HasSubstr("VERIFICATION_REQUIRED")));
    const std::string right = mailed_token();
    EXPECT_THAT(alice.ask("VERIFY alice " + wrong), Contains(HasSubstr("INVALID_CODE")));
    EXPECT_THAT(alice.ask("VERIFY alice " + right), Contains(HasSubstr("SUCCESS")));
}

TEST_F(Verify, is_still_possible_after_another_start) {
    ask_as("alice");
    const std::string token = mailed_token();
    EngineBench after{EngineBench::After{bench}};
    BenchClient& alice = after.connect("guest", {}, over_tls("198.51.100.7"));
    EXPECT_THAT(alice.ask("VERIFY alice " + token), Contains(HasSubstr("VERIFY SUCCESS alice")));
    EngineBench last{EngineBench::After{after}};
    BenchClient& again = last.open(over_tls());
    again.send("PASS alice:secret-word");
    again.send("NICK alice");
    EXPECT_THAT(again.ask("USER a 0 * :A"), Contains(HasSubstr(" 900 ")));
}

TEST_F(Verify, comes_before_the_welcome_too_and_only_where_nobody_reads_along) {
    BenchClient& alice = bench.open(over_tls());
    alice.send("NICK alice");
    EXPECT_THAT(alice.ask("REGISTER * a@example.org secret-word"),
                Contains(HasSubstr("VERIFICATION_REQUIRED alice")));
    const std::string token = mailed_token();
    BenchClient& exposed = bench.connect("bob");
    EXPECT_THAT(exposed.ask("VERIFY alice " + token),
                ElementsAre(HasSubstr("FAIL VERIFY SECURE_CONNECTION_REQUIRED")));
    EXPECT_THAT(alice.ask("VERIFY alice " + token), Contains(HasSubstr(" 900 alice ")));
}

TEST_F(Verify, guesses_are_bounded_and_told_to_the_log) {
    BenchClient& alice = ask_as("alice");
    const std::string token = mailed_token();
    static_cast<void>(bench.take_events());
    for (int i = 0; i < 10; ++i) alice.send("VERIFY alice guess" + std::to_string(i));
    const std::vector<HostEvent> events = bench.take_events();
    ASSERT_EQ(events.size(), 10U);
    EXPECT_EQ(events[0].kind, HostEventKind::token_wrong);
    EXPECT_EQ(events[0].address, "192.0.2.1");
    EXPECT_THAT(alice.ask("VERIFY alice " + token),
                ElementsAre(HasSubstr("FAIL VERIFY TEMPORARILY_UNAVAILABLE alice")));
    BenchClient& elsewhere = bench.connect("carol", {}, over_tls("198.51.100.7"));
    EXPECT_THAT(elsewhere.ask("VERIFY alice " + token), Contains(HasSubstr("SUCCESS")));
}

TEST_F(Verify, so_many_mails_and_no_more) {
    BenchClient& alice = ask_as("alice");
    for (int i = 0; i < 2; ++i) alice.send("REGISTER * a@example.org secret-word");
    EXPECT_EQ(bench.take_mails().size(), 3U);
    EXPECT_THAT(alice.ask("REGISTER * a@example.org secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER TEMPORARILY_UNAVAILABLE alice")));
    EXPECT_THAT(bench.take_mails(), IsEmpty());
}

TEST_F(Verify, an_address_is_asked_for_and_said_so) {
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    EXPECT_THAT(alice.ask("CAP LS 302"), Contains(HasSubstr("custom-account-name,email-required")));
    for (const char* email : {"*", "alice", "a@b@c", "a@", ":a@b c"}) {
        EXPECT_THAT(alice.ask("REGISTER * " + std::string{email} + " secret-word"),
                    Not(Contains(HasSubstr("SUCCESS"))))
            << email;
    }
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER INVALID_EMAIL alice")));
    EXPECT_THAT(bench.take_mails(), IsEmpty());
}

TEST(VerifyOptional, who_gives_no_address_needs_none) {
    EngineBench bench{with_email(session::EmailUse::optional)};
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    EXPECT_THAT(alice.ask("CAP LS 302"), Not(Contains(HasSubstr("email-required"))));
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"), Contains(HasSubstr("REGISTER SUCCESS")));
    BenchClient& bob = bench.connect("bob", {}, over_tls());
    EXPECT_THAT(bob.ask("REGISTER * b@example.org secret-word"),
                Contains(HasSubstr("VERIFICATION_REQUIRED")));
}

TEST(VerifyOff, no_address_is_kept) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    EXPECT_THAT(alice.ask("REGISTER * a@example.org secret-word"),
                Contains(HasSubstr("REGISTER SUCCESS")));
    for (const Write& write : bench.take_writes()) {
        if (const auto* save = std::get_if<SaveAccount>(&write)) {
            EXPECT_EQ(save->account.email, "");
        }
    }
    EXPECT_THAT(bench.take_mails(), IsEmpty());
    BenchClient& bob = bench.connect("bob", {}, over_tls());
    EXPECT_THAT(bob.ask("VERIFY bob 12"), ElementsAre(HasSubstr("FAIL VERIFY INVALID_CODE bob")));
}

}  // namespace
}  // namespace brusio
