#include "transport/filter/forwarded.h"

#include <algorithm>

#include "transport/filter/ascii.h"

namespace brusio::filter {

namespace {

/// The parts of `text` between separators, but for those that stand in quotes. Each without blanks
/// around it.
std::vector<std::string_view> split_unquoted(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (text[i] == separator && !quoted)) {
            parts.push_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (text[i] == '\\' && quoted) {
            ++i;
            if (i == text.size()) --i;
        }
    }
    return parts;
}

std::string unquoted(std::string_view value) {
    if (value.size() < 2 || value.front() != '"' || value.back() != '"') return std::string{value};
    std::string text;
    for (std::size_t i = 1; i + 1 < value.size(); ++i) {
        if (value[i] == '\\' && i + 2 < value.size()) ++i;
        text += value[i];
    }
    return text;
}

/// An address, with or without a port: RFC 7239 section 6, and what is written without its
/// brackets.
std::optional<IpAddress> node_address(std::string_view node) {
    if (node.starts_with('[')) {
        const std::size_t end = node.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view rest = node.substr(end + 1);
        if (!rest.empty() && rest.front() != ':') return std::nullopt;
        return IpAddress::parse(node.substr(1, end - 1));
    }
    if (const auto address = IpAddress::parse(node)) return address;
    const std::size_t colon = node.find(':');
    if (colon == std::string_view::npos || node.rfind(':') != colon) return std::nullopt;
    return IpAddress::parse(node.substr(0, colon));
}

/// One hop: who the client of that proxy was, and how it came; empty if that is not said.
struct Hop {
    std::string node;
    std::string proto;
};

Hop hop_of(std::string_view element) {
    Hop hop;
    for (const std::string_view pair : split_unquoted(element, ';')) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view name = trimmed(pair.substr(0, equals));
        const std::string value = unquoted(trimmed(pair.substr(equals + 1)));
        if (equal_ignoring_case(name, "for")) hop.node = value;
        if (equal_ignoring_case(name, "proto")) hop.proto = value;
    }
    return hop;
}

std::vector<Hop> hops_of_forwarded(const std::vector<std::string>& lines) {
    std::vector<Hop> hops;
    for (const std::string& line : lines) {
        for (const std::string_view element : split_unquoted(line, ',')) {
            if (!element.empty()) hops.push_back(hop_of(element));
        }
    }
    return hops;
}

std::vector<Hop> hops_of_list(const std::vector<std::string>& lines) {
    std::vector<Hop> hops;
    for (const std::string& line : lines) {
        for (const std::string_view element : split_unquoted(line, ',')) {
            if (!element.empty()) hops.push_back({std::string{element}, {}});
        }
    }
    return hops;
}

std::optional<IpAddress> client_of(const std::vector<Hop>& hops, const TrustedProxies& trusted) {
    std::optional<IpAddress> client;
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        const std::optional<IpAddress> address = node_address(hop->node);
        if (!address) break;
        client = address;
        if (!trusted.contain(*address)) break;
    }
    return client;
}

bool is_tls(std::string_view proto) {
    return equal_ignoring_case(proto, "https") || equal_ignoring_case(proto, "wss");
}

}  // namespace

bool TrustedProxies::contain(const IpAddress& address) const {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const IpRange& range) { return range.contains(address); });
}

std::optional<ForwardedPeer> read_forwarded(const ForwardedHeaders& headers,
                                            const TrustedProxies& trusted) {
    const std::vector<Hop> old_list = hops_of_list(headers.x_forwarded_for);
    const std::vector<Hop> new_list = hops_of_forwarded(headers.forwarded);
    const std::vector<Hop> protos = hops_of_list(headers.x_forwarded_proto);
    ForwardedPeer peer;
    peer.address = client_of(old_list.empty() ? new_list : old_list, trusted);
    if (!old_list.empty() && !new_list.empty() && client_of(new_list, trusted) != peer.address) {
        return std::nullopt;
    }
    peer.secure = (!protos.empty() && is_tls(protos.back().node)) ||
                  (!new_list.empty() && is_tls(new_list.back().proto));
    return peer;
}

}  // namespace brusio::filter
