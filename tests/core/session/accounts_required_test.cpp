#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::LinkOptions;
using testing_support::over_tls;

session::ServerConfig asking_for_accounts() {
    session::ServerConfig config = EngineBench::default_config();
    config.accounts.required = true;
    return config;
}

TEST(AccountsRequired, a_guest_is_told_to_log_in) {
    EngineBench bench{asking_for_accounts()};
    BenchClient& guest = bench.open();
    guest.send("NICK guest");
    guest.send("USER guest 0 * :Guest");
    EXPECT_THAT(guest.take(),
                ElementsAre(HasSubstr("FAIL * ACCOUNT_REQUIRED :"), HasSubstr("ERROR :")));
    EXPECT_TRUE(guest.closed());
}

TEST(AccountsRequired, an_account_is_let_in_and_reads_the_token) {
    EngineBench bench{asking_for_accounts()};
    BenchClient& ann = bench.open(over_tls());
    ann.send("CAP LS 302");
    ann.send("NICK ann");
    ann.send("USER ann 0 * :Ann");
    ann.send("REGISTER * * secret-word");
    ann.send("CAP END");
    const std::vector<std::string> lines = ann.take();
    EXPECT_THAT(lines, Contains(HasSubstr(" 001 ann ")));
    EXPECT_THAT(lines, Contains(HasSubstr(" draft/ACCOUNTREQUIRED ")));
    EXPECT_FALSE(ann.closed());
    EngineBench open;
    EXPECT_THAT(open.connect("ann").ask("VERSION"), Not(Contains(HasSubstr("ACCOUNTREQUIRED"))));
}

TEST(AccountsRequired, people_of_the_plain_protocol_get_a_sentence) {
    EngineBench bench{asking_for_accounts()};
    LinkOptions options;
    options.kind = LinkKind::plain;
    BenchClient& pia = bench.open(options);
    EXPECT_THAT(pia.take(),
                Contains("This server asks everybody to log in; only IRC clients can do that"));
    EXPECT_TRUE(pia.closed());
}

TEST(AccountsRequired, turned_on_by_a_reload_holds_for_those_who_come_from_then_on) {
    EngineBench bench;
    BenchClient& guest = bench.connect("guest");
    BenchClient& ann = bench.connect("ann", {}, over_tls());
    BenchClient& late = bench.open();
    late.send("NICK late");
    bench.forget_all();
    bench.engine().handle_reload(asking_for_accounts(), bench.now());
    bench.settle();
    EXPECT_THAT(guest.take(), Contains(HasSubstr(" draft/ACCOUNTREQUIRED ")));
    EXPECT_THAT(guest.ask("JOIN #a"), Contains(HasSubstr(" JOIN #a")));
    EXPECT_THAT(ann.ask("REGISTER * * secret-word"), Contains(HasSubstr(" 900 ")));
    late.send("USER late 0 * :Late");
    EXPECT_THAT(late.take(), Contains(HasSubstr("FAIL * ACCOUNT_REQUIRED :")));
    EXPECT_TRUE(late.closed());
    EXPECT_FALSE(guest.closed());
}

TEST(SessionsPerAccount, are_bounded) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.sessions_per_account_max = 2;
    EngineBench bench{config};
    BenchClient& ann = bench.connect("ann", {}, over_tls());
    ann.send("REGISTER * * secret-word");
    const auto log_in = [&]() -> BenchClient& {
        BenchClient& client = bench.open(over_tls());
        client.send("PASS ann:secret-word");
        client.send("NICK ann");
        client.send("USER ann 0 * :Ann");
        return client;
    };
    EXPECT_THAT(log_in().take(), Contains(HasSubstr(" 001 ann ")));
    BenchClient& third = log_in();
    EXPECT_THAT(third.take(), Contains(HasSubstr("FAIL * TOO_MANY_SESSIONS :")));
    EXPECT_TRUE(third.closed());
    BenchClient& late = bench.connect("late", "sasl", over_tls());
    late.send("AUTHENTICATE PLAIN");
    EXPECT_THAT(late.ask("AUTHENTICATE AGFubgBzZWNyZXQtd29yZA=="),
                Contains(HasSubstr(" 904 late :This account is connected too many times")));
    ann.hang_up();
    EXPECT_THAT(log_in().take(), Contains(HasSubstr(" 001 ann ")));
}

}  // namespace
}  // namespace brusio
