#include "core/session/oper_login.h"

#include <algorithm>
#include <vector>

#include "core/base/assert.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/privileges.h"

namespace brusio::session {

namespace {

/// The operator may have been taken out of the configuration while the password was checked.
bool is_configured(const ServerConfig& config, const std::string& name) {
    return std::any_of(config.operators.begin(), config.operators.end(),
                       [&](const OperatorConfig& row) { return row.name == name; });
}

void promote(Stage& stage, const Session& session, room::User& user, const std::string& name) {
    user.profile.operator_name = name;
    record_deed(stage, user, {"oper", source_of(user), session.info.peer_address});
    tell_host(stage, session, {.kind = HostEventKind::oper, .subject = name});
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
                 const WorkResult& result) {
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
    if (is_too_many(result)) {
        return stage.replies.numeric(wire::Numeric::err_passwdmismatch, {},
                                     "Too many wrong passwords; wait a minute and try again");
    }
    if (!right) return stage.replies.numeric(wire::Numeric::err_passwdmismatch);
    promote(stage, session, *user, work.operator_name);
}

void demote_former_operators(Stage& stage) {
    std::vector<UserId> former;
    stage.state.roster.for_each_user([&](const room::User& user) {
        const std::string& name = user.profile.operator_name;
        if (!name.empty() && !is_configured(stage.state.config, name)) former.push_back(user.id());
    });
    for (const UserId id : former) {
        room::User& user = *stage.state.roster.find_user(id);
        const std::string letters = user.is(room::UserFlag::server_notices) ? "-os" : "-o";
        end_power(stage.state, user);
        stage.fanout.to_user(user, stage.from_server("MODE").with({user.nick(), letters}));
    }
}

}  // namespace brusio::session
