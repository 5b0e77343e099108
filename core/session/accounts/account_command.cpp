#include "core/session/accounts/account_command.h"

#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/account_making.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/sasl.h"
#include "core/session/accounts/staying.h"
#include "core/session/ask_hasher.h"
#include "core/session/departure.h"

namespace brusio::session {

namespace {

Reply note(std::string_view code, std::vector<std::string> params, std::string text) {
    return Reply::note("ACCOUNT", std::string{code}, std::move(params), std::move(text));
}

Reply wrong_password() {
    return account_refused("INVALID_CREDENTIALS", "This is not your password");
}

std::vector<Session*> sessions_of(const ServerState& state, AccountId account) {
    std::vector<Session*> sessions;
    state.sessions.for_each([&](Session& session) {
        if (session.phase != Phase::closed && account_of(state, session) == account) {
            sessions.push_back(&session);
        }
    });
    return sessions;
}

std::string number_of(const Session& session) { return std::to_string(session.link.slot()); }

std::int64_t seconds_since(MonoTime then, MonoTime now) {
    return std::chrono::duration_cast<std::chrono::seconds>(now - then).count();
}

/// Its account may have been removed by another session while the hasher worked.
AccountRecord* own_account(Stage& stage, const Session& session) {
    return stage.state.accounts.find(account_of(stage.state, session));
}

}  // namespace

Reply account_refused(std::string_view code, std::string_view text) {
    return Reply::fail("ACCOUNT", std::string{code}, {}, std::string{text});
}

Reply account_refused(std::string_view code, std::string_view name, std::string_view text) {
    return Reply::fail("ACCOUNT", std::string{code}, {std::string{name}}, std::string{text});
}

Reply account_busy() {
    return account_refused("TEMPORARILY_UNAVAILABLE", "The server is busy; try again soon");
}

Outcome check_own_password(CommandContext& context, const AccountRecord& account,
                           WorkPurpose purpose) {
    if (!takes_passwords(context.session)) {
        return account_refused("SECURE_CONNECTION_REQUIRED", "Passwords are only taken over TLS");
    }
    if (!may_change_accounts(context.stage)) return account_busy();
    if (account.password_hash.empty()) return wrong_password();
    queue_for_hasher(context.stage, context.session,
                     CheckPassword{account.password_hash, std::string{context.param(1)}},
                     std::move(purpose), login_try(context.stage, context.session, account.name));
    return done;
}

Outcome judge_own_password(const WorkResult& result) {
    if (is_right(result)) return done;
    if (is_too_many(result)) {
        return account_refused("TOO_MANY_TRIES", "Too many wrong passwords; wait a minute");
    }
    return is_busy(result) ? account_busy() : wrong_password();
}

Outcome account_password(CommandContext& context, AccountRecord& account) {
    if (context.param_count() < 3) return Reply::need_more_params("ACCOUNT");
    const std::string_view fresh = context.param(2);
    if (Outcome refusal = check_new_password(context.stage, "ACCOUNT", account.name, fresh)) {
        return refusal;
    }
    return check_own_password(context, account, PasswordChange{std::string{fresh}});
}

void finish_password_change(Stage& stage, Session& session, const PasswordChange& work,
                            const WorkResult& result) {
    if (Outcome refusal = judge_own_password(result)) return stage.replies.reply(*refusal);
    queue_for_hasher(
        stage, session,
        MakeCredentials{work.new_password, stage.state.config.accounts.scram_iterations},
        NewPassword{});
}

void finish_new_password(Stage& stage, Session& session, const WorkResult& result) {
    const auto* credentials = std::get_if<Credentials>(&result);
    if (credentials == nullptr || !may_change_accounts(stage))
        return stage.replies.reply(account_busy());
    AccountRecord* account = own_account(stage, session);
    if (account == nullptr) return stage.replies.reply(wrong_password());
    change_password(stage, *account, *credentials, {account->name, &session});
    stage.replies.reply(note("PASSWORD_CHANGED", {}, "Your password is another one now"));
}

Outcome account_delete(CommandContext& context, AccountRecord& account) {
    if (context.param_count() < 2) return Reply::need_more_params("ACCOUNT");
    return check_own_password(context, account, AccountRemoval{});
}

void finish_account_removal(Stage& stage, Session& session, const WorkResult& result) {
    if (Outcome refusal = judge_own_password(result)) return stage.replies.reply(*refusal);
    const AccountRecord* account = own_account(stage, session);
    if (account == nullptr) return;
    if (!may_change_accounts(stage)) return stage.replies.reply(account_busy());
    stage.replies.reply(note("DELETED", {account->name}, "Your account is gone"));
    remove_account(stage, *account, {}, {account->name, &session});
}

Outcome account_sessions(CommandContext& context, const AccountRecord& account) {
    const MonoTime now = context.stage.now.mono;
    for (const Session* session : sessions_of(context.state(), account.id)) {
        const bool own = session == &context.session;
        const std::string& address = session->info.peer_address;
        context.replies().reply(note("SESSION",
                                     {number_of(*session), own ? "*" : "-", session->host},
                                     "Session " + number_of(*session) + " from " + address +
                                         (session->info.secure ? " over TLS" : "") + ", here for " +
                                         std::to_string(seconds_since(session->opened_at, now)) +
                                         " seconds" + (own ? ", this one" : "")));
    }
    return done;
}

Outcome account_logout(CommandContext& context, const AccountRecord& account) {
    const std::string_view which = context.param(1);
    if (which.empty()) return Reply::need_more_params("ACCOUNT");
    std::size_t closed = 0;
    for (Session* session : sessions_of(context.state(), account.id)) {
        const bool meant =
            which == number_of(*session) || (which == "*" && session != &context.session);
        if (!meant || session == &context.session) continue;
        end_session(context.stage, *session, CloseReason::killed, "Logged out by its owner");
        ++closed;
    }
    if (closed == 0 && which != "*")
        return account_refused("NO_SUCH_SESSION", "You have no such session");
    context.replies().reply(note("LOGGED_OUT", {std::to_string(closed)},
                                 std::to_string(closed) + " other sessions were closed"));
    return done;
}

}  // namespace brusio::session
