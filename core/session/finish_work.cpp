#include "core/session/finish_work.h"

#include "core/base/assert.h"
#include "core/session/accounts/account_command.h"
#include "core/session/accounts/account_making.h"
#include "core/session/accounts/email_change.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/password_reset.h"
#include "core/session/accounts/sasl.h"
#include "core/session/gateway_login.h"
#include "core/session/oper_login.h"
#include "core/session/operators/account_adding.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/stage.h"
#include "core/session/welcome.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

/// One overload for each purpose.
struct FinishWork {
    Stage& stage;
    Session& session;
    const WorkResult& result;

    void operator()(const ServerPassword& /*work*/) const {
        finish_server_password(stage, session, result);
    }
    void operator()(const OperPassword& work) const { finish_oper(stage, session, work, result); }
    void operator()(const GatewayPassword& work) const {
        finish_gateway_password(stage, session, work, result);
    }
    void operator()(const PassLogin& work) const { finish_pass(stage, session, work, result); }
    void operator()(const SaslPassword& work) const {
        finish_sasl_password(stage, session, work, result);
    }
    void operator()(const SaslScramBegin& /*work*/) const {
        finish_scram_begin(stage, session, result);
    }
    void operator()(const SaslScramProof& /*work*/) const {
        finish_scram_proof(stage, session, result);
    }
    void operator()(const NewAccount& work) const {
        finish_new_account(stage, session, work, result);
    }
    void operator()(const AccountOfOperator& work) const {
        finish_added_account(stage, session, work, result);
    }
    void operator()(const PasswordChange& work) const {
        finish_password_change(stage, session, work, result);
    }
    void operator()(const NewPassword& /*work*/) const {
        finish_new_password(stage, session, result);
    }
    void operator()(const AccountRemoval& /*work*/) const {
        finish_account_removal(stage, session, result);
    }
    void operator()(const EmailChange& work) const {
        finish_email_change(stage, session, work, result);
    }
    void operator()(const PasswordReset& work) const {
        finish_password_reset(stage, session, work, result);
    }
};

/// Is the password that was tried one that lets somebody in?
bool lets_in(const ServerState& state, const LoginTry& login, const WorkResult& result) {
    const auto* proof = std::get_if<ScramVerdict>(&result);
    const bool matches = is_right(result) || (proof != nullptr && proof->matches);
    if (!matches || login.hopeless) return false;
    if (login.kind != TryKind::account) return true;
    const auto* named = std::get_if<ProgramVerdict>(&result);
    const bool is_renamed = named != nullptr && !named->account.empty();
    const AccountRecord* account =
        state.accounts.find(is_renamed ? wire::fold(named->account) : login.name);
    // Whom a program lets in may have no account yet.
    return account == nullptr ? named != nullptr : !account->suspended;
}

/// For the server's log. The session may have gone.
void tell_failure(Stage& stage, const PendingWork& work, std::string_view reason) {
    const LoginTry& login = *work.login;
    HostEvent event;
    event.reason = reason;
    if (login.kind == TryKind::server_operator) {
        event.kind = HostEventKind::oper_failed;
        event.subject = login.name.text;
    } else if (login.kind == TryKind::gateway) {
        event.kind = HostEventKind::gateway_refused;
        event.subject = login.name.text;
    } else {
        event.kind = HostEventKind::login_failed;
        event.account = login.name.text;
    }
    if (const Session* session = stage.state.sessions.find(work.link)) {
        return tell_host(stage, *session, std::move(event));
    }
    event.address = login.peer;
    tell_host(stage, std::move(event));
}

}  // namespace

void settle_work(Stage& stage, const PendingWork& work, const WorkResult& result) {
    ServerState& state = stage.state;
    state.hash_turns.is_due = true;
    if (!work.is_quick) {
        std::size_t& running =
            work.by_program ? state.hash_turns.programs_running : state.hash_turns.running;
        BRUSIO_ASSERT(running > 0);
        --running;
    }
    Session* session = state.sessions.find(work.link);
    if (session == nullptr && std::holds_alternative<NewAccount>(work.purpose)) {
        state.login_guard.forget_registration(work.address);
    }
    if (!work.login) return;
    TryEnd end = is_busy(result) ? TryEnd::untold : TryEnd::wrong;
    if (lets_in(state, *work.login, result)) end = TryEnd::right;
    state.login_guard.end(*work.login, end, stage.now.mono);
    if (end != TryEnd::wrong) return;
    if (session != nullptr) session->has_failed_to_log_in = true;
    tell_failure(stage, work, {});
    if (state.login_guard.just_too_many(*work.login, state.config.limits, stage.now.mono)) {
        state.hash_turns.worn_out.push_back(*work.login);
    }
}

void refuse_work(Stage& stage, Session& session, const RefusedWork& refused) {
    if (is_too_many(refused.result)) tell_failure(stage, refused.pending, "too_many_tries");
    finish_work(stage, session, refused.pending, refused.result);
}

void finish_work(Stage& stage, Session& session, const PendingWork& work,
                 const WorkResult& result) {
    BRUSIO_ASSERT(stage.replies.session() == &session && !session.waiting_for_hasher);
    std::visit(FinishWork{stage, session, result}, work.purpose);
}

}  // namespace brusio::session
