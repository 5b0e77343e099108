#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/wire/base64.h"
#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::Hashers;
using testing_support::over_tls;

std::string plain_response(std::string_view name, std::string_view password) {
    std::string text{'\0'};
    text += name;
    text += '\0';
    text += password;
    return "AUTHENTICATE " + wire::encode_base64(text);
}

/// Who waits for the hasher, for how long, and who is told that it was too much.
class LoginTurns : public testing::Test {
 protected:
    LoginTurns() {
        for (const char* name : {"alice", "bob"}) {
            BenchClient& client = bench.connect(name, {}, over_tls(home));
            client.send("REGISTER * * secret-word");
            client.send("QUIT");
        }
        bench.forget_all();
    }

    /// A new link that asks to be let in and says nothing more.
    BenchClient& try_from(std::string_view address, std::string_view name,
                          std::string_view password = "secret-word") {
        BenchClient& client = bench.open(over_tls(address));
        client.send("AUTHENTICATE PLAIN");
        static_cast<void>(client.take());
        client.send(plain_response(name, password));
        return client;
    }
    std::size_t answer_all() {
        std::size_t answered = 0;
        for (; !bench.hash_jobs().empty(); ++answered) bench.answer_hashes(1);
        return answered;
    }

    static constexpr std::string_view home = "192.0.2.1";
    static constexpr std::string_view office = "198.51.100.7";
    EngineBench bench;
};

TEST_F(LoginTurns, everybody_of_one_address_gets_in_at_once) {
    std::vector<BenchClient*> clients;
    bench.set_hashers(Hashers::slow);
    for (int i = 0; i < 50; ++i) {
        clients.push_back(&try_from(office, i % 2 == 0 ? "alice" : "bob"));
    }
    EXPECT_LE(bench.hash_jobs().size(), 4U);
    EXPECT_EQ(answer_all(), 50U);
    for (BenchClient* client : clients) EXPECT_THAT(client->take(), Contains(HasSubstr(" 903 ")));
}

TEST_F(LoginTurns, of_a_crowd_of_wrong_ones_for_one_account_no_more_are_looked_at_than_may_be) {
    bench.set_hashers(Hashers::slow);
    for (const std::string_view address : {home, office}) {
        std::vector<BenchClient*> clients;
        for (int i = 0; i < 200; ++i) clients.push_back(&try_from(address, "alice", "wrong"));
        std::size_t looked_at = answer_all();
        bench.advance(2min);
        looked_at += answer_all();
        EXPECT_LE(looked_at, 4U) << address;
        for (BenchClient* client : clients) {
            EXPECT_THAT(client->take(), Contains(HasSubstr(" 904 "))) << address;
        }
    }
}

TEST_F(LoginTurns, a_crowd_from_everywhere_wears_out_one_name_alone) {
    bench.set_hashers(Hashers::slow);
    for (int i = 0; i < 300; ++i) {
        try_from("203.0." + std::to_string(i % 100) + ".1", "alice", "wrong");
    }
    EXPECT_EQ(answer_all(), 10U);
    bench.set_hashers(Hashers::idle);
    EXPECT_THAT(try_from(office, "alice").take(), ElementsAre(HasSubstr("904 * :Too many tries")));
    EXPECT_THAT(try_from(home, "alice").take(), Contains(HasSubstr(" 903 ")));
    EXPECT_THAT(try_from(office, "bob").take(), Contains(HasSubstr(" 903 ")));
}

TEST_F(LoginTurns, addresses_take_turns) {
    bench.set_hashers(Hashers::slow);
    for (int i = 0; i < 200; ++i) try_from(office, "nobody" + std::to_string(i));
    BenchClient& honest = try_from("203.0.113.5", "alice");
    BenchClient& known = try_from(home, "bob");
    for (int i = 0; i < 2; ++i) bench.answer_hashes(bench.hash_jobs().size());
    EXPECT_THAT(honest.take(), Contains(HasSubstr(" 903 ")));
    EXPECT_THAT(known.take(), Contains(HasSubstr(" 903 ")));
}

TEST_F(LoginTurns, a_neighbour_who_guesses_delays_others_for_moments) {
    for (int i = 0; i < 5; ++i) try_from(office, "nobody" + std::to_string(i), "wrong");
    BenchClient& stranger = try_from(office, "alice");
    EXPECT_THAT(stranger.take(), IsEmpty());
    bench.advance(5s);
    EXPECT_THAT(stranger.take(), Contains(HasSubstr(" 903 ")));
}

TEST_F(LoginTurns, who_has_been_there_before_is_let_in_beside_a_neighbour_and_after_a_restart) {
    try_from(office, "alice");
    EngineBench after{EngineBench::After{bench}};
    const auto attempt = [&](std::string_view name, std::string_view password) {
        BenchClient& client = after.open(over_tls(office));
        client.send("AUTHENTICATE PLAIN");
        return client.ask(plain_response(name, password));
    };
    for (int i = 0; i < 20; ++i) static_cast<void>(attempt("nobody" + std::to_string(i), "x"));
    for (int i = 0; i < 20; ++i) static_cast<void>(attempt("bob", "wrong"));
    EXPECT_THAT(attempt("alice", "secret-word"), Contains(HasSubstr(" 903 ")));
}

TEST_F(LoginTurns, a_link_that_goes_takes_its_try_along_and_what_is_looked_at_counts) {
    bench.set_hashers(Hashers::slow);
    std::vector<BenchClient*> clients;
    for (int i = 0; i < 8; ++i) clients.push_back(&try_from(office, "alice", "wrong"));
    for (BenchClient* client : clients) client->hang_up();
    EXPECT_EQ(answer_all(), 3U);
    EXPECT_THAT(try_from(office, "alice").take(), ElementsAre(HasSubstr("904 * :Too many tries")));
}

TEST_F(LoginTurns, the_time_to_register_stands_still_meanwhile) {
    bench.set_hashers(Hashers::slow);
    BenchClient& client = try_from(office, "alice");
    bench.advance(50s);
    EXPECT_FALSE(client.closed());
    bench.answer_hashes(1);
    EXPECT_THAT(client.take(), Contains(HasSubstr(" 903 ")));
    bench.advance(29s);
    EXPECT_FALSE(client.closed());
    bench.advance(2s);
    EXPECT_TRUE(client.closed());
}

TEST_F(LoginTurns, nobody_waits_for_ever) {
    bench.set_hashers(Hashers::slow);
    std::vector<BenchClient*> clients;
    for (int i = 0; i < 6; ++i) clients.push_back(&try_from(home, "alice"));
    bench.advance(61s);
    const auto told = std::count_if(clients.begin(), clients.end(), [](BenchClient* client) {
        return testing::Value(client->take(), Contains(HasSubstr(" 904 * :")));
    });
    EXPECT_EQ(told, 3);  // the others are being looked at
}

TEST_F(LoginTurns, when_too_many_wait_the_address_with_the_most_is_told_so) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.hash_jobs_waiting_max = 10;
    EngineBench small(std::move(config));
    small.set_hashers(Hashers::slow);
    std::vector<BenchClient*> crowd;
    const auto begin = [&](std::string_view address, const std::string& name) -> BenchClient& {
        BenchClient& client = small.open(over_tls(address));
        client.send("AUTHENTICATE PLAIN");
        static_cast<void>(client.take());
        client.send(plain_response(name, "x"));
        return client;
    };
    for (int i = 0; i < 30; ++i) crowd.push_back(&begin(office, "n" + std::to_string(i)));
    BenchClient& honest = begin("203.0.113.5", "alice");
    EXPECT_THAT(honest.take(), IsEmpty());
    EXPECT_THAT(crowd.back()->take(), ElementsAre(HasSubstr(" 904 * :The server is busy")));
    EXPECT_THAT(crowd.front()->take(), IsEmpty());
}

TEST_F(LoginTurns, scram_counts_its_proof_alone) {
    BenchClient& client = bench.open(over_tls(office));
    const auto begin = [&] {
        client.send("AUTHENTICATE SCRAM-SHA-256");
        client.send("AUTHENTICATE " + wire::encode_base64("n,,n=alice,r=abc"));
    };
    for (int i = 0; i < 20; ++i) {
        begin();
        client.send("AUTHENTICATE *");
    }
    const auto prove = [&](std::string_view proof) {
        begin();
        static_cast<void>(client.take());
        return client.ask("AUTHENTICATE " +
                          wire::encode_base64("c=biws,r=abcnonce,p=" + wire::encode_base64(proof)));
    };
    for (int i = 0; i < 3; ++i) {
        EXPECT_THAT(prove("proof-of-nothing"), ElementsAre(HasSubstr("is wrong")));
    }
    EXPECT_THAT(prove("proof-of-secret-word"), ElementsAre(HasSubstr("904 * :Too many tries")));
    bench.advance(1min);
    BenchClient& later = bench.open(over_tls(office));
    later.send("AUTHENTICATE SCRAM-SHA-256");
    later.send("AUTHENTICATE " + wire::encode_base64("n,,n=alice,r=abc"));
    static_cast<void>(later.take());
    EXPECT_THAT(later.ask("AUTHENTICATE " +
                          wire::encode_base64("c=biws,r=abcnonce,p=" +
                                              wire::encode_base64("proof-of-secret-word"))),
                ElementsAre("AUTHENTICATE " +
                            wire::encode_base64("v=" + wire::encode_base64("signature"))));
}

TEST_F(LoginTurns, other_ways_to_give_a_password_go_through_the_same_door) {
    for (int i = 0; i < 3; ++i) try_from(office, "alice", "wrong");
    BenchClient& client = bench.open(over_tls(office));
    client.send("PASS alice:secret-word");
    client.send("NICK alice");
    EXPECT_THAT(client.ask("USER a 0 * :A"), Contains("ERROR :Too many wrong passwords; wait a "
                                                      "minute and try again"));
    BenchClient& own = bench.log_in("alice", "standard-replies");  // from home
    for (int i = 0; i < 3; ++i) {
        EXPECT_THAT(own.ask("ACCOUNT PASSWORD wrong another-word"),
                    ElementsAre(HasSubstr("FAIL ACCOUNT INVALID_CREDENTIALS")));
    }
    EXPECT_THAT(own.ask("ACCOUNT PASSWORD secret-word another-word"), IsEmpty());
    bench.advance(1s);
    EXPECT_THAT(own.take(), ElementsAre(HasSubstr("NOTE ACCOUNT PASSWORD_CHANGED")));
}

TEST_F(LoginTurns, operators_passwords_cannot_be_guessed_for_ever) {
    BenchClient& eve = bench.connect("eve", {}, over_tls(office));
    for (int i = 0; i < 3; ++i) {
        EXPECT_THAT(eve.ask("OPER root wrong"), ElementsAre(HasSubstr(" 464 eve :Wrong")));
    }
    EXPECT_THAT(eve.ask("OPER root secret"), ElementsAre(HasSubstr(" 464 eve :Too many")));
    const std::vector<HostEvent> events = bench.take_events();
    EXPECT_EQ(std::count_if(events.begin(), events.end(),
                            [](const HostEvent& event) {
                                return event.kind == HostEventKind::oper_failed &&
                                       event.subject == "root" && event.nick == "eve" &&
                                       event.address == office && event.account.empty();
                            }),
              4);
    BenchClient& root = bench.connect("root", {}, over_tls(home));
    EXPECT_THAT(root.ask("OPER root secret"), Contains(HasSubstr(" 381 ")));
    EXPECT_THAT(bench.take_events(), testing::SizeIs(1));
}

TEST_F(LoginTurns, the_log_hears_of_what_was_wrong) {
    static_cast<void>(bench.take_events());
    try_from(office, "alice", "wrong");
    ASSERT_EQ(bench.take_events(), (std::vector<HostEvent>{{.kind = HostEventKind::login_failed,
                                                            .account = "alice",
                                                            .address = std::string{office}}}));
    bench.connect("carol", {}, over_tls(office)).send("REGISTER * * secret-word");
    const std::vector<HostEvent> made = bench.take_events();
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].kind, HostEventKind::account_made);
    EXPECT_EQ(made[0].account, "carol");
}

TEST_F(LoginTurns, a_registration_that_came_to_nothing_does_not_count) {
    bench.set_hashers(Hashers::busy);
    BenchClient& dora = bench.connect("dora", {}, over_tls(office));
    for (int i = 0; i < 20; ++i) {
        EXPECT_THAT(dora.ask("REGISTER * * secret-word"), Contains(HasSubstr("is busy")));
    }
    bench.set_hashers(Hashers::slow);
    dora.send("REGISTER * * secret-word");
    dora.hang_up();
    EXPECT_EQ(answer_all(), 1U);
    bench.set_hashers(Hashers::idle);
    BenchClient& again = bench.connect("dora", {}, over_tls(office));
    EXPECT_THAT(again.ask("REGISTER * * secret-word"), Contains(HasSubstr("SUCCESS")));
}

}  // namespace
}  // namespace brusio
