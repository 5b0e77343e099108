#include "transport/filter/proxy_header.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

namespace brusio::filter {

namespace {

using State = ProxyReading::State;

constexpr std::string_view v1_begin = "PROXY ";
constexpr std::size_t v1_bytes_max = 107;  // section 2.1, CR LF included
constexpr std::string_view v2_signature{"\r\n\r\n\0\r\nQUIT\n", 12};
constexpr std::size_t v2_fixed_bytes = 16;
constexpr std::uint8_t tlv_ssl = 0x20;         // section 2.2.6, PP2_TYPE_SSL
constexpr std::uint8_t ssl_client_tls = 0x01;  // PP2_CLIENT_SSL
constexpr std::size_t ssl_bytes_min = 5;

ProxyReading broken() { return {State::broken, {}}; }

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

std::size_t length_at(std::string_view bytes, std::size_t at) {
    return std::size_t{byte_at(bytes, at)} << 8U | byte_at(bytes, at + 1);
}

bool begins_alike(std::string_view a, std::string_view b) {
    const std::size_t count = std::min(a.size(), b.size());
    return a.substr(0, count) == b.substr(0, count);
}

bool is_port(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text.size() > 1 && text[0] == '0')) return false;
    unsigned port = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
        port = port * 10 + static_cast<unsigned>(c - '0');
    }
    return port <= 65'535;
}

/// Takes a word off the front, and the one blank behind it.
std::string_view take_word(std::string_view& text) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

/// The address of one family alone: an IPv4 address may not come as an IPv6 one.
std::optional<IpAddress> address_of_family(std::string_view text, bool is_v4) {
    const bool looks_v4 = text.find(':') == std::string_view::npos;
    return looks_v4 == is_v4 ? IpAddress::parse(text) : std::nullopt;
}

/// "TCP4 192.0.2.1 192.0.2.2 5555 6667" or "UNKNOWN" with anything behind it.
ProxyReading read_v1_line(std::string_view line, std::size_t bytes) {
    ProxyReading reading{State::whole, {}};
    reading.header.bytes = bytes;
    const std::string_view protocol = take_word(line);
    if (protocol == "UNKNOWN") return reading;
    if (protocol != "TCP4" && protocol != "TCP6") return broken();
    const bool is_v4 = protocol == "TCP4";
    reading.header.source = address_of_family(take_word(line), is_v4);
    const auto destination = address_of_family(take_word(line), is_v4);
    const std::string_view source_port = take_word(line);
    const bool sound =
        reading.header.source && destination && is_port(source_port) && is_port(line);
    return sound ? reading : broken();
}

ProxyReading read_v1(std::string_view bytes) {
    const std::string_view part = bytes.substr(0, v1_bytes_max);
    const std::size_t end = part.find("\r\n");
    if (end != std::string_view::npos) {
        return read_v1_line(part.substr(v1_begin.size(), end - v1_begin.size()), end + 2);
    }
    return part.size() < v1_bytes_max ? ProxyReading{} : broken();
}

/// What stands behind the addresses: type, length and value each (section 2.2).
bool read_tlvs(std::string_view tlvs, ProxyHeader& header) {
    while (!tlvs.empty()) {
        if (tlvs.size() < 3) return false;
        const std::uint8_t type = byte_at(tlvs, 0);
        const std::size_t length = length_at(tlvs, 1);
        tlvs.remove_prefix(3);
        if (tlvs.size() < length) return false;
        if (type == tlv_ssl) {
            if (length < ssl_bytes_min) return false;
            header.secure = (byte_at(tlvs, 0) & ssl_client_tls) != 0;
        }
        tlvs.remove_prefix(length);
    }
    return true;
}

ProxyReading read_v2_body(std::string_view whole) {
    const std::uint8_t command = byte_at(whole, 12);
    const unsigned family = byte_at(whole, 13) >> 4U;
    const unsigned transport = byte_at(whole, 13) & 0x0FU;
    constexpr std::array<std::size_t, 4> address_bytes{0, 12, 36,
                                                       216};  // UNSPEC, INET, INET6, UNIX
    std::string_view body = whole.substr(v2_fixed_bytes);
    ProxyReading reading{State::whole, {}};
    reading.header.bytes = whole.size();
    reading.header.local = command == 0x20;
    if (reading.header.local) return reading;
    if (family >= address_bytes.size() || transport > 2) return broken();
    if (body.size() < address_bytes[family]) return broken();
    const std::size_t source_bytes = family == 1 ? 4 : family == 2 ? 16 : 0;
    if (source_bytes > 0) {
        const auto* const first = reinterpret_cast<const std::uint8_t*>(body.data());
        reading.header.source = IpAddress::from_bytes(std::span{first, source_bytes});
    }
    body.remove_prefix(address_bytes[family]);
    return read_tlvs(body, reading.header) ? reading : broken();
}

ProxyReading read_v2(std::string_view bytes) {
    if (bytes.size() < v2_fixed_bytes) return {};
    const std::uint8_t command = byte_at(bytes, 12);
    if (command != 0x20 && command != 0x21) return broken();  // version 2, LOCAL or PROXY
    const std::size_t whole = v2_fixed_bytes + length_at(bytes, 14);
    if (whole > proxy_header_bytes_max) return broken();
    return bytes.size() < whole ? ProxyReading{} : read_v2_body(bytes.substr(0, whole));
}

}  // namespace

ProxyReading read_proxy_header(std::string_view bytes) {
    if (begins_alike(bytes, v2_signature)) {
        return bytes.size() < v2_signature.size() ? ProxyReading{} : read_v2(bytes);
    }
    if (!begins_alike(bytes, v1_begin)) return broken();
    return bytes.size() < v1_begin.size() ? ProxyReading{} : read_v1(bytes);
}

}  // namespace brusio::filter
