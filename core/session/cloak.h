#pragma once

#include <string>
#include <string_view>

#include "core/base/ip_address.h"
#include "core/ports/transport.h"

namespace brusio::session {

struct ServerConfig;
struct ServerState;

// Cloaks: what others see instead of somebody's address. A cloak is made of keyed hashes of the
// address and of the two networks it is in, the nearest first:
//
//     k5yz3rlbgnmca.7vbn2qxa.mt4wq3ei.brusio        IPv4: /32, /24, /16; IPv6: /128, /64, /48
//
// so that `*!*@*.7vbn2qxa.mt4wq3ei.brusio` is everybody of that network, and nobody learns which.

/// What stands for the loopback and for sockets of the file system: everybody there is near.
inline constexpr std::string_view near_host = "localhost";

/// Bytes of a cloak before its suffix.
inline constexpr std::size_t cloak_stem_bytes = 13 + 1 + 8 + 1 + 8 + 1;
/// So long a suffix fits a host of 63 bytes.
inline constexpr std::size_t cloak_suffix_bytes_max = 30;

/// The end of every cloak: the configured one, else what of the network's name may stand in a host.
[[nodiscard]] std::string cloak_suffix(const ServerConfig& config);

/// What others see of where a link comes from: a cloak, `near_host`, or without cloaks its address
/// (with a 0 before a leading colon, which would begin a trailing parameter).
[[nodiscard]] std::string shown_host(const ServerState& state, const LinkInfo& info);

/// `nick!user@host` of something that was kept, with its address hidden if it was kept before there
/// were cloaks. Any other text stays as it is.
[[nodiscard]] std::string shown_source(const ServerState& state, std::string_view source);

/// What a host tells everybody of the address behind it: the address that it is, or the loopback;
/// the address that is none for a cloak and for any other name.
[[nodiscard]] IpAddress told_address(std::string_view host);

}  // namespace brusio::session
