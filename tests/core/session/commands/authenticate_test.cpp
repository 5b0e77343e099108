#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/wire/base64.h"
#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

std::string plain(std::string_view name, std::string_view password) {
    std::string text{'\0'};
    text += name;
    text += '\0';
    text += password;
    return wire::encode_base64(text);
}

class Authenticate : public testing::Test {
 protected:
    Authenticate() {
        BenchClient& alice = bench.connect("alice", {}, over_tls());
        alice.send("REGISTER * * secret-word");
        alice.send("QUIT");
        bench.forget_all();
    }
    static std::vector<std::string> log_in(BenchClient& client, std::string_view name,
                                           std::string_view password) {
        client.send("AUTHENTICATE PLAIN");
        return client.ask("AUTHENTICATE " + plain(name, password));
    }

    EngineBench bench;
};

TEST_F(Authenticate, goes_on_after_registration) {
    BenchClient& bob = bench.connect("bob", "account-notify", over_tls());
    EXPECT_THAT(log_in(bob, "ALICE", "secret-word"),
                ElementsAre(HasSubstr(" 900 bob bob!~user@192.0.2.1 alice "),
                            ":bob!~user@192.0.2.1 ACCOUNT alice", HasSubstr(" 903 bob ")));
}

TEST_F(Authenticate, is_refused_at_once_to_a_user_of_an_account) {
    BenchClient& bob = bench.connect("bob", {}, over_tls());
    EXPECT_THAT(log_in(bob, "alice", "secret-word"), Contains(HasSubstr(" 903 bob ")));
    EXPECT_THAT(bob.ask("AUTHENTICATE PLAIN"), ElementsAre(HasSubstr(" 907 bob ")));
    EXPECT_THAT(bob.ask("AUTHENTICATE *"), ElementsAre(HasSubstr(" 906 bob ")));
}

TEST_F(Authenticate, may_change_its_mind_before_the_welcome) {
    BenchClient& carol = bench.connect("carol", {}, over_tls());
    carol.send("REGISTER * * other-word");
    BenchClient& bob = bench.open(over_tls());
    EXPECT_THAT(log_in(bob, "alice", "secret-word"), Contains(HasSubstr(" 903 ")));
    EXPECT_THAT(log_in(bob, "carol", "other-word"), Contains(HasSubstr(" 903 ")));
}

TEST_F(Authenticate, says_the_same_to_all_who_do_not_get_in) {
    std::vector<std::string> answers;
    for (const auto& [name, password] :
         {std::pair{"alice", "wrong-word"}, {"nobody", "secret-word"}, {"alice", ""}}) {
        BenchClient& client = bench.open(over_tls());
        answers.push_back(log_in(client, name, password).front());
    }
    EXPECT_EQ(answers[0], ":irc.example 904 * :Name or password is wrong");
    EXPECT_EQ(answers[1], answers[0]);
    EXPECT_EQ(answers[2], answers[0]);
}

TEST_F(Authenticate, asks_the_hasher_for_unknown_names_too) {
    BenchClient& client = bench.open(over_tls());
    client.send("AUTHENTICATE PLAIN");
    bench.engine().handle_bytes(
        client.link(), "AUTHENTICATE " + plain("nobody", "secret-word") + "\r\n", bench.now());
    engine::Batch batch;
    bench.engine().take_batch(batch);
    ASSERT_EQ(batch.hash_jobs.size(), 1U);
    EXPECT_EQ(std::get<CheckPassword>(batch.hash_jobs[0].work).hash, "");
}

TEST_F(Authenticate, takes_long_responses_in_pieces) {
    BenchClient& client = bench.open(over_tls());
    const std::string response = plain("alice", std::string(500, 'x'));
    client.send("AUTHENTICATE PLAIN");
    EXPECT_THAT(client.ask("AUTHENTICATE " + response.substr(0, 400)), testing::IsEmpty());
    EXPECT_THAT(client.ask("AUTHENTICATE " + response.substr(400)),
                ElementsAre(HasSubstr(" 904 ")));
    const std::string exact = plain("alice", std::string(293, 'x'));
    ASSERT_EQ(exact.size(), 400U);
    client.send("AUTHENTICATE PLAIN");
    EXPECT_THAT(client.ask("AUTHENTICATE " + exact), testing::IsEmpty());
    EXPECT_THAT(client.ask("AUTHENTICATE +"), ElementsAre(HasSubstr(" 904 ")));
}

TEST_F(Authenticate, bounds_what_it_keeps) {
    BenchClient& client = bench.open(over_tls());
    client.send("AUTHENTICATE PLAIN");
    EXPECT_THAT(client.ask("AUTHENTICATE " + std::string(401, 'A')),
                ElementsAre(HasSubstr(" 905 ")));
    client.send("AUTHENTICATE PLAIN");
    for (int i = 0; i < 3; ++i) client.send("AUTHENTICATE " + std::string(400, 'A'));
    EXPECT_THAT(client.ask("AUTHENTICATE " + std::string(400, 'A')),
                ElementsAre(HasSubstr(" 904 ")));
}

TEST_F(Authenticate, who_registers_in_the_middle_goes_on_as_a_guest) {
    BenchClient& client = bench.open(over_tls());
    client.send("AUTHENTICATE PLAIN");
    client.send("NICK carol");
    EXPECT_THAT(client.ask("USER carol 0 * :Carol"),
                testing::AllOf(Contains(HasSubstr(" 906 carol ")), Contains(HasSubstr(" 001 "))));
}

TEST_F(Authenticate, registration_waits_for_the_hasher) {
    BenchClient& client = bench.open(over_tls());
    client.send_bytes(
        "CAP REQ sasl\r\nNICK alice\r\nUSER a 0 * :A\r\nAUTHENTICATE PLAIN\r\n"
        "AUTHENTICATE " +
        plain("alice", "secret-word") + "\r\nCAP END\r\n");
    EXPECT_THAT(client.take(), testing::AllOf(Contains(HasSubstr(" 903 alice ")),
                                              Contains(HasSubstr(" 001 alice "))));
}

TEST_F(Authenticate, a_name_that_belongs_to_an_account_is_for_its_owner) {
    BenchClient& client = bench.open(over_tls());
    client.send("NICK alice");
    EXPECT_THAT(client.ask("USER a 0 * :A"),
                ElementsAre(":irc.example 433 alice alice :This nickname belongs to an account; "
                            "log in to use it"));
    EXPECT_THAT(client.ask("NICK bob"), Contains(HasSubstr(" 001 bob ")));
}

TEST_F(Authenticate, too_many_wrong_passwords_have_to_wait) {
    BenchClient& client = bench.open(over_tls("203.0.113.9"));
    for (int i = 0; i < 3; ++i)
        EXPECT_THAT(log_in(client, "alice", "wrong"), Contains(HasSubstr("904")));
    EXPECT_THAT(log_in(client, "alice", "secret-word"),
                ElementsAre(HasSubstr(" 904 * :Too many tries")));
    BenchClient& elsewhere = bench.open(over_tls("198.51.100.7"));
    EXPECT_THAT(log_in(elsewhere, "alice", "secret-word"), Contains(HasSubstr(" 903 ")));
}

TEST_F(Authenticate, a_busy_hasher_is_no_wrong_password) {
    BenchClient& client = bench.open(over_tls());
    bench.set_hashers(testing_support::Hashers::busy);
    for (int i = 0; i < 5; ++i) {
        EXPECT_THAT(log_in(client, "alice", "secret-word"),
                    ElementsAre(HasSubstr(" 904 * :The server is busy")));
    }
}

TEST_F(Authenticate, a_link_that_goes_while_it_is_checked_is_nobody) {
    BenchClient& client = bench.open(over_tls());
    EXPECT_THAT(client.ask("AUTHENTICATE PLAIN"), ElementsAre("AUTHENTICATE +"));
    bench.engine().handle_bytes(
        client.link(), "AUTHENTICATE " + plain("alice", "secret-word") + "\r\n", bench.now());
    engine::Batch batch;
    bench.engine().take_batch(batch);
    ASSERT_EQ(batch.hash_jobs.size(), 1U);
    client.hang_up();
    bench.engine().handle_hash_answer({batch.hash_jobs[0].id, PasswordVerdict{true}}, bench.now());
    bench.settle();
    EXPECT_THAT(client.take(), testing::IsEmpty());
}

}  // namespace
}  // namespace brusio
