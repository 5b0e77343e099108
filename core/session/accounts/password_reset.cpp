#include "core/session/accounts/password_reset.h"

#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/account_command.h"
#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/account_mails.h"
#include "core/session/accounts/account_making.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/mail_tokens.h"
#include "core/session/accounts/sasl.h"
#include "core/session/ask_hasher.h"
#include "core/session/operators/audit_trail.h"
#include "core/wire/case_mapping.h"
#include "core/wire/email_address.h"

namespace brusio::session {

namespace {

constexpr MailTokenKind reset_kind = MailTokenKind::password_reset;

Reply wrong_token() {
    return account_refused("INVALID_TOKEN", "This is no token for this account, or it is too old");
}

Outcome check_circumstances(const CommandContext& context) {
    if (!takes_passwords(context.session)) {
        return account_refused("SECURE_CONNECTION_REQUIRED", "Passwords are only reset over TLS");
    }
    if (!uses_email(context.stage)) {
        return account_refused("MAIL_UNAVAILABLE",
                               "This server sends no mail: ask whoever runs it for a new password");
    }
    if (!may_change_accounts(context.stage)) return account_busy();
    if (!wire::valid_nick(context.param(1), context.state().config.limits.nick_bytes_max)) {
        return account_refused("BAD_ACCOUNT_NAME", "No account is called so");
    }
    return done;
}

/// Null if nobody is to get a mail for it.
const AccountRecord* find_reachable(Stage& stage, std::string_view name) {
    const AccountRecord* account = stage.state.accounts.find(wire::fold(name));
    const bool is_reachable = account != nullptr && !account->suspended &&
                              account->email_verified && wire::valid_email_address(account->email);
    if (!is_reachable) return nullptr;
    const bool may_get = stage.state.mail_guard.may_get(wire::mailbox_key(account->email),
                                                        MailGuard::Chosen::by_owner,
                                                        stage.state.config.limits, stage.now.mono);
    return may_get ? account : nullptr;
}

Outcome ask_for_token(CommandContext& context) {
    Stage& stage = context.stage;
    const std::string name{context.param(1)};
    if (!stage.state.mail_guard.may_ask(address_group(context.session.info.peer_address),
                                        wire::fold(name), stage.state.config.limits,
                                        stage.now.mono)) {
        return account_refused("TOO_MANY_MAILS", "Too many mails were asked for; try again later");
    }
    const AccountRecord* account = find_reachable(stage, name);
    const std::string token =
        keep_mail_token(stage, account == nullptr ? AccountId{} : account->id, reset_kind, {});
    record_deed(stage, session_mask(stage, context.session), {"account_reset_asked", name, {}});
    tell_host(stage, context.session, {.kind = HostEventKind::reset_asked, .account = name});
    if (account != nullptr) mail_reset_token(stage, *account, token);
    context.replies().reply(
        Reply::note("ACCOUNT", "RESET_ASKED", {name},
                    "If this account has a mailbox, a mail is on its way there that says how to go "
                    "on"));
    return done;
}

Outcome use_token(CommandContext& context) {
    Stage& stage = context.stage;
    if (context.param_count() < 4) return Reply::need_more_params("ACCOUNT");
    if (!may_try_token(stage, context.session)) {
        return account_refused("TOO_MANY_TRIES", "Too many wrong tokens; try again later");
    }
    const AccountRecord* account = stage.state.accounts.find(wire::fold(context.param(1)));
    const MailTokenRecord* token =
        account == nullptr || account->suspended
            ? nullptr
            : find_mail_token(stage, account->id, reset_kind, context.param(2));
    if (token == nullptr) {
        note_wrong_token(stage, context.session, context.param(1));
        return wrong_token();
    }
    const std::string_view fresh = context.param(3);
    if (Outcome refusal = check_new_password(stage, "ACCOUNT", account->name, fresh)) {
        return refusal;
    }
    queue_for_hasher(
        stage, context.session,
        MakeCredentials{std::string{fresh}, stage.state.config.accounts.scram_iterations},
        PasswordReset{account->id, token->hash});
    return done;
}

}  // namespace

Outcome account_reset(CommandContext& context) {
    if (context.param_count() < 2) return Reply::need_more_params("ACCOUNT");
    if (Outcome refusal = check_circumstances(context)) return refusal;
    return context.param_count() == 2 ? ask_for_token(context) : use_token(context);
}

void finish_password_reset(Stage& stage, Session& session, const PasswordReset& work,
                           const WorkResult& result) {
    const auto* credentials = std::get_if<Credentials>(&result);
    if (credentials == nullptr || !may_change_accounts(stage))
        return stage.replies.reply(account_busy());
    AccountRecord* account = stage.state.accounts.find(work.account);
    const MailTokenRecord* token = stage.state.mail_book.find_token({work.account, reset_kind});
    const bool is_still_right = account != nullptr && !account->suspended && token != nullptr &&
                                token->hash == work.token_hash;
    if (!is_still_right) return stage.replies.reply(wrong_token());
    stage.replies.reply(Reply::note("ACCOUNT", "PASSWORD_RESET", {account->name},
                                    "Your password is another one now; log in with it"));
    reset_password(stage, *account, *credentials, {account->name, &session});
}

}  // namespace brusio::session
