#include "core/base/ip_address.h"

#include <gtest/gtest.h>

namespace brusio {
namespace {

IpAddress address(std::string_view text) { return IpAddress::parse(text).value(); }

TEST(IpAddress, is_written_as_it_was_read) {
    for (const char* text : {"127.0.0.1", "10.20.30.40", "255.255.255.255", "::", "::1",
                             "1::", "2001:db8::7", "1:2:3:4:5:6:7:8", "2001:db8:0:1:1:1:1:1"}) {
        EXPECT_EQ(address(text).text(), text);
    }
}

// RFC 5952: small letters, no leading zeros, the longest run of zeros is left out.
TEST(IpAddress, is_written_in_one_way_alone) {
    EXPECT_EQ(address("2001:0DB8:0:0::0001").text(), "2001:db8::1");
    EXPECT_EQ(address("2001:0:0:1:0:0:0:1").text(), "2001:0:0:1::1");
    EXPECT_EQ(address("2001:db8:0:0:1:0:0:1").text(), "2001:db8::1:0:0:1");
    EXPECT_EQ(address("0::1").text(), "::1");
    EXPECT_EQ(address("64:ff9b::192.0.2.33").text(), "64:ff9b::c000:221");
}

TEST(IpAddress, text_that_is_no_address_is_refused) {
    for (const char* text : {"",
                             "localhost",
                             "1.2.3",
                             "1.2.3.4.5",
                             "1.2.3.4 ",
                             " 1.2.3.4",
                             "1.2.3.256",
                             "1.2.3.04",
                             "1..3.4",
                             "0x1.2.3.4",
                             "::g",
                             ":",
                             ":::",
                             "1:2:3:4:5:6:7",
                             "1:2:3:4:5:6:7:8:9",
                             "1::2::3",
                             "1:2:3:4:5:6:7:8::",
                             "::1:2:3:4:5:6:7:8",
                             "1:2:3:4:5:6:7:",
                             ":1:2:3:4:5:6:7",
                             "12345::",
                             "1:2:3:4:5:6:7:1.2.3.4",
                             "::1.2.3.4:5",
                             "fe80::1%eth0",
                             "[::1]"}) {
        EXPECT_FALSE(IpAddress::parse(text)) << text;
    }
}

TEST(IpAddress, an_ipv4_address_in_ipv6_clothes_is_the_ipv4_address) {
    EXPECT_EQ(address("::ffff:192.0.2.5"), address("192.0.2.5"));
    EXPECT_EQ(address("::ffff:c000:205").text(), "192.0.2.5");
}

TEST(IpAddress, is_made_of_4_bytes_or_of_16) {
    constexpr std::array<std::uint8_t, 4> v4{192, 0, 2, 5};
    EXPECT_EQ(IpAddress::from_bytes(v4), address("192.0.2.5"));
    constexpr std::array<std::uint8_t, 16> v6{0x20, 1, 0x0D, 0xB8, 0, 0, 0, 0,
                                              0,    0, 0,    0,    0, 0, 0, 9};
    EXPECT_EQ(IpAddress::from_bytes(v6), address("2001:db8::9"));
    EXPECT_TRUE(IpAddress::from_bytes(std::span{v6}.first(5)).is_none());
    EXPECT_EQ(IpAddress{}.text(), "unknown");
}

TEST(IpAddress, knows_the_loopback) {
    EXPECT_TRUE(address("127.0.0.1").is_loopback());
    EXPECT_TRUE(address("127.200.0.9").is_loopback());
    EXPECT_TRUE(address("::1").is_loopback());
    EXPECT_FALSE(address("128.0.0.1").is_loopback());
    EXPECT_FALSE(address("::2").is_loopback());
    EXPECT_FALSE(address("1::1").is_loopback());
    EXPECT_FALSE(IpAddress{}.is_loopback());
}

TEST(IpAddress, an_ipv6_network_of_64_bits_counts_as_one_peer) {
    EXPECT_EQ(address("2001:db8:1:2:aaaa::1").counted_as(),
              address("2001:db8:1:2:bbbb::9").counted_as());
    EXPECT_NE(address("2001:db8:1:2::1").counted_as(), address("2001:db8:1:3::1").counted_as());
    EXPECT_NE(address("10.0.0.1").counted_as(), address("10.0.0.2").counted_as());
}

TEST(IpAddress, a_socket_of_the_file_system_is_none_of_them) {
    const IpAddress file = IpAddress::file_socket();
    EXPECT_EQ(file.text(), "unix");
    EXPECT_FALSE(file.is_none());
    EXPECT_FALSE(file.is_loopback());
    EXPECT_EQ(file.counted_as(), file);
    EXPECT_EQ(IpAddress::parse("unix"), std::nullopt);
    EXPECT_EQ(IpAddress::parse_peer("unix"), file);
    EXPECT_EQ(IpAddress::parse_peer("192.0.2.1"), address("192.0.2.1"));
    EXPECT_EQ(IpAddress::parse_peer("Unix"), std::nullopt);
}

TEST(IpRange, the_word_for_sockets_of_the_file_system_holds_them_alone) {
    EXPECT_EQ(IpRange::parse("unix"), std::nullopt);
    const IpRange files = IpRange::parse_peers("unix").value();
    EXPECT_TRUE(files.contains(IpAddress::file_socket()));
    EXPECT_FALSE(files.contains(IpAddress{}));
    EXPECT_FALSE(files.contains(address("0.0.0.0")));
    for (const char* all : {"0.0.0.0/0", "::/0"}) {
        EXPECT_FALSE(IpRange::parse_peers(all)->contains(IpAddress::file_socket())) << all;
    }
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

TEST(IpRange, is_written_without_what_decides_nothing) {
    EXPECT_EQ(IpRange::parse("10.32.1.2/11")->text(), "10.32.0.0/11");
    EXPECT_EQ(IpRange::parse("192.0.2.1/32")->text(), "192.0.2.1");
    EXPECT_EQ(IpRange::parse("2001:DB8::1/32")->text(), "2001:db8::/32");
}

TEST(IpRange, a_length_that_makes_no_sense_is_refused) {
    for (const char* text : {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/8 ", "10.0.0.0/-1",
                             "10.0.0.0/+8", "10.0.0.0/8/8", "::/129", "::/1280", "/8"}) {
        EXPECT_FALSE(IpRange::parse(text)) << text;
    }
}

}  // namespace
}  // namespace brusio
