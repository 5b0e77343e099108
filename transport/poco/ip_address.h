#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct in6_addr;
struct in_addr;
struct sockaddr;

namespace brusio::poco {

/// An IPv4 or IPv6 address without port. An IPv4 address that came over an IPv6 socket
/// (::ffff:a.b.c.d) is held as the IPv4 address it is.
class IpAddress {
 public:
    IpAddress() = default;
    /// Reads AF_INET and AF_INET6; any other family gives the address that is none.
    static IpAddress from(const sockaddr& address);
    /// Nothing if `text` is no numeric address.
    static std::optional<IpAddress> parse(std::string_view text);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool is_none() const { return bits_ == 0; }
    [[nodiscard]] bool is_loopback() const;
    [[nodiscard]] std::uint8_t bits() const { return bits_; }  // 32 or 128; 0: none
    /// The address with all bits after the first `length` cleared.
    [[nodiscard]] IpAddress prefix(std::uint8_t length) const;
    /// Who is counted as one peer: an IPv4 address, an IPv6 /64.
    [[nodiscard]] IpAddress counted_as() const { return prefix(bits_ == 128 ? 64 : bits_); }
    [[nodiscard]] std::uint64_t hash() const;

    bool operator==(const IpAddress&) const = default;

 private:
    static IpAddress from_v4(const in_addr& address);
    static IpAddress from_v6(const in6_addr& address);

    std::array<std::uint8_t, 16> bytes_{};
    std::uint8_t bits_ = 0;
};

/// All addresses that share their first bits, written as "10.0.0.0/8", "::1" or "2001:db8::/32".
struct IpRange {
    IpAddress base;
    std::uint8_t length = 0;

    /// Nothing if `text` is no range.
    static std::optional<IpRange> parse(std::string_view text);
    [[nodiscard]] bool contains(const IpAddress& address) const {
        return address.bits() == base.bits() && address.prefix(length) == base;
    }
};

}  // namespace brusio::poco
