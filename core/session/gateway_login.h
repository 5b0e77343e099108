#pragma once

#include "core/session/stage.h"

namespace brusio::session {

// WEBIRC: a gateway that the configuration names says where its client comes from (IRCv3 WEBIRC).

/// The gateway's password has been checked. If it was right the link is its client's from now on:
/// limits, bans and logs hold its address, which is never near whatever it is. Otherwise, or if the
/// address is banned or has too many links, the link is closed with the reason.
void finish_gateway_password(Stage& stage, Session& session, const GatewayPassword& work,
                             const WorkResult& result);

/// The same where the password needs no check any more.
void accept_gateway(Stage& stage, Session& session, const GatewayPassword& work);

/// A link is about to be gone: it counts no longer for the address that a gateway told.
void forget_gateway_link(ServerState& state, const Session& session);

}  // namespace brusio::session
