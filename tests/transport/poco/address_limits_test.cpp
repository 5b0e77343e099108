#include "transport/poco/address_limits.h"

#include <gtest/gtest.h>

namespace brusio::poco {
namespace {

using namespace std::chrono_literals;
using Verdict = AddressLimits::Verdict;

IpAddress address(std::string_view text) { return IpAddress::parse(text).value(); }

AddressLimits::Options small() {
    AddressLimits::Options options;
    options.links_max = 2;
    options.new_links_max = 4;
    options.new_links_window = 10min;
    return options;
}

TEST(AddressLimits, an_address_holds_so_many_links_and_others_are_not_touched) {
    AddressLimits limits{small()};
    const MonoTime now{1s};
    EXPECT_EQ(limits.admit(address("192.0.2.1"), now), Verdict::admitted);
    EXPECT_EQ(limits.admit(address("192.0.2.1"), now), Verdict::admitted);
    EXPECT_EQ(limits.admit(address("192.0.2.1"), now), Verdict::too_many_links);
    EXPECT_EQ(limits.admit(address("192.0.2.2"), now), Verdict::admitted);
    limits.released(address("192.0.2.1"));
    EXPECT_EQ(limits.admit(address("192.0.2.1"), now), Verdict::admitted);
}

TEST(AddressLimits, new_links_are_counted_in_a_window_that_ends) {
    AddressLimits limits{small()};
    MonoTime now{1s};
    for (int i = 0; i < 4; ++i) {
        ASSERT_EQ(limits.admit(address("192.0.2.1"), now), Verdict::admitted);
        limits.released(address("192.0.2.1"));
    }
    EXPECT_EQ(limits.admit(address("192.0.2.1"), now), Verdict::too_many_new_links);
    now = now + 9min;
    EXPECT_EQ(limits.admit(address("192.0.2.1"), now), Verdict::too_many_new_links);
    now = now + 1min;
    EXPECT_EQ(limits.admit(address("192.0.2.1"), now), Verdict::admitted);
}

TEST(AddressLimits, one_ipv6_network_is_one_address) {
    AddressLimits limits{small()};
    EXPECT_EQ(limits.admit(address("2001:db8::1"), {}), Verdict::admitted);
    EXPECT_EQ(limits.admit(address("2001:db8::2"), {}), Verdict::admitted);
    EXPECT_EQ(limits.admit(address("2001:db8::3"), {}), Verdict::too_many_links);
    limits.released(address("2001:db8::9"));
    EXPECT_EQ(limits.admit(address("2001:db8::3"), {}), Verdict::admitted);
}

TEST(AddressLimits, an_exempt_address_is_not_counted) {
    AddressLimits::Options options = small();
    options.exempt = {IpRange::parse("127.0.0.0/8").value()};
    AddressLimits limits{options};
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(limits.admit(address("127.0.0.1"), {}), Verdict::exempt);
    }
    EXPECT_EQ(limits.addresses(), 0U);
}

TEST(AddressLimits, addresses_without_links_are_forgotten_when_their_window_is_over) {
    AddressLimits limits{small()};
    MonoTime now{1s};
    for (int i = 0; i < 5'000; ++i) {
        const std::string text = "10.1." + std::to_string(i / 250) + "." + std::to_string(i % 250);
        ASSERT_EQ(limits.admit(address(text), now), Verdict::admitted);
        limits.released(address(text));
        now = now + 1s;
    }
    EXPECT_LT(limits.addresses(), 1'300U);  // ten minutes' worth, not all
}

TEST(AddressLimits, memory_is_bounded_whoever_comes) {
    AddressLimits::Options options = small();
    options.addresses_max = 100;
    AddressLimits limits{options};
    const MonoTime now{1s};
    for (int i = 0; i < 250; ++i) limits.admit(address("10.1.1." + std::to_string(i)), now);
    EXPECT_EQ(limits.addresses(), 100U);
    EXPECT_EQ(limits.admit(address("10.1.1.0"), now), Verdict::admitted) << "a known one may";
}

// Who is near is near because the kernel says so.
TEST(AddressLimits, a_private_address_is_not_exempt_because_a_proxy_tells_of_it) {
    AddressLimits::Options options = small();
    for (const char* range : {"127.0.0.0/8", "::1", "10.0.0.0/8", "203.0.113.0/24"}) {
        options.exempt.push_back(IpRange::parse(range).value());
    }
    AddressLimits limits{options};
    using Word = AddressLimits::Word;
    for (const char* near : {"127.0.0.1", "::1", "10.1.2.3"}) {
        EXPECT_EQ(limits.admit(address(near), {}), Verdict::exempt) << near;
        EXPECT_EQ(limits.admit(address(near), {}, Word::a_proxy), Verdict::admitted) << near;
    }
    EXPECT_EQ(limits.admit(address("203.0.113.9"), {}, Word::a_proxy), Verdict::exempt);
}

}  // namespace
}  // namespace brusio::poco
