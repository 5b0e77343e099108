#include "core/session/accounts/account_making.h"

#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/mail_tokens.h"
#include "core/session/accounts/nick_rules.h"
#include "core/session/accounts/sasl.h"
#include "core/session/accounts/verification.h"
#include "core/session/ask_hasher.h"
#include "core/session/operators/ban_check.h"
#include "core/session/stage.h"
#include "core/wire/case_mapping.h"
#include "core/wire/email_address.h"

namespace brusio::session {

namespace {

Reply making_refused(std::string_view code, std::string_view account, std::string_view text) {
    return Reply::specified_fail("REGISTER", std::string{code},
                                 {std::string{account.empty() ? std::string_view{"*"} : account}},
                                 std::string{text});
}

/// Whether accounts can be made here and now at all.
Outcome check_circumstances(const Stage& stage, const Session& session) {
    const ServerConfig& config = stage.state.config;
    if (!may_change_accounts(stage)) {
        return making_refused("TEMPORARILY_UNAVAILABLE", {},
                              "Accounts cannot be stored at the moment");
    }
    if (!config.accounts.registration) {
        return making_refused("TEMPORARILY_UNAVAILABLE", {}, "This server registers no accounts");
    }
    if (!takes_passwords(session)) {
        return making_refused("SECURE_CONNECTION_REQUIRED", {},
                              "Accounts are registered over TLS: connect with it first");
    }
    if (const AccountId account = account_of(stage.state, session)) {
        const AccountRecord* record = stage.state.accounts.find(account);
        BRUSIO_ASSERT(record != nullptr);
        return making_refused("ALREADY_AUTHENTICATED", record->name, "You are logged in already");
    }
    const bool early = config.accounts.before_connect && config.password_hash.empty();
    if (!session.registered() && !early) {
        return making_refused("COMPLETE_CONNECTION_REQUIRED", {}, "Connect first, then register");
    }
    return done;
}

/// May the session have an account of that name? Nobody gets an account under somebody else's nick.
Outcome check_name(const Stage& stage, const Session& session, std::string_view name) {
    const ServerState& state = stage.state;
    if (!wire::valid_nick(name, state.config.limits.nick_bytes_max)) {
        return making_refused("BAD_ACCOUNT_NAME", "*", "This name cannot be used");
    }
    if (is_banned_account(state, name, stage.now.wall)) {
        return making_refused("BAD_ACCOUNT_NAME", name, "This name is banned from the server");
    }
    if (is_reserved_nick(state, name)) {
        return making_refused("BAD_ACCOUNT_NAME", name, "This name belongs to the server");
    }
    const room::User* holder = state.roster.find_user(wire::fold(name));
    const bool is_somebody_elses = holder != nullptr && holder->id() != session.user;
    if (is_somebody_elses || state.accounts.find_alike(name) != nullptr ||
        waits_for_somebody_else(stage, session, name)) {
        return making_refused("ACCOUNT_EXISTS", name, "This name, or one like it, is taken");
    }
    return done;
}

Outcome check_email(const Stage& stage, std::string_view name, std::string_view email) {
    if (email != "*") {
        if (wire::valid_email_address(email)) return done;
        return making_refused("INVALID_EMAIL", name,
                              "This is no e-mail address; * stands for none");
    }
    if (stage.state.config.accounts.email != EmailUse::required) return done;
    return making_refused(
        "INVALID_EMAIL", name,
        "Accounts of this server have an e-mail address: REGISTER <account> <e-mail> "
        "<password>");
}

std::string_view nick_of(const Stage& stage, const Session& session) {
    if (const room::User* user = stage.state.roster.find_user(session.user)) return user->nick();
    return session.introduction->nick;
}

/// The name that was asked for may be the reason why there is no nick: that says more.
Reply refused_without_nick(const Stage& stage, const Session& session, std::string_view name) {
    const std::string& wanted = session.introduction->nick_refused;
    if (name == "*" && !wanted.empty()) {
        if (const Outcome refusal = check_name(stage, session, wanted)) return *refusal;
    }
    return making_refused("NEED_NICK", "*", "Choose a nick first");
}

}  // namespace

Outcome check_new_password(const Stage& stage, std::string_view command, std::string_view account,
                           std::string_view password) {
    const ServerConfig& config = stage.state.config;
    const auto refusal = [&](std::string_view code, std::string text) {
        return Reply::specified_fail(std::string{command}, std::string{code},
                                     {std::string{account}}, std::move(text));
    };
    const std::size_t least = config.accounts.password_bytes_min;
    const std::size_t most = config.limits.password_bytes_max;
    if (password.size() > most) {
        return refusal("UNACCEPTABLE_PASSWORD",
                       "A password has at most " + std::to_string(most) + " bytes");
    }
    if (password.size() < least) {
        return refusal("WEAK_PASSWORD",
                       "A password has at least " + std::to_string(least) + " characters");
    }
    if (wire::names_equal(password, account)) {
        return refusal("WEAK_PASSWORD", "The password must not be the name");
    }
    return done;
}

Outcome begin_new_account(Stage& stage, Session& session, std::string_view name,
                          std::string_view email, std::string_view password) {
    if (Outcome refusal = check_circumstances(stage, session)) return refusal;
    const std::string_view nick = nick_of(stage, session);
    if (nick.empty()) return refused_without_nick(stage, session, name);
    if (name == "*") name = nick;
    if (Outcome refusal = check_name(stage, session, name)) return refusal;
    if (Outcome refusal = check_email(stage, name, email)) return refusal;
    if (Outcome refusal = check_new_password(stage, "REGISTER", name, password)) return refusal;
    const bool is_mailed = uses_email(stage) && email != "*";
    if (is_mailed && !may_ask_for_verification(stage, session, name, email)) {
        return making_refused("TEMPORARILY_UNAVAILABLE", name,
                              "Too many accounts wait for a mail to be answered; try again later");
    }
    const ServerConfig& config = stage.state.config;
    if (!stage.state.login_guard.begin_registration(address_group(session.info.peer_address),
                                                    config.limits, stage.now.mono)) {
        return making_refused("TEMPORARILY_UNAVAILABLE", name,
                              "Too many accounts were made from your address; try again later");
    }
    NewAccount work{std::string{name}, is_mailed ? std::string{email} : std::string{}};
    queue_for_hasher(stage, session,
                     MakeCredentials{std::string{password}, config.accounts.scram_iterations},
                     std::move(work));
    return done;
}

void finish_new_account(Stage& stage, Session& session, const NewAccount& work,
                        const WorkResult& result) {
    const auto* credentials = std::get_if<Credentials>(&result);
    Outcome refusal = done;
    if (credentials == nullptr || !may_change_accounts(stage)) {
        refusal = making_refused("TEMPORARILY_UNAVAILABLE", work.name,
                                 "The server is busy; try again in a moment");
    } else {
        // Somebody else may have got the name in the meantime.
        refusal = check_name(stage, session, work.name);
    }
    if (refusal) {
        stage.state.login_guard.forget_registration(address_group(session.info.peer_address));
        return stage.replies.reply(*refusal);
    }
    if (uses_email(stage) && !work.email.empty()) {
        return begin_verification(stage, session, work, *credentials);
    }
    AccountRecord& account = make_own_account(stage, work.name, {}, *credentials, session);
    Draft success = stage.from_server("REGISTER");
    success.with({"SUCCESS", account.name}).text("Account registered");
    stage.replies.add(success);
    log_in(stage, session, account);
}

std::string registration_value(const ServerConfig& config) {
    const bool early = config.accounts.before_connect && config.password_hash.empty();
    std::string value = early ? "before-connect,custom-account-name" : "custom-account-name";
    if (config.accounts.email == EmailUse::required) value += ",email-required";
    return value;
}

}  // namespace brusio::session
