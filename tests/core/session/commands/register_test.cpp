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
using testing_support::LinkOptions;
using testing_support::over_tls;

TEST(Register, writes_the_account_down_in_the_batch_that_says_so) {
    EngineBench bench;
    BenchClient& alice = bench.connect("Alice", {}, over_tls());
    EXPECT_THAT(alice.ask("REGISTER * a@example.org secret-word"),
                Contains(HasSubstr("REGISTER SUCCESS Alice")));
    const std::vector<Write> writes = bench.take_writes();
    ASSERT_EQ(writes.size(), 3U);
    EXPECT_TRUE(std::holds_alternative<SavePresence>(writes[2]));
    EXPECT_EQ(std::get<AppendAudit>(writes[0]).entry.action, "account_add");
    // Once, with what logging in notes: where from.
    const AccountRecord& account = std::get<SaveAccount>(writes[1]).account;
    EXPECT_EQ(account.known_addresses.size(), 1U);
    EXPECT_EQ(account.name, "Alice");
    EXPECT_EQ(account.key.text, "alice");
    EXPECT_EQ(account.skeleton, "alice");
    EXPECT_EQ(account.email, "");  // nothing is sent, so nothing is kept
    EXPECT_EQ(account.password_hash, "hash-of-secret-word");
    EXPECT_EQ(account.scram.iterations, 600'000U);
    EXPECT_EQ(account.registered, bench.now().wall);
}

TEST(Register, tells_those_who_asked_for_news_of_accounts) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "account-notify", over_tls());
    BenchClient& bob = bench.connect("bob", "account-notify account-tag");
    BenchClient& carol = bench.connect("carol");
    for (BenchClient* client : {&alice, &bob, &carol}) client->send("JOIN #a");
    bench.forget_all();
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"),
                Contains(":alice!~user@192.0.2.1 ACCOUNT alice"));
    EXPECT_THAT(bob.take(), ElementsAre("@account=alice :alice!~user@192.0.2.1 ACCOUNT alice"));
    EXPECT_THAT(carol.take(), testing::IsEmpty());
    alice.send("PRIVMSG #a :hello");
    EXPECT_THAT(bob.take(), ElementsAre("@account=alice :alice!~user@192.0.2.1 PRIVMSG #a :hello"));
}

TEST(Register, only_where_the_password_stays_between_the_two) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER SECURE_CONNECTION_REQUIRED")));
    LinkOptions here;
    here.loopback = true;
    BenchClient& bob = bench.connect("bob", {}, here);
    EXPECT_THAT(bob.ask("REGISTER * * secret-word"), Contains(HasSubstr("REGISTER SUCCESS")));
}

TEST(Register, is_no_way_around_the_servers_password) {
    session::ServerConfig config = EngineBench::default_config();
    config.password_hash = "hash-of-door";
    EngineBench bench(std::move(config));
    BenchClient& alice = bench.open(over_tls());
    alice.send("NICK alice");
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER COMPLETE_CONNECTION_REQUIRED")));
    EXPECT_THAT(alice.ask("CAP LS 302"),
                Contains(HasSubstr("account-registration=custom-account-name")));
}

TEST(Register, takes_passwords_of_600_bytes_and_says_how_long_they_may_be) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    const std::string mail = std::string(64, 'm') + "@" + std::string(60, 'd') + ".example.org";
    EXPECT_THAT(alice.ask("REGISTER * " + mail + " " + std::string(601, 'x')),
                ElementsAre(HasSubstr("FAIL REGISTER UNACCEPTABLE_PASSWORD alice "
                                      ":A password has at most 600 bytes")));
    EXPECT_THAT(alice.ask("REGISTER * " + mail + " " + std::string(600, 'x')),
                Contains(HasSubstr("REGISTER SUCCESS alice")));
    EXPECT_THAT(
        alice.ask("ACCOUNT PASSWORD " + std::string(600, 'x') + " " + std::string(600, 'y')),
        ElementsAre(HasSubstr("Your password is another one now")));
    BenchClient& again = bench.open(over_tls());
    again.send("PASS alice:" + std::string(600, 'y'));
    again.send("NICK alice");
    EXPECT_THAT(again.ask("USER a 0 * :A"), Contains(HasSubstr(" 001 alice ")));
    EXPECT_THAT(alice.ask("ACCOUNT PASSWORD " + std::string(1300, 'x')),
                ElementsAre(HasSubstr(" 417 alice ")));
}

TEST(Register, may_be_closed) {
    session::ServerConfig config = EngineBench::default_config();
    config.accounts.registration = false;
    EngineBench bench(std::move(config));
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER TEMPORARILY_UNAVAILABLE")));
}

TEST(Register, says_so_when_the_server_is_busy) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    bench.set_hashers(testing_support::Hashers::busy);
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER TEMPORARILY_UNAVAILABLE alice")));
    EXPECT_THAT(bench.take_writes(), testing::IsEmpty());
}

TEST(Register, waits_for_a_store_that_takes_no_more) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER TEMPORARILY_UNAVAILABLE")));
    bench.engine().handle_store_health(StoreHealth::accepting, bench.now());
    EXPECT_THAT(alice.ask("REGISTER * * secret-word"), Contains(HasSubstr("SUCCESS")));
}

TEST(Register, is_still_there_after_another_start) {
    EngineBench before;
    BenchClient& alice = before.connect("alice", {}, over_tls());
    alice.send("REGISTER * * secret-word");
    const AccountRecord account = std::get<SaveAccount>(before.take_writes().at(1)).account;
    engine::EngineConfig config = EngineBench::engine_config(EngineBench::default_config());
    config.kept.accounts = {account};
    config.kept.account_last = account.id;
    EngineBench bench(std::move(config));
    BenchClient& client = bench.open(over_tls());
    client.send("PASS alice:secret-word");
    client.send("NICK alice");
    EXPECT_THAT(client.ask("USER a 0 * :A"),
                testing::AllOf(Contains(HasSubstr(" 900 ")), Contains(HasSubstr(" 001 alice "))));
}

TEST(Register, of_two_who_ask_at_once_one_gets_the_name) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", {}, over_tls());
    BenchClient& bob = bench.connect("bob", {}, over_tls());
    engine::Engine& engine = bench.engine();
    engine.handle_bytes(alice.link(), "REGISTER carol * secret-word\r\n", bench.now());
    engine.handle_bytes(bob.link(), "REGISTER CAROL * secret-word\r\n", bench.now());
    bench.settle();
    EXPECT_THAT(alice.take(), Contains(HasSubstr("REGISTER SUCCESS carol")));
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr("FAIL REGISTER ACCOUNT_EXISTS CAROL")));
}

// IRCv3 draft/account-registration: NEED_NICK is for those who sent no NICK.
TEST(Register, says_what_is_wrong_with_a_nick_that_was_refused) {
    EngineBench bench;
    bench.connect("ann");
    BenchClient& bob = bench.open(over_tls());
    EXPECT_THAT(bob.ask("REGISTER * * secret-word"), ElementsAre(HasSubstr(" NEED_NICK * :")));
    bob.send("NICK ann");
    EXPECT_THAT(bob.ask("REGISTER * * secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER ACCOUNT_EXISTS ann :")));
    bob.send("NICK #bad");
    EXPECT_THAT(bob.ask("REGISTER * * secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER BAD_ACCOUNT_NAME * :")));
    bob.send("NICK bob");
    EXPECT_THAT(bob.ask("REGISTER * * secret-word"), Contains(HasSubstr("SUCCESS bob")));
}

TEST(Register, nobody_gets_an_account_under_anothers_nick) {
    EngineBench bench;
    bench.connect("root");
    BenchClient& bob = bench.connect("bob", {}, over_tls());
    EXPECT_THAT(bob.ask("REGISTER root * secret-word"),
                ElementsAre(HasSubstr("FAIL REGISTER ACCOUNT_EXISTS root")));
}

}  // namespace
}  // namespace brusio
