#include "core/session/accounts/login_guard.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

using namespace std::chrono_literals;
using Verdict = LoginGuard::Verdict;

class Guard : public testing::Test {
 protected:
    ~Guard() override { guard.check_invariants(); }
    Verdict try_from(const std::string& address, const std::string& name = "alice") {
        return guard.begin({address, Folded{name}}, limits, now);
    }

    Limits limits;
    LoginGuard guard;
    MonoTime now{1h};
};

TEST_F(Guard, three_wrong_passwords_a_minute_are_enough_for_one_address) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(try_from("a", std::to_string(i)), Verdict::go_on);
    EXPECT_EQ(try_from("a"), Verdict::too_many);
    EXPECT_EQ(try_from("b"), Verdict::go_on);
    now = now + 1min;
    EXPECT_EQ(try_from("a"), Verdict::go_on);
}

TEST_F(Guard, a_right_password_does_not_count) {
    for (int i = 0; i < 20; ++i) {
        ASSERT_EQ(try_from("a"), Verdict::go_on);
        guard.succeeded({"a", Folded{"alice"}});
    }
}

TEST_F(Guard, tries_from_everywhere_do_not_lock_out_the_owner) {
    ASSERT_EQ(try_from("home"), Verdict::go_on);
    guard.succeeded({"home", Folded{"alice"}});
    for (int i = 0; i < 10; ++i) EXPECT_EQ(try_from(std::to_string(i)), Verdict::go_on);
    EXPECT_EQ(try_from("another"), Verdict::too_many);
    EXPECT_EQ(try_from("another", "bob"), Verdict::go_on);
    EXPECT_EQ(try_from("home"), Verdict::go_on);
    now = now + 1h;
    EXPECT_EQ(try_from("another"), Verdict::go_on);
}

TEST_F(Guard, a_busy_hasher_is_no_try) {
    for (int i = 0; i < 20; ++i) {
        ASSERT_EQ(try_from("a"), Verdict::go_on);
        guard.not_tried({"a", Folded{"alice"}});
    }
}

TEST_F(Guard, bounds_the_accounts_that_one_address_makes) {
    for (std::size_t i = 0; i < limits.registrations_per_address_max; ++i) {
        EXPECT_EQ(guard.begin_registration("a", limits, now), Verdict::go_on);
    }
    EXPECT_EQ(guard.begin_registration("a", limits, now), Verdict::too_many);
    EXPECT_EQ(guard.begin_registration("b", limits, now), Verdict::go_on);
}

TEST(TryWindow, remembers_a_bounded_number_of_tries) {
    TryWindow window;
    for (int i = 0; i < 25'000; ++i) window.note(std::to_string(i % 7'000), MonoTime{1h});
    EXPECT_EQ(window.size(), 10'000U);
    window.check_invariants();
    EXPECT_EQ(window.count("1", MonoTime{3h}, 1h), 0U);
    EXPECT_EQ(window.size(), 0U);
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
