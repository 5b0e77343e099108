#include "core/session/accounts/account_mails.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/session/stage.h"
#include "core/wire/email_address.h"

namespace brusio::session {

namespace {

void send(Stage& stage, std::string_view account, std::string_view to, std::string subject,
          std::string text) {
    BRUSIO_ASSERT(wire::valid_email_address(to));
    BRUSIO_ASSERT(
        std::all_of(subject.begin(), subject.end(), [](char c) { return c >= ' ' && c < 0x7f; }));
    const ServerConfig& config = stage.state.config;
    text += "\n-- \n" + config.network + ", " + config.name + "\n";
    stage.effects.mails.push_back(
        {std::string{account}, std::string{to}, std::move(subject), std::move(text)});
}

/// Nobody is told whose address was never verified.
bool is_reachable(const AccountRecord& account) {
    return account.email_verified && wire::valid_email_address(account.email);
}

std::string greeting(const Stage& stage, std::string_view what) {
    return "Somebody " + std::string{what} + " at " + stage.state.config.name + ".\n";
}

/// How long a token is good for, and what to do for whoever has not asked for it.
std::string ending(const Stage& stage) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(
        stage.state.config.limits.mail_token_age_max);
    return "\nThis works once, within " +
           std::to_string(std::max<std::int64_t>(1, minutes.count())) +
           " minutes. If it was not you, do nothing: nothing happens then.\n";
}

std::string command(std::string_view words, std::string_view account, std::string_view rest) {
    std::string line = "\n    /quote " + std::string{words};
    if (!account.empty()) line += ' ' + std::string{account};
    return line + ' ' + std::string{rest} + '\n';
}

}  // namespace

void mail_verification(Stage& stage, std::string_view account, std::string_view email,
                       std::string_view token) {
    send(stage, account, email, "Verify your chat account",
         greeting(stage, "wants to make the account " + std::string{account}) +
             "If it was you, say in your chat client:\n" + command("VERIFY", account, token) +
             ending(stage));
}

void mail_reset_token(Stage& stage, const AccountRecord& account, std::string_view token) {
    send(
        stage, account.name, account.email, "Reset your chat password",
        greeting(stage, "asks for a new password for the account " + account.name) +
            "If it was you, say in your chat client, with a password of your choice at the end:\n" +
            command("ACCOUNT RESET", account.name, std::string{token} + " NEW-PASSWORD") +
            ending(stage));
}

void mail_new_address(Stage& stage, const AccountRecord& account, std::string_view email,
                      std::string_view token) {
    send(stage, account.name, email, "Verify your mail address",
         greeting(stage, "says that the account " + account.name + " is to have this address") +
             "If it was you, say in your chat client, where you are logged in:\n" +
             command("ACCOUNT CONFIRM", {}, token) + ending(stage));
}

void mail_password_was_reset(Stage& stage, const AccountRecord& account) {
    if (!is_reachable(account)) return;
    send(stage, account.name, account.email, "Your chat password was reset",
         "The account " + account.name + " at " + stage.state.config.name +
             " has another password now, chosen by somebody who reads this mailbox.\nAll its "
             "sessions were ended. Certificates that log in still do: ACCOUNT CERT LIST shows "
             "them.\nIf it was not you, tell whoever runs the server.\n");
}

void mail_address_was_changed(Stage& stage, const AccountRecord& account) {
    if (!is_reachable(account)) return;
    send(stage, account.name, account.email, "Your chat account has another address",
         "The account " + account.name + " at " + stage.state.config.name +
             " does not have this address any more.\nIf it was not you, tell whoever runs the "
             "server.\n");
}

}  // namespace brusio::session
