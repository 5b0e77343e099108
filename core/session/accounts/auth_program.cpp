#include "core/session/accounts/auth_program.h"

#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/nick_rules.h"
#include "core/session/operators/ban_check.h"
#include "core/session/stage.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

bool is_nobodys(const AccountRecord* account) {
    return account == nullptr || account->password_hash.empty();
}

bool may_be_asked(const Stage& stage, std::string_view name, std::string_view password) {
    return wire::valid_nick(name, stage.state.config.limits.nick_bytes_max) &&
           !is_reserved_nick(stage.state, name) &&
           password.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos;
}

AccountRecord* refuse(Stage& stage, std::string_view code, std::string_view text) {
    stage.replies.reply(Reply::fail("AUTHENTICATE", std::string{code}, {}, std::string{text}));
    return nullptr;
}

/// Nobody was called so here before.
AccountRecord* make_for_program(Stage& stage, const Session& session, const std::string& name) {
    const ServerState& state = stage.state;
    const bool is_name = wire::valid_nick(name, state.config.limits.nick_bytes_max) &&
                         !is_reserved_nick(state, name);
    if (!is_name || is_banned_account(state, name, stage.now.wall) ||
        state.accounts.find_alike(name) != nullptr) {
        return refuse(stage, "BAD_ACCOUNT_NAME", "This name, or one like it, cannot be used here");
    }
    if (!state.config.accounts.program_makes_accounts) {
        return refuse(stage, "NO_SUCH_ACCOUNT", "You have no account on this server");
    }
    if (!may_change_accounts(stage)) {
        return refuse(stage, "TEMPORARILY_UNAVAILABLE", "Accounts cannot be stored at the moment");
    }
    return &make_account(stage, name, {}, Credentials{}, {name, &session});
}

}  // namespace

HashWork password_work(const Stage& stage, const Session& session, std::string_view name,
                       std::string_view password) {
    const AccountRecord* account = stage.state.accounts.find(wire::fold(name));
    if (stage.state.config.accounts.program_answers && is_nobodys(account) &&
        may_be_asked(stage, name, password)) {
        return AskProgram{std::string{name}, std::string{password}, session.info.peer_address};
    }
    return CheckPassword{account == nullptr ? std::string{} : account->password_hash,
                         std::string{password}};
}

AccountRecord* account_of_answer(Stage& stage, const Session& session, const Claim& claim,
                                 const WorkResult& result) {
    const auto* verdict = std::get_if<ProgramVerdict>(&result);
    if (verdict == nullptr) return stage.state.accounts.find(claim.account);
    if (!verdict->matches) return nullptr;
    const std::string& name = verdict->account.empty() ? claim.name : verdict->account;
    AccountRecord* account = stage.state.accounts.find(wire::fold(name));
    if (account == nullptr) return make_for_program(stage, session, name);
    if (is_nobodys(account)) return account;
    return refuse(stage, "BAD_ACCOUNT_NAME", "This account has a password of its own here");
}

}  // namespace brusio::session
