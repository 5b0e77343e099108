#include <string>

#include "core/room/mask.h"
#include "core/session/accounts/login_guard.h"
#include "core/session/accounts/sasl.h"
#include "core/session/ask_hasher.h"
#include "core/session/commands/commands.h"
#include "core/session/hostmask.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

/// May this session try to be that operator?
bool fits(const OperatorConfig& row, const room::User& user, const Session& session) {
    if (row.mask.empty()) return session.info.loopback;
    return really_matches(wire::fold(row.mask).text, user, session);
}

const OperatorConfig* find_operator(const CommandContext& context, std::string_view name) {
    for (const OperatorConfig& row : context.state().config.operators) {
        if (row.name == name && fits(row, context.user(), context.session)) return &row;
    }
    return nullptr;
}

}  // namespace

/// Modern IRC, OPER message. A name that is unknown, or not allowed from here, gets the same answer
/// as a wrong password and takes the same time, so that nobody learns which names exist. Wrong ones
/// count as those of accounts do (accounts/login_guard.h).
Outcome oper(CommandContext& context) {
    const ServerConfig& config = context.state().config;
    if (config.oper_needs_tls && !takes_passwords(context.session)) {
        return Reply::with_text(Numeric::err_nooperhost, {},
                                "Operators log in over TLS: connect with it first");
    }
    if (config.operators.empty()) return Reply::of(Numeric::err_passwdmismatch);
    const OperatorConfig* row = find_operator(context, context.param(0));
    const std::string& hash = (row == nullptr ? config.operators.front() : *row).password_hash;
    LoginTry login{TryKind::server_operator, address_group(context.session.info.peer_address),
                   wire::fold(context.param(0).substr(0, config.limits.nick_bytes_max + 1))};
    login.peer = context.session.info.peer_address;
    login.hopeless = row == nullptr;
    login.known =
        row != nullptr && context.state().login_guard.is_known_operator(login.address, login.name);
    queue_for_hasher(context.stage, context.session,
                     CheckPassword{hash, std::string{context.param(1)}},
                     OperPassword{row == nullptr ? std::string{} : row->name}, std::move(login));
    return done;
}

}  // namespace brusio::session::commands
