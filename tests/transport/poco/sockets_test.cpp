#include "transport/poco/sockets.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace brusio::poco {
namespace {

TEST(AddressOf, an_ipv4_address_over_an_ipv6_socket_is_the_ipv4_address) {
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    ASSERT_EQ(inet_pton(AF_INET6, "::ffff:192.0.2.5", &v6.sin6_addr), 1);
    EXPECT_EQ(address_of(*reinterpret_cast<const sockaddr*>(&v6)).text(), "192.0.2.5");
    ASSERT_EQ(inet_pton(AF_INET6, "2001:db8::9", &v6.sin6_addr), 1);
    EXPECT_EQ(address_of(*reinterpret_cast<const sockaddr*>(&v6)).text(), "2001:db8::9");
}

TEST(AddressOf, an_ipv4_socket_has_an_ipv4_address) {
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    ASSERT_EQ(inet_pton(AF_INET, "192.0.2.7", &v4.sin_addr), 1);
    EXPECT_EQ(address_of(*reinterpret_cast<const sockaddr*>(&v4)).text(), "192.0.2.7");
}

TEST(AddressOf, a_socket_of_the_file_system_is_no_address_of_a_network) {
    sockaddr file{};
    file.sa_family = AF_UNIX;
    EXPECT_EQ(address_of(file), IpAddress::file_socket());
}

TEST(AddressOf, another_family_has_none) {
    sockaddr other{};
    other.sa_family = AF_UNSPEC;
    EXPECT_TRUE(address_of(other).is_none());
}

}  // namespace
}  // namespace brusio::poco
