#pragma once

#include <string>
#include <vector>

#include "core/session/server_config.h"
#include "core/session/stage.h"

namespace brusio::session {

/// What clients were told of the server before a reload.
struct OfferedBefore {
    ServerConfig config;
    std::vector<std::string> isupport;  // the tokens, in order
};

/// After a reload: CAP NEW and CAP DEL to those who negotiated cap-notify, for what is offered now,
/// has another value or is offered no more (IRCv3 capability-negotiation, "cap-notify"; of STS CAP
/// NEW alone: sts, "Mechanism"); what is gone is off for every session. Then the tokens of 005 that
/// changed, and `-TOKEN` for those that are gone (Modern IRC, RPL_ISUPPORT), to everybody who has
/// registered. No session is being served.
void tell_offer_news(Stage& stage, const OfferedBefore& before);

/// The tokens by which `after` differs from `before`, both sorted: new ones, those with another
/// value, and `-NAME`.
[[nodiscard]] std::vector<std::string> isupport_changes(const std::vector<std::string>& before,
                                                        const std::vector<std::string>& after);

}  // namespace brusio::session
