#pragma once

#include <cstdint>
#include <string_view>

namespace brusio::filter {

/// What is spoken inside TLS, as clients may ask for it (ALPN, RFC 7301).
enum class TlsProtocol : std::uint8_t { irc, http };

/// As it is registered: "irc" or "http/1.1".
[[nodiscard]] constexpr std::string_view protocol_name(TlsProtocol protocol) {
    return protocol == TlsProtocol::irc ? "irc" : "http/1.1";
}

}  // namespace brusio::filter
