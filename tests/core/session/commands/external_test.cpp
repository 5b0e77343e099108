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
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::LinkOptions;
using testing_support::over_tls;

const std::string key_one(64, 'a');
const std::string key_two(64, 'b');

LinkOptions with_certificate(const std::string& fingerprint) {
    LinkOptions options = over_tls();
    options.certificate_fingerprint = fingerprint;
    return options;
}

/// SASL EXTERNAL (RFC 4422 appendix A) and ACCOUNT CERT.
class External : public testing::Test {
 protected:
    External() {
        alice.send("REGISTER * * secret-word");
        bench.forget_all();
        static_cast<void>(bench.take_writes());
    }
    static std::vector<std::string> log_in(BenchClient& client, const std::string& response) {
        EXPECT_THAT(client.ask("AUTHENTICATE EXTERNAL"), ElementsAre("AUTHENTICATE +"));
        return client.ask("AUTHENTICATE " + response);
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "standard-replies", with_certificate(key_one));
};

TEST_F(External, is_offered_to_those_who_show_a_certificate) {
    EXPECT_THAT(bench.open(with_certificate(key_two)).ask("CAP LS 302"),
                Contains(HasSubstr(" sasl=PLAIN,SCRAM-SHA-256,EXTERNAL ")));
    BenchClient& without = bench.open(over_tls());
    EXPECT_THAT(without.ask("CAP LS 302"), Not(Contains(HasSubstr("EXTERNAL"))));
    EXPECT_THAT(without.ask("AUTHENTICATE EXTERNAL"),
                ElementsAre(HasSubstr(" 908 * PLAIN,SCRAM-SHA-256 "), HasSubstr(" 904 ")));
}

TEST_F(External, logs_in_with_a_certificate_that_was_added) {
    EXPECT_THAT(alice.ask("ACCOUNT CERT ADD"),
                ElementsAre(HasSubstr("NOTE ACCOUNT CERTIFICATE_ADDED " + key_one)));
    const std::vector<Write> writes = bench.take_writes();
    ASSERT_EQ(writes.size(), 1U);
    EXPECT_THAT(std::get<SaveAccount>(writes[0]).account.fingerprints, ElementsAre(key_one));
    for (const char* response : {"+", "QWxpY2U="}) {  // "Alice"
        BenchClient& client = bench.open(with_certificate(key_one));
        EXPECT_THAT(log_in(client, response),
                    ElementsAre(HasSubstr(" 900 * *!*@192.0.2.1 alice "), HasSubstr(" 903 ")));
    }
}

TEST_F(External, says_the_same_to_all_who_do_not_get_in) {
    alice.send("ACCOUNT CERT ADD");
    const auto refusal =
        ElementsAre(":irc.example 904 * :Your certificate logs into no such account");
    EXPECT_THAT(log_in(bench.open(with_certificate(key_two)), "+"), refusal);
    EXPECT_THAT(log_in(bench.open(with_certificate(key_two)), wire::encode_base64("alice")),
                refusal);
    EXPECT_THAT(log_in(bench.open(with_certificate(key_one)), wire::encode_base64("bob")), refusal);
}

TEST_F(External, a_certificate_belongs_to_one_account) {
    EXPECT_THAT(alice.ask("ACCOUNT CERT ADD"), Contains(HasSubstr("CERTIFICATE_ADDED")));
    EXPECT_THAT(alice.ask("ACCOUNT CERT ADD"),
                ElementsAre(HasSubstr("FAIL ACCOUNT CERTIFICATE_IN_USE")));
    BenchClient& bob = bench.connect("bob", "standard-replies", with_certificate(key_one));
    bob.send("REGISTER * * secret-word");
    bench.forget_all();
    EXPECT_THAT(bob.ask("ACCOUNT CERT ADD"),
                ElementsAre(HasSubstr("FAIL ACCOUNT CERTIFICATE_IN_USE")));
    EXPECT_THAT(bob.ask("ACCOUNT CERT DEL " + key_one),
                ElementsAre(HasSubstr("FAIL ACCOUNT NO_SUCH_CERTIFICATE")));
}

TEST_F(External, what_was_removed_logs_nobody_in) {
    alice.send("ACCOUNT CERT ADD");
    EXPECT_THAT(alice.ask("ACCOUNT CERT LIST"),
                Contains(HasSubstr("NOTE ACCOUNT CERTIFICATE " + key_one + " * ")));
    EXPECT_THAT(alice.ask("ACCOUNT CERT DEL " + std::string(64, 'A')),
                Contains(HasSubstr("NOTE ACCOUNT CERTIFICATE_REMOVED " + key_one)));
    EXPECT_THAT(alice.ask("ACCOUNT CERT LIST"),
                Contains(HasSubstr("NOTE ACCOUNT CERTIFICATES 0 ")));
    EXPECT_THAT(log_in(bench.open(with_certificate(key_one)), "+"),
                ElementsAre(HasSubstr(" 904 ")));
}

TEST_F(External, goes_with_its_account) {
    alice.send("ACCOUNT CERT ADD");
    alice.send("ACCOUNT DELETE secret-word");
    BenchClient& bob = bench.connect("bob", "standard-replies", with_certificate(key_one));
    bob.send("REGISTER * * secret-word");
    EXPECT_THAT(bob.ask("ACCOUNT CERT ADD"), Contains(HasSubstr("CERTIFICATE_ADDED")));
}

TEST_F(External, is_still_there_after_another_start) {
    alice.send("ACCOUNT CERT ADD");
    const AccountRecord account = std::get<SaveAccount>(bench.take_writes().at(0)).account;
    engine::EngineConfig config = EngineBench::engine_config(EngineBench::default_config());
    config.kept.accounts = {account};
    config.kept.account_last = account.id;
    EngineBench later(std::move(config));
    EXPECT_THAT(log_in(later.open(with_certificate(key_one)), "+"), Contains(HasSubstr(" 903 ")));
}

TEST_F(External, certificates_are_kept_in_bounds_and_need_a_store) {
    BenchClient& plain = bench.connect("plain", "standard-replies", over_tls());
    plain.send("AUTHENTICATE PLAIN");
    plain.send("AUTHENTICATE " + wire::encode_base64(std::string{"\0alice\0secret-word", 18}));
    bench.forget_all();
    EXPECT_THAT(plain.ask("ACCOUNT CERT ADD"),
                ElementsAre(HasSubstr("FAIL ACCOUNT NO_CERTIFICATE")));
    EXPECT_THAT(plain.ask("ACCOUNT CERT"),
                ElementsAre(HasSubstr("FAIL ACCOUNT UNKNOWN_SUBCOMMAND")));
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(alice.ask("ACCOUNT CERT ADD"),
                ElementsAre(HasSubstr("FAIL ACCOUNT TEMPORARILY_UNAVAILABLE")));
}

}  // namespace
}  // namespace brusio
