#include "core/session/operators/privileges.h"

#include <algorithm>
#include <string>

#include "core/session/server_state.h"

namespace brusio::session {

namespace {

PrivilegeSet all_privileges() {
    PrivilegeSet all;
    for (const PrivilegeRow& row : privilege_rows()) all.set(row.privilege, room::Turn::on);
    return all;
}

}  // namespace

PrivilegeSet privileges_of(const ServerConfig& config, std::string_view name) {
    const auto row = std::find_if(config.operators.begin(), config.operators.end(),
                                  [&](const OperatorConfig& one) { return one.name == name; });
    if (row == config.operators.end()) return {};
    if (row->class_name.empty()) return all_privileges();
    for (const OperatorClass& one : config.operator_classes) {
        if (one.name == row->class_name) return one.privileges;
    }
    return {};
}

bool may(const ServerState& state, const room::User& user, Privilege privilege) {
    return user.is(room::UserFlag::server_operator) &&
           privileges_of(state.config, user.profile.operator_name).has(privilege);
}

bool stands_above(const ServerState& state, const room::User& user, const room::User& other) {
    bool has_more = false;
    for (const PrivilegeRow& row : privilege_rows()) {
        const bool own = may(state, user, row.privilege);
        const bool others = may(state, other, row.privilege);
        if (others && !own) return false;
        has_more = has_more || (own && !others);
    }
    return has_more;
}

bool end_power(ServerState& state, room::User& user) {
    user.profile.operator_name.clear();
    state.notices.erase(user.id());
    state.roster.set_flag(user, room::UserFlag::server_notices, room::Turn::off);
    return state.roster.set_flag(user, room::UserFlag::server_operator, room::Turn::off);
}

Outcome refusal_without(const ServerState& state, const room::User& user, Privilege privilege) {
    if (may(state, user, privilege)) return done;
    if (!user.is(room::UserFlag::server_operator)) return Reply::not_operator();
    return Reply::of(wire::Numeric::err_noprivs, {std::string{name_of(privilege)}});
}

}  // namespace brusio::session
