#pragma once

#include <string>
#include <vector>

#include "core/session/server_config.h"
#include "core/session/session.h"
#include "core/wire/capabilities.h"

namespace brusio::session {

// What CAP LS tells depends on the configuration and on how a link has come: with TLS or from this
// machine, with a certificate or without; on nothing else of its session (see offer_news.h).

[[nodiscard]] bool is_offered(const ServerConfig& config, const Session& session,
                              wire::Capability capability);

/// A capability as CAP LS and CAP NEW write it.
struct Offer {
    std::string name;
    std::string value;  // what stands behind '=' for clients of version 302; empty: nothing

    /// For a client of that version of CAP.
    [[nodiscard]] std::string text(std::uint16_t cap_version) const;
};

/// The name of the policy, which stands among the capabilities and cannot be requested.
inline constexpr std::string_view sts_name = "sts";

/// Everything that the link is offered. IRCv3 sts, "Details", if there is a policy: a link without
/// TLS is shown the way to one, a link with TLS how long to keep to it.
[[nodiscard]] std::vector<Offer> offers_for(const ServerConfig& config, const Session& session);

/// True if the client of that version can make use of the offer: of STS not without its value.
[[nodiscard]] bool is_for_version(const Offer& offer, std::uint16_t cap_version);

}  // namespace brusio::session
