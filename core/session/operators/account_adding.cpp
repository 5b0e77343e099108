#include "core/session/operators/account_adding.h"

#include <utility>
#include <variant>

#include "core/base/assert.h"
#include "core/session/accounts/account_command.h"
#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/account_making.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/nick_rules.h"
#include "core/session/accounts/sasl.h"
#include "core/session/ask_hasher.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/privileges.h"

namespace brusio::session {

namespace {

Outcome check_name(const Stage& stage, std::string_view name) {
    const std::string fault = fault_of_account_name(stage.state, name);
    if (fault.empty()) return done;
    return account_refused("BAD_ACCOUNT_NAME", "*", "No account can be called so: " + fault);
}

}  // namespace

Outcome add_account(CommandContext& context) {
    Stage& stage = context.stage;
    const std::string_view name = context.param(1);
    const std::string_view password = context.param(2);
    if (Outcome refusal = refusal_without(stage.state, context.user(), Privilege::accounts)) {
        return refusal;
    }
    if (name.empty() || password.empty()) return Reply::need_more_params("ACCOUNT");
    if (!takes_passwords(context.session)) {
        return account_refused("SECURE_CONNECTION_REQUIRED", "*",
                               "Passwords are only taken over TLS");
    }
    if (!may_change_accounts(stage)) {
        return account_refused("TEMPORARILY_UNAVAILABLE", "*",
                               "Nothing can be stored at the moment");
    }
    if (Outcome refusal = check_name(stage, name)) return refusal;
    if (Outcome refusal = check_new_password(stage, "ACCOUNT", name, password)) return refusal;
    queue_for_hasher(
        stage, context.session,
        MakeCredentials{std::string{password}, stage.state.config.accounts.scram_iterations},
        AccountOfOperator{std::string{name}});
    return done;
}

void finish_added_account(Stage& stage, Session& session, const AccountOfOperator& work,
                          const WorkResult& result) {
    const room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    const auto* credentials = std::get_if<Credentials>(&result);
    if (credentials == nullptr || !may_change_accounts(stage)) {
        return stage.replies.reply(account_refused("TEMPORARILY_UNAVAILABLE", work.name,
                                                   "The server is busy; try again in a moment"));
    }
    // Much may have happened while the hasher worked.
    Outcome refusal = refusal_without(stage.state, *user, Privilege::accounts);
    if (!refusal) refusal = check_name(stage, work.name);
    if (refusal) return stage.replies.reply(*refusal);
    const AccountRecord& account =
        make_account(stage, work.name, {}, *credentials, {actor_name(*user), &session});
    stage.replies.reply(
        Reply::note("ACCOUNT", "ADDED", {account.name}, "The account is there now"));
}

}  // namespace brusio::session
