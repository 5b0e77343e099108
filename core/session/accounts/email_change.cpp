#include "core/session/accounts/email_change.h"

#include <string>
#include <utility>

#include "core/session/accounts/account_command.h"
#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/account_mails.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/mail_tokens.h"
#include "core/session/accounts/sasl.h"
#include "core/session/stage.h"
#include "core/wire/case_mapping.h"
#include "core/wire/email_address.h"

namespace brusio::session {

namespace {

constexpr MailTokenKind new_address_kind = MailTokenKind::new_address;

Reply note(std::string_view code, std::string_view param, std::string_view text) {
    return Reply::note("ACCOUNT", std::string{code}, {std::string{param}}, std::string{text});
}

bool may_be_mailed(Stage& stage, const Session& session, const AccountRecord& account,
                   std::string_view email) {
    MailGuard& guard = stage.state.mail_guard;
    const Limits& limits = stage.state.config.limits;
    const MonoTime now = stage.now.mono;
    return guard.may_ask(address_group(session.info.peer_address), account.key, limits, now) &&
           guard.may_get(wire::mailbox_key(email), MailGuard::Chosen::by_stranger, limits, now);
}

}  // namespace

Outcome account_email(CommandContext& context, AccountRecord& account) {
    if (context.param_count() < 3) return Reply::need_more_params("ACCOUNT");
    if (!uses_email(context.stage)) {
        return account_refused("MAIL_UNAVAILABLE",
                               "Accounts of this server have no e-mail address");
    }
    const std::string_view email = context.param(2);
    if (email == "*") {
        if (context.state().config.accounts.email == EmailUse::required) {
            return account_refused("INVALID_EMAIL",
                                   "Accounts of this server have an e-mail address");
        }
        return check_own_password(context, account, EmailChange{});
    }
    if (!wire::valid_email_address(email)) {
        return account_refused("INVALID_EMAIL", "This is no e-mail address; * stands for none");
    }
    return check_own_password(context, account, EmailChange{std::string{email}});
}

void finish_email_change(Stage& stage, Session& session, const EmailChange& work,
                         const WorkResult& result) {
    if (Outcome refusal = judge_own_password(result)) return stage.replies.reply(*refusal);
    AccountRecord* account = stage.state.accounts.find(account_of(stage.state, session));
    if (account == nullptr) return;  // it was removed meanwhile
    if (!may_change_accounts(stage) || !uses_email(stage)) {
        return stage.replies.reply(account_busy());
    }
    if (work.email.empty()) {
        change_email(stage, *account, {}, {account->name, &session});
        return stage.replies.reply(note("EMAIL_CHANGED", "*", "Your account has no address now"));
    }
    if (!may_be_mailed(stage, session, *account, work.email)) {
        return stage.replies.reply(
            account_refused("TOO_MANY_MAILS", "Too many mails were asked for; try again later"));
    }
    const std::string token = keep_mail_token(stage, account->id, new_address_kind, work.email);
    mail_new_address(stage, *account, work.email, token);
    stage.replies.reply(note("EMAIL_ASKED", work.email,
                             "A mail with a token is on its way there; say ACCOUNT CONFIRM <token> "
                             "with it"));
}

Outcome account_confirm(CommandContext& context, AccountRecord& account) {
    if (context.param_count() < 2) return Reply::need_more_params("ACCOUNT");
    Stage& stage = context.stage;
    if (!takes_passwords(context.session)) {
        return account_refused("SECURE_CONNECTION_REQUIRED", "Tokens are only taken over TLS");
    }
    if (!may_change_accounts(stage)) {
        return account_busy();
    }
    if (!may_try_token(stage, context.session)) {
        return account_refused("TOO_MANY_TRIES", "Too many wrong tokens; try again later");
    }
    const MailTokenRecord* token =
        find_mail_token(stage, account.id, new_address_kind, context.param(1));
    if (token == nullptr) {
        note_wrong_token(stage, context.session, account.name);
        return account_refused("INVALID_TOKEN",
                               "This is no token for this account, or it is too old");
    }
    const std::string email = token->email;
    change_email(stage, account, email, {account.name, &context.session});
    context.replies().reply(
        note("EMAIL_CHANGED", email, "This is the address of your account now"));
    return done;
}

}  // namespace brusio::session
