#include "core/session/accounts/login_guard.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

using namespace std::chrono_literals;
using Turn = LoginGuard::Turn;

class Guard : public testing::Test {
 protected:
    ~Guard() override { guard.check_invariants(); }

    static LoginTry from(const std::string& address, const std::string& name = "alice") {
        return {TryKind::account, address, Folded{name}};
    }
    static LoginTry from_home(const std::string& name = "alice") {
        LoginTry login = from("home", name);
        login.known = true;
        return login;
    }
    Turn turn_of(const LoginTry& login) { return guard.judge(login, limits, now).turn; }
    void fail(const LoginTry& login) {
        guard.begin(login);
        guard.end(login, TryEnd::wrong, now);
    }

    Limits limits;
    LoginGuard guard;
    MonoTime now{1h};
};

TEST_F(Guard, a_name_is_tried_wrongly_three_times_a_minute_from_one_address) {
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(turn_of(from("a")), Turn::now);
        fail(from("a"));
    }
    EXPECT_EQ(turn_of(from("a")), Turn::never);
    EXPECT_EQ(turn_of(from("a", "bob")), Turn::now);
    EXPECT_EQ(turn_of(from("b")), Turn::now);
    now = now + 1min;
    EXPECT_EQ(turn_of(from("a")), Turn::now);
}

TEST_F(Guard, no_more_are_under_way_than_may_be_wrong) {
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(turn_of(from("a")), Turn::now);
        guard.begin(from("a"));
    }
    EXPECT_EQ(turn_of(from("a")), Turn::later);
    EXPECT_FALSE(guard.judge(from("a"), limits, now).at);
    for (int i = 0; i < 7; ++i) guard.begin(from(std::to_string(i)));
    EXPECT_EQ(turn_of(from("another")), Turn::later);  // ten are looked at
    guard.end(from("0"), TryEnd::right, now);
    EXPECT_EQ(turn_of(from("another")), Turn::now);
    for (int i = 1; i < 7; ++i) guard.end(from(std::to_string(i)), TryEnd::wrong, now);
    for (int i = 0; i < 3; ++i) guard.end(from("a"), TryEnd::wrong, now);
    EXPECT_EQ(turn_of(from("a")), Turn::never);
    EXPECT_EQ(turn_of(from("another")), Turn::now);
    fail(from("another"));
    EXPECT_EQ(turn_of(from("one more")), Turn::never);
    now = now + 1h;
    EXPECT_EQ(turn_of(from("one more")), Turn::now);
}

TEST_F(Guard, only_wrong_answers_count) {
    for (int i = 0; i < 40; ++i) {
        ASSERT_EQ(turn_of(from("a")), Turn::now);
        guard.begin(from("a"));
        guard.end(from("a"), i % 2 == 0 ? TryEnd::right : TryEnd::untold, now);
    }
}

TEST_F(Guard, at_an_address_that_fails_at_many_names_others_wait_for_moments) {
    for (const char* name : {"a", "b", "c"}) fail(from("office", name));
    const auto verdict = guard.judge(from("office"), limits, now);
    EXPECT_EQ(verdict.turn, Turn::later);
    EXPECT_EQ(verdict.at, now + 1s);
    now = now + 1s;
    EXPECT_EQ(turn_of(from("office")), Turn::now);
    guard.begin(from("office"));
    EXPECT_EQ(turn_of(from("office", "bob")), Turn::later);  // one at a time
    guard.end(from("office"), TryEnd::right, now);
    EXPECT_EQ(turn_of(from("office", "bob")), Turn::now);
    for (const char* name : {"d", "e", "f", "g", "h", "i", "j"}) fail(from("office", name));
    EXPECT_EQ(guard.judge(from("office"), limits, now).at, now + 20s);
    EXPECT_EQ(turn_of(from("elsewhere")), Turn::now);
}

TEST_F(Guard, who_is_known_there_is_not_held_to_what_others_do) {
    for (int i = 0; i < 10; ++i) fail(from(std::to_string(i)));
    for (const char* name : {"a", "b", "c", "d"}) fail(from("home", name));
    EXPECT_EQ(turn_of(from("another")), Turn::never);
    EXPECT_EQ(turn_of(from_home()), Turn::now);
    EXPECT_EQ(turn_of(from_home("bob")), Turn::now);
}

TEST_F(Guard, who_is_known_there_is_slowed_and_never_refused) {
    for (int i = 0; i < 3; ++i) fail(from_home());
    EXPECT_EQ(guard.judge(from_home(), limits, now).at, now + 1s);
    EXPECT_EQ(turn_of(from_home("bob")), Turn::now);
    for (int i = 0; i < 100; ++i) {
        fail(from_home());
        now = now + 20s;
        ASSERT_EQ(turn_of(from_home()), Turn::now);
    }
    EXPECT_EQ(turn_of(from("another")), Turn::now);  // nor is anybody else held to it
}

TEST_F(Guard, says_when_a_name_has_had_enough) {
    for (int i = 1; i <= 3; ++i) {
        fail(from("a"));
        EXPECT_EQ(guard.just_too_many(from("a"), limits, now), i == 3);
    }
    for (int i = 4; i <= 10; ++i) {
        fail(from(std::to_string(i)));
        EXPECT_EQ(guard.just_too_many(from(std::to_string(i)), limits, now), i == 10);
    }
}

TEST_F(Guard, operators_names_are_not_worn_out_by_those_who_may_not_be_them) {
    LoginTry outsider = from("x", "root");
    outsider.kind = TryKind::server_operator;
    outsider.hopeless = true;
    for (int i = 0; i < 20; ++i) {
        outsider.address = std::to_string(i);
        fail(outsider);
    }
    LoginTry root = from("y", "root");
    root.kind = TryKind::server_operator;
    EXPECT_EQ(turn_of(root), Turn::now);
    EXPECT_FALSE(guard.is_known_operator("y", root.name));
    guard.begin(root);
    guard.end(root, TryEnd::right, now);
    EXPECT_TRUE(guard.is_known_operator("y", root.name));
    EXPECT_EQ(turn_of(from("0", "root")), Turn::now);  // an account is something else
}

TEST_F(Guard, the_servers_password_refuses_nobody_for_a_neighbour) {
    LoginTry entry = from("office", "");
    entry.kind = TryKind::server;
    for (int i = 0; i < 50; ++i) fail(entry);
    EXPECT_EQ(turn_of(entry), Turn::later);
    now = now + 20s;
    EXPECT_EQ(turn_of(entry), Turn::now);
}

TEST_F(Guard, bounds_the_accounts_that_one_address_makes) {
    for (std::size_t i = 0; i < limits.registrations_per_address_max; ++i) {
        EXPECT_TRUE(guard.begin_registration("a", limits, now));
    }
    EXPECT_FALSE(guard.begin_registration("a", limits, now));
    EXPECT_TRUE(guard.begin_registration("b", limits, now));
    guard.forget_registration("a");
    EXPECT_TRUE(guard.begin_registration("a", limits, now));
}

TEST(TryWindow, remembers_a_bounded_number_of_tries) {
    TryWindow window;
    for (int i = 0; i < 80'000; ++i) window.note(std::to_string(i % 7'000), MonoTime{1h});
    EXPECT_EQ(window.size(), 50'000U);
    window.check_invariants();
    EXPECT_EQ(window.tries_of("1", MonoTime{3h}, 1h).count, 0U);
    EXPECT_EQ(window.size(), 0U);
}

TEST(TryWindow, counts_the_keys_with_one_beginning) {
    TryWindow window;
    for (const char* key : {"a 1", "a 1", "a 2", "b 1"}) window.note(key, MonoTime{1h});
    window.note("a 2", MonoTime{1h + 1min});
    EXPECT_EQ(window.keys_under("a ", MonoTime{1h + 2min}, 1h).count, 2U);
    EXPECT_EQ(window.keys_under("a ", MonoTime{1h + 2min}, 1h).newest, MonoTime{1h + 1min});
    EXPECT_EQ(window.keys_under("a ", MonoTime{2h}, 1h).count, 1U);
    EXPECT_EQ(window.keys_under("c", MonoTime{2h}, 1h).count, 0U);
}

TEST(AddressGroup, takes_a_whole_ipv6_network_for_one) {
    EXPECT_EQ(address_group("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(address_group("2001:db8::1"), address_group("2001:db8:0:0:ffff::"));
    EXPECT_EQ(address_group("2001:db8:1:2:3:4:5:6"), address_group("2001:0db8:1:2::"));
    EXPECT_NE(address_group("2001:db8:1:2::1"), address_group("2001:db8:1:3::1"));
    EXPECT_EQ(address_group("::1"), address_group("::2"));
    EXPECT_EQ(address_group("1:2:3::4:5:6:7"), address_group("1:2:3:0:4:5:6:7"));
    EXPECT_NE(address_group("::ffff:192.0.2.1"), "");
}

}  // namespace
}  // namespace brusio::session
