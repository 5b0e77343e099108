#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace brusio::bench {

/// The server under load.
struct Target {
    std::string host;  // numeric IPv4
    std::uint16_t port = 6667;

    bool operator==(const Target&) const = default;
};

/// Reads `irc://HOST[:PORT]`; HOST is a numeric IPv4 address or `localhost`. Throws
/// std::invalid_argument with a sentence that names what is wrong.
Target parse_target(std::string_view url);

/// The first `irc://HOST:PORT` in `text` (a server's start-up log), or an empty text.
std::string_view find_target(std::string_view text);

}  // namespace brusio::bench
