#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/ip_address.h"

namespace brusio::filter {

/// The longest header that is read: the addresses of version 2 and more than any TLS details.
inline constexpr std::size_t proxy_header_bytes_max = 4096;

/// What a proxy says before the first byte of its client (HAProxy, "The PROXY protocol", versions
/// 1 and 2).
struct ProxyHeader {
    /// True if the link is the proxy's own, to see whether we are there (version 2, LOCAL).
    bool local = false;
    std::optional<IpAddress> source;  // none: the proxy does not know it (UNKNOWN, UNSPEC, UNIX)
    bool secure = false;              // the client came to the proxy over TLS (PP2_CLIENT_SSL)
    std::size_t bytes = 0;            // of the header
};

/// What has come so far: not enough to tell, no such header, or a whole one.
struct ProxyReading {
    enum class State { unfinished, broken, whole };
    State state = State::unfinished;
    ProxyHeader header;
};

/// Reads a header at the beginning of `bytes`. Says `broken` as early as that can be told, and of
/// any header longer than proxy_header_bytes_max.
[[nodiscard]] ProxyReading read_proxy_header(std::string_view bytes);

}  // namespace brusio::filter
