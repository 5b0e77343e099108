#include "core/session/cloak.h"

#include <array>
#include <cstdint>
#include <optional>

#include "core/base/assert.h"
#include "core/session/server_state.h"

namespace brusio::session {

namespace {

constexpr std::size_t own_digits = 13;     // 65 bits
constexpr std::size_t network_digits = 8;  // 40 bits

/// The first bits of `bytes` in base32 (RFC 4648 section 6), in small letters.
std::string base32(std::string_view bytes, std::size_t digits) {
    constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    BRUSIO_ASSERT(bytes.size() * 8 >= digits * 5);
    std::string text;
    for (std::size_t digit = 0; digit < digits; ++digit) {
        unsigned value = 0;
        for (std::size_t bit = digit * 5; bit < digit * 5 + 5; ++bit) {
            const auto byte = static_cast<unsigned char>(bytes[bit / 8]);
            value = value << 1U | (byte >> (7 - bit % 8) & 1U);
        }
        text += alphabet[value];
    }
    return text;
}

std::string group(const ServerState& state, const IpAddress& address, std::uint8_t length,
                  std::size_t digits) {
    const IpRange range{address.prefix(length), length};
    const std::string text =
        "cloak " + range.base.text() + '/' + std::to_string(static_cast<unsigned>(length));
    return base32(state.keyed_hash(text), digits);
}

std::string cloak_of(const ServerState& state, const IpAddress& address) {
    BRUSIO_ASSERT(state.keyed_hash != nullptr && !address.is_none());
    const bool is_v4 = address.bits() == 32;
    const std::array<std::uint8_t, 2> networks =
        is_v4 ? std::array<std::uint8_t, 2>{24, 16} : std::array<std::uint8_t, 2>{64, 48};
    std::string cloak = group(state, address, address.bits(), own_digits);
    for (const std::uint8_t length : networks) {
        cloak += '.' + group(state, address, length, network_digits);
    }
    cloak += '.';
    BRUSIO_ASSERT(cloak.size() == cloak_stem_bytes);
    return cloak + cloak_suffix(state.config);
}

std::string plain_host(const std::string& address) {
    return address.starts_with(':') ? "0" + address : address;
}

}  // namespace

std::string cloak_suffix(const ServerConfig& config) {
    if (!config.cloaks.suffix.empty()) return config.cloaks.suffix;
    std::string suffix;
    for (const char c : config.network) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool fits = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (fits && suffix.size() < cloak_suffix_bytes_max) suffix += small;
    }
    return suffix.empty() ? "cloak" : suffix;
}

std::string shown_host(const ServerState& state, const LinkInfo& info) {
    if (!state.config.cloaks.enabled) return plain_host(info.peer_address);
    const std::optional<IpAddress> address = IpAddress::parse(info.peer_address);
    if (info.loopback || !address) return std::string{near_host};
    return cloak_of(state, *address);
}

std::string shown_source(const ServerState& state, std::string_view source) {
    const std::size_t at = source.rfind('@');
    if (!state.config.cloaks.enabled || at == std::string_view::npos) return std::string{source};
    const std::optional<IpAddress> address = IpAddress::parse(source.substr(at + 1));
    if (!address) return std::string{source};
    std::string shown{source.substr(0, at + 1)};
    return shown += address->is_loopback() ? near_host : cloak_of(state, *address);
}

IpAddress told_address(std::string_view host) {
    constexpr std::string_view loopback = "127.0.0.1";
    return IpAddress::parse(host == near_host ? loopback : host).value_or(IpAddress{});
}

}  // namespace brusio::session
