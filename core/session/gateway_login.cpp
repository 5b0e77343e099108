#include "core/session/gateway_login.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "core/session/accounts/login_guard.h"
#include "core/session/cloak.h"
#include "core/session/departure.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/ban_check.h"

namespace brusio::session {

namespace {

/// Null if a reload has taken the gateway away while its password was checked.
const GatewayConfig* find_gateway(const ServerState& state, const std::string& name) {
    const auto& gateways = state.config.gateways;
    const auto found = std::find_if(gateways.begin(), gateways.end(),
                                    [&](const GatewayConfig& row) { return row.name == name; });
    return found == gateways.end() ? nullptr : &*found;
}

void refuse(Stage& stage, Session& session, std::string_view reason) {
    end_session(stage, session, CloseReason::refused, reason);
}

}  // namespace

void accept_gateway(Stage& stage, Session& session, const GatewayPassword& work) {
    BRUSIO_ASSERT(session.gateway.empty() && !work.address.empty());
    tell_host(stage, session,
              {.kind = HostEventKind::gateway, .subject = work.gateway, .reason = work.address});
    using Verdict = GatewayBook::Verdict;
    const Verdict verdict = stage.state.gateways.admit(address_group(work.address),
                                                       stage.state.config.limits, stage.now.mono);
    if (verdict != Verdict::admitted) {
        return refuse(stage, session, "Closing link: too many links from your address");
    }
    session.gateway = work.gateway;
    session.info.peer_address = work.address;
    session.info.secure = work.secure;
    session.info.loopback = false;
    session.info.forwarded = true;
    // It was the gateway's own, not the client's.
    session.info.certificate_fingerprint.clear();
    session.host = shown_host(stage.state, session.info);
    if (refuse_banned_address(stage, session)) return;
}

void finish_gateway_password(Stage& stage, Session& session, const GatewayPassword& work,
                             const WorkResult& result) {
    if (is_busy(result)) return refuse(stage, session, "The server is busy; try again in a moment");
    const GatewayConfig* gateway = find_gateway(stage.state, work.gateway);
    if (!is_right(result) || gateway == nullptr) {
        return refuse(stage, session, "Wrong WEBIRC password");
    }
    stage.state.gateways.remember(gateway->password_hash, work.proof);
    accept_gateway(stage, session, work);
}

void forget_gateway_link(ServerState& state, const Session& session) {
    if (session.gateway.empty()) return;
    state.gateways.release(address_group(session.info.peer_address));
}

}  // namespace brusio::session
