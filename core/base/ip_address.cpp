#include "core/base/ip_address.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "core/base/keyed_random.h"

namespace brusio {

namespace {

constexpr std::string_view file_socket_text = "unix";

constexpr std::size_t v4_bytes = 4;
constexpr std::size_t v6_groups = 8;
constexpr std::array<std::uint8_t, 12> v4_mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

using Groups = std::array<std::uint16_t, v6_groups>;

bool is_digits(std::string_view text, std::string_view digits, std::size_t count_max) {
    return !text.empty() && text.size() <= count_max &&
           text.find_first_not_of(digits) == std::string_view::npos;
}

/// A whole number in `base`; the caller has looked at the digits.
unsigned number_of(std::string_view digits, int base) {
    unsigned number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    return number;
}

std::optional<std::array<std::uint8_t, v4_bytes>> parse_v4(std::string_view text) {
    std::array<std::uint8_t, v4_bytes> bytes{};
    for (std::size_t i = 0; i < v4_bytes; ++i) {
        const bool last = i + 1 == v4_bytes;
        const std::size_t end = last ? text.size() : text.find('.');
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view part = text.substr(0, end);
        // A leading zero would be octal to some readers.
        if (!is_digits(part, "0123456789", 3) || (part.size() > 1 && part[0] == '0')) {
            return std::nullopt;
        }
        const unsigned byte = number_of(part, 10);
        if (byte > 0xFF) return std::nullopt;
        bytes[i] = static_cast<std::uint8_t>(byte);
        text.remove_prefix(last ? end : end + 1);
    }
    return bytes;
}

/// Groups between colons from `text` into `groups` from `at` on; the last may be an IPv4 address
/// of two groups. Gives the place after them, or nothing.
std::optional<std::size_t> parse_groups(std::string_view text, Groups& groups, std::size_t at) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(':'), text.size());
        const std::string_view part = text.substr(0, end);
        if (end == text.size() && part.find('.') != std::string_view::npos) {
            const auto v4 = parse_v4(part);
            if (!v4 || at + 2 > v6_groups) return std::nullopt;
            groups[at++] = static_cast<std::uint16_t>((*v4)[0] << 8U | (*v4)[1]);
            groups[at++] = static_cast<std::uint16_t>((*v4)[2] << 8U | (*v4)[3]);
            return at;
        }
        if (at == v6_groups || !is_digits(part, "0123456789abcdefABCDEF", 4)) return std::nullopt;
        groups[at++] = static_cast<std::uint16_t>(number_of(part, 16));
        if (end == text.size()) return at;
        text.remove_prefix(end + 1);
        if (text.empty()) return std::nullopt;  // a colon at the end
    }
    return at;
}

std::optional<Groups> parse_v6(std::string_view text) {
    Groups front{};
    const std::size_t gap = text.find("::");
    const auto front_end = parse_groups(text.substr(0, gap), front, 0);
    if (!front_end) return std::nullopt;
    if (gap == std::string_view::npos) {
        return *front_end == v6_groups ? std::optional{front} : std::nullopt;
    }
    Groups back{};
    const auto back_end = parse_groups(text.substr(gap + 2), back, 0);
    if (!back_end || *front_end + *back_end >= v6_groups) return std::nullopt;
    std::copy_n(back.begin(), *back_end, front.end() - static_cast<std::ptrdiff_t>(*back_end));
    return front;
}

struct Zeros {
    std::size_t at = 0;
    std::size_t count = 0;
};

/// The longest run of groups that are 0, the first of them if there are several.
Zeros longest_zeros(const Groups& groups) {
    Zeros best;
    Zeros run;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        run = groups[i] != 0 ? Zeros{i + 1, 0} : Zeros{run.at, run.count + 1};
        if (run.count > best.count) best = run;
    }
    return best;
}

std::string v6_text(const Groups& groups) {
    const Zeros gap = longest_zeros(groups);
    std::string text;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (gap.count > 1 && i == gap.at) {
            text += "::";
            i += gap.count - 1;
            continue;
        }
        if (!text.empty() && !text.ends_with(':')) text += ':';
        std::array<char, 4> digits{};
        const auto end =
            std::to_chars(digits.data(), digits.data() + digits.size(), groups[i], 16).ptr;
        text.append(digits.data(), end);
    }
    return text;
}

}  // namespace

IpAddress IpAddress::from_bytes(std::span<const std::uint8_t> bytes) {
    IpAddress result;
    if (bytes.size() == result.bytes_.size() &&
        std::equal(v4_mapped.begin(), v4_mapped.end(), bytes.begin())) {
        bytes = bytes.subspan(v4_mapped.size());
    }
    if (bytes.size() != v4_bytes && bytes.size() != result.bytes_.size()) return result;
    std::copy(bytes.begin(), bytes.end(), result.bytes_.begin());
    result.bits_ = static_cast<std::uint8_t>(bytes.size() * 8);
    return result;
}

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
    if (const auto v4 = parse_v4(text)) return from_bytes(*v4);
    const auto groups = parse_v6(text);
    if (!groups) return std::nullopt;
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < groups->size(); ++i) {
        bytes[2 * i] = static_cast<std::uint8_t>((*groups)[i] >> 8U);
        bytes[2 * i + 1] = static_cast<std::uint8_t>((*groups)[i] & 0xFFU);
    }
    return from_bytes(bytes);
}

IpAddress IpAddress::file_socket() {
    IpAddress result;
    result.bits_ = file_socket_bits;
    return result;
}

std::optional<IpAddress> IpAddress::parse_peer(std::string_view text) {
    return text == file_socket_text ? file_socket() : parse(text);
}

std::string IpAddress::text() const {
    if (is_none()) return "unknown";
    if (is_file_socket()) return std::string{file_socket_text};
    if (bits_ == 32) {
        return std::to_string(bytes_[0]) + '.' + std::to_string(bytes_[1]) + '.' +
               std::to_string(bytes_[2]) + '.' + std::to_string(bytes_[3]);
    }
    Groups groups{};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i] = static_cast<std::uint16_t>(bytes_[2 * i] << 8U | bytes_[2 * i + 1]);
    }
    return v6_text(groups);
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

std::optional<IpRange> IpRange::parse_peers(std::string_view text) {
    if (text != file_socket_text) return parse(text);
    const IpAddress peer = IpAddress::file_socket();
    return IpRange{peer, peer.bits()};
}

std::optional<IpRange> IpRange::parse(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::optional<IpAddress> base = IpAddress::parse(text.substr(0, slash));
    if (!base) return std::nullopt;
    unsigned length = base->bits();
    if (slash != std::string_view::npos) {
        const std::string_view digits = text.substr(slash + 1);
        if (!is_digits(digits, "0123456789", 3)) return std::nullopt;
        length = number_of(digits, 10);
        if (length > base->bits()) return std::nullopt;
    }
    const auto bits = static_cast<std::uint8_t>(length);
    return IpRange{base->prefix(bits), bits};
}

std::string IpRange::text() const {
    return length == base.bits() ? base.text() : base.text() + '/' + std::to_string(length);
}

}  // namespace brusio
