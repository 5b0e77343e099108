#include "transport/poco/ip_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "core/base/keyed_random.h"

namespace brusio::poco {

namespace {

constexpr std::array<std::uint8_t, 12> v4_mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

}  // namespace

IpAddress IpAddress::from_v4(const in_addr& address) {
    IpAddress result;
    std::memcpy(result.bytes_.data(), &address, sizeof address);
    result.bits_ = 32;
    return result;
}

IpAddress IpAddress::from_v6(const in6_addr& address) {
    IpAddress result;
    std::memcpy(result.bytes_.data(), &address, sizeof address);
    result.bits_ = 128;
    if (!std::equal(v4_mapped.begin(), v4_mapped.end(), result.bytes_.begin())) return result;
    in_addr v4{};
    std::memcpy(&v4, result.bytes_.data() + v4_mapped.size(), sizeof v4);
    return from_v4(v4);
}

IpAddress IpAddress::from(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return from_v4(v4.sin_addr);
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &address, sizeof v6);
        return from_v6(v6.sin6_addr);
    }
    return {};
}

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
    const std::string terminated{text};
    in_addr v4{};
    if (inet_pton(AF_INET, terminated.c_str(), &v4) == 1) return from_v4(v4);
    in6_addr v6{};
    if (inet_pton(AF_INET6, terminated.c_str(), &v6) == 1) return from_v6(v6);
    return std::nullopt;
}

std::string IpAddress::text() const {
    if (is_none()) return "unknown";
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = bits_ == 32 ? AF_INET : AF_INET6;
    return inet_ntop(family, bytes_.data(), text.data(), text.size());
}

bool IpAddress::is_loopback() const {
    if (bits_ == 32) return bytes_[0] == 127;
    if (bits_ != 128 || bytes_[15] != 1) return false;
    return std::all_of(bytes_.begin(), bytes_.end() - 1, [](std::uint8_t b) { return b == 0; });
}

IpAddress IpAddress::prefix(std::uint8_t length) const {
    IpAddress result = *this;
    for (std::size_t i = 0; i < result.bytes_.size(); ++i) {
        const std::size_t first_bit = i * 8;
        if (first_bit >= length) {
            result.bytes_[i] = 0;
        } else if (length - first_bit < 8) {
            const unsigned mask = 0xFF00U >> (length - first_bit);
            result.bytes_[i] = static_cast<std::uint8_t>(result.bytes_[i] & mask);
        }
    }
    return result;
}

std::uint64_t IpAddress::hash() const {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::memcpy(&high, bytes_.data(), 8);
    std::memcpy(&low, bytes_.data() + 8, 8);
    return mix64(high ^ mix64(low + bits_));
}

std::optional<IpRange> IpRange::parse(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::optional<IpAddress> base = IpAddress::parse(text.substr(0, slash));
    if (!base) return std::nullopt;
    unsigned length = base->bits();
    if (slash != std::string_view::npos) {
        const char* const end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data() + slash + 1, end, length);
        if (error != std::errc{} || stop != end || length > base->bits()) return std::nullopt;
    }
    const auto bits = static_cast<std::uint8_t>(length);
    return IpRange{base->prefix(bits), bits};
}

}  // namespace brusio::poco
