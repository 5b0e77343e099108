#include <algorithm>
#include <string>

#include "core/base/ip_address.h"
#include "core/session/accounts/login_guard.h"
#include "core/session/ask_hasher.h"
#include "core/session/commands/commands.h"
#include "core/session/departure.h"
#include "core/session/gateway_login.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

bool comes_from(const GatewayConfig& gateway, const IpAddress& peer) {
    return std::any_of(gateway.addresses.begin(), gateway.addresses.end(),
                       [&](const std::string& text) {
                           const auto range = IpRange::parse(text);
                           return range && range->contains(peer);
                       });
}

/// The gateway at this address, or null. Where several share it, the one with that name.
const GatewayConfig* find_gateway(const CommandContext& context, std::string_view name) {
    const auto peer = IpAddress::parse(context.session.info.peer_address);
    const GatewayConfig* found = nullptr;
    if (!peer) return nullptr;
    for (const GatewayConfig& row : context.state().config.gateways) {
        if (!comes_from(row, *peer)) continue;
        if (row.name == name) return &row;
        if (found == nullptr) found = &row;
    }
    return found;
}

/// IRCv3 WEBIRC, Options: `secure` with any value, among options with blanks between them.
bool says_secure(std::string_view options) {
    while (!options.empty()) {
        const std::size_t blank = options.find(' ');
        const std::string_view option = options.substr(0, blank);
        if (option.substr(0, option.find('=')) == "secure") return true;
        if (blank == std::string_view::npos) return false;
        options.remove_prefix(blank + 1);
    }
    return false;
}

bool is_first_command(const Session& session) {
    const Introduction& said = *session.introduction;
    return session.phase == Phase::waiting && session.gateway.empty() && said.nick.empty() &&
           said.username.empty() && said.password.empty() && !said.account &&
           session.sasl == nullptr;
}

Outcome refuse(CommandContext& context, std::string_view reason) {
    end_session(context.stage, context.session, CloseReason::refused, reason);
    return done;
}

/// The password is hashed once; afterwards the same one is known again.
void check_password(CommandContext& context, const GatewayConfig& gateway, GatewayPassword work) {
    const ServerState& state = context.state();
    const std::string password{context.param(0)};
    if (state.keyed_hash != nullptr) work.proof = state.keyed_hash("webirc " + password);
    if (state.gateways.knows(gateway.password_hash, work.proof)) {
        return accept_gateway(context.stage, context.session, work);
    }
    LoginTry login{TryKind::gateway, address_group(context.session.info.peer_address),
                   wire::fold(gateway.name)};
    login.peer = context.session.info.peer_address;
    queue_for_hasher(context.stage, context.session, CheckPassword{gateway.password_hash, password},
                     std::move(work), std::move(login));
}

}  // namespace

/// WEBIRC <password> <gateway> <hostname> <address> [options]: IRCv3 WEBIRC. Names that a gateway
/// has found for its client are not believed; what others see is made of the address.
Outcome webirc(CommandContext& context) {
    const Session& session = context.session;
    const GatewayConfig* gateway = find_gateway(context, context.param(1));
    if (gateway == nullptr) return refuse(context, "WEBIRC is not taken from your address");
    if (!is_first_command(session)) return refuse(context, "WEBIRC must be the first command");
    const auto address = IpAddress::parse(context.param(3));
    if (!address) return refuse(context, "WEBIRC: the fourth parameter is no address");
    GatewayPassword work;
    work.gateway = gateway->name;
    work.address = address->text();
    const bool private_way = session.info.secure || session.info.loopback;
    work.secure = private_way && says_secure(context.param(4));
    check_password(context, *gateway, std::move(work));
    return done;
}

}  // namespace brusio::session::commands
