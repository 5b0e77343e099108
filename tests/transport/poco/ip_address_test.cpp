#include "transport/poco/ip_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace brusio::poco {
namespace {

IpAddress address(std::string_view text) { return IpAddress::parse(text).value(); }

TEST(IpAddress, is_written_as_it_was_read) {
    for (const char* text : {"127.0.0.1", "10.20.30.40", "::1", "2001:db8::7"}) {
        EXPECT_EQ(address(text).text(), text);
    }
}

TEST(IpAddress, text_that_is_no_address_is_refused) {
    for (const char* text : {"", "localhost", "1.2.3", "1.2.3.4.5", "::g", "1.2.3.4 "}) {
        EXPECT_FALSE(IpAddress::parse(text)) << text;
    }
}

TEST(IpAddress, an_ipv4_address_over_an_ipv6_socket_is_the_ipv4_address) {
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    ASSERT_EQ(inet_pton(AF_INET6, "::ffff:192.0.2.5", &v6.sin6_addr), 1);
    const IpAddress mapped = IpAddress::from(*reinterpret_cast<const sockaddr*>(&v6));
    EXPECT_EQ(mapped, address("192.0.2.5"));
    EXPECT_EQ(mapped.text(), "192.0.2.5");
}

TEST(IpAddress, knows_the_loopback) {
    EXPECT_TRUE(address("127.0.0.1").is_loopback());
    EXPECT_TRUE(address("127.200.0.9").is_loopback());
    EXPECT_TRUE(address("::1").is_loopback());
    EXPECT_FALSE(address("128.0.0.1").is_loopback());
    EXPECT_FALSE(address("::2").is_loopback());
    EXPECT_FALSE(address("1::1").is_loopback());
}

TEST(IpAddress, an_ipv6_network_of_64_bits_counts_as_one_peer) {
    EXPECT_EQ(address("2001:db8:1:2:aaaa::1").counted_as(),
              address("2001:db8:1:2:bbbb::9").counted_as());
    EXPECT_NE(address("2001:db8:1:2::1").counted_as(), address("2001:db8:1:3::1").counted_as());
    EXPECT_NE(address("10.0.0.1").counted_as(), address("10.0.0.2").counted_as());
}

TEST(IpRange, holds_what_shares_its_first_bits) {
    const IpRange range = IpRange::parse("10.32.0.0/11").value();
    EXPECT_TRUE(range.contains(address("10.63.255.255")));
    EXPECT_FALSE(range.contains(address("10.64.0.0")));
    EXPECT_FALSE(range.contains(address("::a20:0")));
    EXPECT_TRUE(IpRange::parse("0.0.0.0/0")->contains(address("255.1.2.3")));
    EXPECT_TRUE(IpRange::parse("2001:db8::/32")->contains(address("2001:db8:ffff::1")));
    EXPECT_TRUE(IpRange::parse("192.0.2.1")->contains(address("192.0.2.1")));
    EXPECT_FALSE(IpRange::parse("192.0.2.1")->contains(address("192.0.2.2")));
}

TEST(IpRange, a_length_that_makes_no_sense_is_refused) {
    for (const char* text : {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/8 ", "::/129"}) {
        EXPECT_FALSE(IpRange::parse(text)) << text;
    }
}

}  // namespace
}  // namespace brusio::poco
