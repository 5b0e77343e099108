#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ip_address.h"

namespace brusio::filter {

/// The reverse proxies whose word about their clients is taken.
struct TrustedProxies {
    std::vector<IpRange> ranges;

    [[nodiscard]] bool contain(const IpAddress& address) const;
};

/// What the headers of one HTTP request say of who sent it; several lines of a header in their
/// order.
struct ForwardedHeaders {
    std::vector<std::string> x_forwarded_for;
    std::vector<std::string> forwarded;  // RFC 7239
    std::vector<std::string> x_forwarded_proto;

    [[nodiscard]] bool empty() const {
        return x_forwarded_for.empty() && forwarded.empty() && x_forwarded_proto.empty();
    }
};

/// What trusted proxies say of a client.
struct ForwardedPeer {
    std::optional<IpAddress> address;  // none: they do not know it
    bool secure = false;               // it came to the proxy over TLS
};

/// Reads the headers that a trusted proxy passed on. The lists of addresses are read from the
/// right, where the proxy itself has written, passing over trusted ones; the first that is not
/// trusted is the client's, and what stands further left is nothing but its own words. An entry
/// that is no address ends the reading. Nothing if both lists are there and say different things:
/// then one of them is the client's invention, and nobody can tell which.
[[nodiscard]] std::optional<ForwardedPeer> read_forwarded(const ForwardedHeaders& headers,
                                                          const TrustedProxies& trusted);

}  // namespace brusio::filter
