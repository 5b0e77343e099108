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

void finish_oper(Stage& stage, Session& session, const OperPassword& work,
                 const HashResult& result) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    // Without a name the check was only for show: see commands/oper.cpp.
    const bool right = is_right(result) && !work.operator_name.empty() &&
                       is_configured(stage.state.config, work.operator_name);
    if (is_busy(result)) {
        return stage.replies.reply(Reply::fail("OPER", "TEMPORARILY_UNAVAILABLE", {},
                                               "The server is busy; try again in a moment"));
    }
    if (!right) return stage.replies.numeric(wire::Numeric::err_passwdmismatch);
    promote(stage, *user, work.operator_name);
}

}  // namespace brusio::session
