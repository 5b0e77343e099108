#include "core/session/oper_login.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

/// The operator may have been taken out of the configuration while the password was checked.
bool is_configured(const ServerConfig& config, const std::string& name) {
    return std::any_of(config.operators.begin(), config.operators.end(),
                       [&](const OperatorConfig& row) { return row.name == name; });
}

void promote(Stage& stage, room::User& user, const std::string& name) {
    user.profile.operator_name = name;
    if (stage.state.roster.set_flag(user, room::UserFlag::server_operator, room::Turn::on)) {
        const std::string source = source_of(user);
        Draft mode = from_user(user, source, "MODE");
        mode.with({user.nick(), "+o"});
        stage.fanout.to_user(user, mode);
    }
    stage.replies.numeric(wire::Numeric::rpl_youreoper);
}

}  // namespace

void finish_oper(Stage& stage, Session& session, const PendingCheck& check, PasswordCheck result) {
    BRUSIO_ASSERT(check.purpose == PendingCheck::Purpose::oper);
    BRUSIO_ASSERT(stage.replies.session() == &session);
    room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    // Without a name the check was only for show: see commands/oper.cpp.
    const bool right = result == PasswordCheck::right && !check.operator_name.empty() &&
                       is_configured(stage.state.config, check.operator_name);
    if (!right) return stage.replies.numeric(wire::Numeric::err_passwdmismatch);
    promote(stage, *user, check.operator_name);
}

}  // namespace brusio::session
