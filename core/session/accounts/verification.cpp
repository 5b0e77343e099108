#include "core/session/accounts/verification.h"

#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/account_mails.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/mail_tokens.h"
#include "core/session/accounts/nick_rules.h"
#include "core/session/accounts/sasl.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/ban_check.h"
#include "core/wire/case_mapping.h"
#include "core/wire/email_address.h"

namespace brusio::session {

namespace {

Reply verify_refused(std::string_view code, std::string_view account, std::string_view text) {
    return Reply::specified_fail("VERIFY", std::string{code}, {std::string{account}},
                                 std::string{text});
}

/// A parameter that a reply may repeat.
std::string_view shown_name(const Stage& stage, std::string_view name) {
    return wire::valid_nick(name, stage.state.config.limits.nick_bytes_max) ? name : "*";
}

Outcome check_circumstances(Stage& stage, const Session& session, std::string_view name) {
    if (const AccountRecord* own = stage.state.accounts.find(account_of(stage.state, session))) {
        return verify_refused("ALREADY_AUTHENTICATED", own->name, "You are logged in already");
    }
    if (!takes_passwords(session)) {
        return verify_refused("SECURE_CONNECTION_REQUIRED", name,
                              "Codes are only taken over TLS: connect with it first");
    }
    if (!may_change_accounts(stage)) {
        return verify_refused("TEMPORARILY_UNAVAILABLE", name,
                              "Accounts cannot be stored at the moment");
    }
    if (!may_try_token(stage, session)) {
        return verify_refused("TEMPORARILY_UNAVAILABLE", name,
                              "Too many wrong codes; try again later");
    }
    return done;
}

/// It may have been made in another way meanwhile.
bool is_free(const Stage& stage, const std::string& name) {
    return stage.state.accounts.find_alike(name) == nullptr &&
           !is_reserved_nick(stage.state, name) &&
           !is_banned_account(stage.state, name, stage.now.wall);
}

void forget(Stage& stage, const Folded& key) {
    stage.effects.writes.emplace_back(RemoveUnverifiedAccount{key});
    stage.state.mail_book.remove_unverified(Folded{key});
    schedule_mail_ends(stage);
}

/// In the place of one that has ended, or was asked for from there before.
void keep(Stage& stage, UnverifiedAccountRecord account) {
    const UnverifiedAccountRecord* alike =
        stage.state.mail_book.find_alike(account.key, account.skeleton);
    if (alike != nullptr && alike->key != account.key) forget(stage, Folded{alike->key});
    stage.effects.writes.emplace_back(SaveUnverifiedAccount{account});
    stage.state.mail_book.save(std::move(account));
    schedule_mail_ends(stage);
}

}  // namespace

bool waits_for_somebody_else(const Stage& stage, const Session& session, std::string_view name) {
    const Folded key = wire::fold(name);
    const UnverifiedAccountRecord* waiting =
        stage.state.mail_book.find_alike(key, stage.state.accounts.skeleton_of(name));
    if (waiting == nullptr || waiting->until <= stage.now.wall) return false;
    return waiting->key != key || waiting->address != address_group(session.info.peer_address);
}

bool may_ask_for_verification(Stage& stage, const Session& session, std::string_view name,
                              std::string_view email) {
    ServerState& state = stage.state;
    const Limits& limits = state.config.limits;
    const MonoTime now = stage.now.mono;
    return state.mail_book.unverified_count() < limits.unverified_accounts_max &&
           state.mail_guard.may_ask(address_group(session.info.peer_address), wire::fold(name),
                                    limits, now) &&
           state.mail_guard.may_get(wire::mailbox_key(email), MailGuard::Chosen::by_stranger,
                                    limits, now);
}

void begin_verification(Stage& stage, Session& session, const NewAccount& work,
                        const Credentials& credentials) {
    const std::string token = make_mail_token(stage);
    UnverifiedAccountRecord account;
    account.key = wire::fold(work.name);
    account.name = work.name;
    account.skeleton = stage.state.accounts.skeleton_of(work.name);
    account.password_hash = credentials.password_hash;
    account.scram = credentials.scram;
    account.email = work.email;
    account.token_hash = mail_token_hash(stage, token);
    account.address = address_group(session.info.peer_address);
    account.until = mail_token_end(stage);
    keep(stage, std::move(account));
    mail_verification(stage, work.name, work.email, token);
    tell_host(stage, session, {.kind = HostEventKind::account_unverified, .account = work.name});
    const std::string text = "A mail with a code is on its way to " + work.email + "; say VERIFY " +
                             work.name + " <code> with it";
    Draft reply = stage.from_server("REGISTER");
    reply.with({"VERIFICATION_REQUIRED", work.name}).text(text);
    stage.replies.add(reply);
}

Outcome verify_account(CommandContext& context) {
    Stage& stage = context.stage;
    const std::string name{shown_name(stage, context.param(0))};
    if (Outcome refusal = check_circumstances(stage, context.session, name)) return refusal;
    const UnverifiedAccountRecord* waiting =
        stage.state.mail_book.find_unverified(wire::fold(context.param(0)));
    const bool right = waiting != nullptr && waiting->until > stage.now.wall &&
                       waiting->token_hash == mail_token_hash(stage, context.param(1));
    if (!right) {
        note_wrong_token(stage, context.session, name);
        return verify_refused("INVALID_CODE", name,
                              "This is no code for this account, or it is too old");
    }
    const UnverifiedAccountRecord verified = *waiting;
    forget(stage, verified.key);
    if (!is_free(stage, verified.name)) {
        return verify_refused("INVALID_CODE", verified.name, "The name is not free any more");
    }
    AccountRecord& account =
        make_own_account(stage, verified.name, verified.email,
                         {verified.password_hash, verified.scram}, context.session);
    Draft success = stage.from_server("VERIFY");
    success.with({"SUCCESS", account.name}).text("The account is yours");
    stage.replies.add(success);
    log_in(stage, context.session, account);
    return done;
}

}  // namespace brusio::session
