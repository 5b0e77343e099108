#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace brusio {

/// An IPv4 or IPv6 address without port. An IPv4 address that is written or carried as an IPv6 one
/// (::ffff:a.b.c.d) is held as the IPv4 address it is.
class IpAddress {
 public:
    IpAddress() = default;
    /// Nothing if `text` is no numeric address (RFC 4291 section 2.2; IPv4 in four decimal parts).
    static std::optional<IpAddress> parse(std::string_view text);
    /// What stands for whoever comes through a socket of the file system: no address of a network,
    /// so `parse` never gives it.
    static IpAddress file_socket();
    /// As `parse`, and `file_socket` for its text.
    static std::optional<IpAddress> parse_peer(std::string_view text);
    /// 4 or 16 bytes in network order; any other number of them gives the address that is none.
    static IpAddress from_bytes(std::span<const std::uint8_t> bytes);

    /// As RFC 5952 writes it; "unix" for `file_socket`, "unknown" for the address that is none.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool is_none() const { return bits_ == 0; }
    [[nodiscard]] bool is_file_socket() const { return bits_ == file_socket_bits; }
    [[nodiscard]] bool is_loopback() const;
    [[nodiscard]] std::uint8_t bits() const { return bits_; }  // 32, 128, or of none of these
    /// The address with all bits after the first `length` cleared.
    [[nodiscard]] IpAddress prefix(std::uint8_t length) const;
    /// Who is counted as one peer: an IPv4 address, an IPv6 /64.
    [[nodiscard]] IpAddress counted_as() const { return prefix(bits_ == 128 ? 64 : bits_); }
    [[nodiscard]] std::uint64_t hash() const;

    bool operator==(const IpAddress&) const = default;

 private:
    static constexpr std::uint8_t file_socket_bits = 1;

    std::array<std::uint8_t, 16> bytes_{};
    std::uint8_t bits_ = 0;
};

/// All addresses that share their first bits, written as "10.0.0.0/8", "::1" or "2001:db8::/32"
/// (RFC 4632 section 3.1, RFC 4291 section 2.3). Bits of `base` after the first `length` are 0.
struct IpRange {
    IpAddress base;
    std::uint8_t length = 0;

    /// Nothing if `text` is no range. Bits after the length are passed over.
    static std::optional<IpRange> parse(std::string_view text);
    /// As `parse`, and "unix" for all who come through sockets of the file system.
    static std::optional<IpRange> parse_peers(std::string_view text);
    [[nodiscard]] bool contains(const IpAddress& address) const {
        return address.bits() == base.bits() && address.prefix(length) == base;
    }
    /// "10.0.0.0/8"; a single address without a length.
    [[nodiscard]] std::string text() const;

    bool operator==(const IpRange&) const = default;
};

}  // namespace brusio
