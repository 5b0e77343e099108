#include "core/session/accounts/account_deeds.h"

#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/account_mails.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/mail_tokens.h"
#include "core/session/accounts/staying.h"
#include "core/session/contact_rules.h"
#include "core/session/departure.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/span_text.h"
#include "core/session/stage.h"

namespace brusio::session {

namespace {

void note(Stage& stage, const Doer& doer, HostEventKind kind, const Deed& deed) {
    BRUSIO_ASSERT(!doer.name.empty());
    record_deed(stage, doer.name, deed);
    HostEvent event;
    event.kind = kind;
    event.account = deed.subject;
    event.subject = deed.action;
    event.reason = deed.detail;
    if (doer.session != nullptr) return tell_host(stage, *doer.session, std::move(event));
    event.nick = doer.name;
    tell_host(stage, std::move(event));
}

std::string with_reason(std::string text, std::string_view reason) {
    if (!reason.empty()) text += ": " + std::string{reason};
    return text;
}

void end_sessions(Stage& stage, AccountId account, const std::string& reason) {
    std::vector<Session*> sessions;
    stage.state.sessions.for_each([&](Session& session) {
        if (session.phase != Phase::closed && account_of(stage.state, session) == account) {
            sessions.push_back(&session);
        }
    });
    for (Session* session : sessions) end_session(stage, *session, CloseReason::killed, reason);
}

AccountRecord& new_account(Stage& stage, std::string_view name, std::string_view email,
                           const Credentials& credentials, const Doer& doer) {
    AccountRecord& account = stage.state.accounts.add(std::string{name}, stage.now.wall);
    account.email = email;
    account.email_verified = !email.empty();
    account.password_hash = credentials.password_hash;
    account.scram = credentials.scram;
    note(stage, doer, HostEventKind::account_made, {"account_add", account.name, {}});
    return account;
}

}  // namespace

AccountRecord& make_account(Stage& stage, std::string_view name, std::string_view email,
                            const Credentials& credentials, const Doer& doer) {
    AccountRecord& account = new_account(stage, name, email, credentials, doer);
    save_account(stage, account);
    return account;
}

AccountRecord& make_own_account(Stage& stage, std::string_view name, std::string_view email,
                                const Credentials& credentials, const Session& session) {
    BRUSIO_ASSERT(may_change_accounts(stage));
    return new_account(stage, name, email, credentials, {name, &session});
}

void change_password(Stage& stage, AccountRecord& account, const Credentials& credentials,
                     const Doer& doer) {
    account.password_hash = credentials.password_hash;
    account.scram = credentials.scram;
    save_account(stage, account);
    note(stage, doer, HostEventKind::account_changed, {"account_password", account.name, {}});
}

namespace {

void drop_mail_tokens(Stage& stage, AccountId account) {
    for (const auto kind : {MailTokenKind::password_reset, MailTokenKind::new_address}) {
        drop_mail_token(stage, account, kind);
    }
}

}  // namespace

void reset_password(Stage& stage, AccountRecord& account, const Credentials& credentials,
                    const Doer& doer) {
    account.password_hash = credentials.password_hash;
    account.scram = credentials.scram;
    account.known_addresses.clear();
    save_account(stage, account);
    drop_mail_tokens(stage, account.id);
    note(stage, doer, HostEventKind::account_changed, {"account_reset", account.name, {}});
    mail_password_was_reset(stage, account);
    end_sessions(stage, account.id, "Your password was reset");
}

void change_email(Stage& stage, AccountRecord& account, std::string_view email, const Doer& doer) {
    if (email != account.email) mail_address_was_changed(stage, account);
    account.email = email;
    account.email_verified = !email.empty();
    save_account(stage, account);
    drop_mail_tokens(stage, account.id);
    note(stage, doer, HostEventKind::account_changed, {"account_email", account.name, {}});
}

void suspend_account(Stage& stage, AccountRecord& account, const Suspension& suspension,
                     const Doer& doer) {
    const bool ends = suspension.until != WallTime{};
    account.suspended = true;
    account.suspended_until = suspension.until;
    save_account(stage, account);
    if (ends) stage.state.suspensions_due = stage.now.mono;  // which finds out when
    const std::string until = ends ? until_text(suspension.until) : std::string{};
    const std::string detail =
        ends ? with_reason(until, suspension.reason) : std::string{suspension.reason};
    note(stage, doer, HostEventKind::account_changed, {"account_suspend", account.name, detail});
    const std::string text = "Your account is suspended" + (ends ? " " + until : std::string{});
    end_sessions(stage, account.id, with_reason(text, suspension.reason));
}

void resume_account(Stage& stage, AccountRecord& account, const Doer& doer) {
    account.suspended = false;
    account.suspended_until = {};
    save_account(stage, account);
    note(stage, doer, HostEventKind::account_changed, {"account_resume", account.name, {}});
}

void remove_account(Stage& stage, const AccountRecord& account, std::string_view reason,
                    const Doer& doer) {
    const bool is_own =
        doer.session != nullptr && account_of(stage.state, *doer.session) == account.id;
    note(stage, doer, HostEventKind::account_removed, {"account_delete", account.name, reason});
    if (!is_own) end_sessions(stage, account.id, with_reason("Your account was deleted", reason));
    log_everybody_out(stage, account);
    forget_in_rooms(stage, account.id);
    stage.state.devices.forget(account.id);
    forget_contacts(stage, account.id);
    stage.state.read_markers.forget({account.id, {}});
    drop_mail_tokens(stage, account.id);
    stage.state.presences.forget(account.id);
    stage.state.private_notes.forget(account.id);
    stage.effects.writes.emplace_back(RemoveAccount{account.id});
    stage.state.accounts.remove(account.id);
}

}  // namespace brusio::session
