#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "core/wire/email_address.h"
#include "server-app/config_key_kinds.h"
#include "server-app/config_keys.h"
#include "server-app/smtp.h"

namespace brusio::server {

namespace {

ConfigError relay_url(const std::string& text) {
    if (text.empty() || valid_relay_url(text)) return std::nullopt;
    return "'" + text +
           "' is no relay: it looks like smtp://mail.example.org:25 or smtps://mail.example.org";
}

ConfigError sender(const std::string& text) {
    if (text.empty() || wire::valid_email_address(text)) return std::nullopt;
    return "it must be an address like chat@example.org";
}

ConfigError plain_text(const std::string& text) {
    if (text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string::npos) return std::nullopt;
    return "it must be one line";
}

ConfigError fault_of_mail(const MailConfig& mail) {
    if (!mail.relay.empty() && !mail.program.empty()) {
        return "mail.relay and mail.program are both set: only one can send the mails";
    }
    if (mail.is_on() && mail.from.empty()) return "mail.from must be set where mails are sent";
    if (mail.user.empty() != mail.password_file.empty()) {
        return "mail.user and mail.password_file belong together: both are set, or neither";
    }
    if (!mail.user.empty() && mail.relay.empty()) return "mail.user is for a mail.relay";
    if (!mail.ca_file.empty() && mail.relay.empty()) return "mail.ca_file is for a mail.relay";
    return std::nullopt;
}

}  // namespace

ConfigError program_word(const std::string& text) {
    if (text.find('\0') == std::string::npos) return std::nullopt;
    return "it must not hold NUL characters";
}

std::vector<ConfigKey> mail_keys() {
    std::vector<ConfigKey> keys;
    keys.push_back(text_key(
        "mail", "relay",
        "The server that takes mails from us: smtp://HOST:PORT, or smtps:// where TLS comes\n"
        "first. With smtp a relay that is not on this machine is spoken to over STARTTLS if it\n"
        "offers that; with a user always.",
        [](AppConfig& c) -> std::string& { return c.mail.relay; }, relay_url));
    keys.push_back(text_key(
        "mail", "user", "As whom to log in at the relay. Empty: nobody.",
        [](AppConfig& c) -> std::string& { return c.mail.user; }, plain_text));
    keys.push_back(text_key(
        "mail", "password_file",
        "The file that holds the user's password in its first line; a relative path starts from\n"
        "the folder of this file.",
        [](AppConfig& c) -> std::string& { return c.mail.password_file; }, plain_text));
    keys.push_back(text_key(
        "mail", "ca_file",
        "Certificates (PEM) of whom to trust as the relay. Empty: those that the system trusts. "
        "Set,\n"
        "the relay is only spoken to over TLS; a relative path starts from the folder of this "
        "file.",
        [](AppConfig& c) -> std::string& { return c.mail.ca_file; }, plain_text));
    keys.push_back(texts_key(
        "mail", "program",
        "A program that takes mails instead, with its arguments: [\"/usr/sbin/sendmail\", \"-t\",\n"
        "\"-i\"]. It gets the mail on stdin; the recipient is in its headers and in\n"
        "BRUSIO_RECIPIENT. There is no shell, and no environment but PATH and LANG.",
        [](AppConfig& c) -> std::vector<std::string>& { return c.mail.program; }, program_word));
    keys.push_back(text_key(
        "mail", "from", "Whom mails are from: an address.",
        [](AppConfig& c) -> std::string& { return c.mail.from; }, sender));
    return keys;
}

ConfigError check_mail(const AppConfig& config) {
    if (ConfigError error = fault_of_mail(config.mail)) return error;
    if (config.server.accounts.email != session::EmailUse::off && !config.mail.is_on()) {
        return "accounts.email needs mail.relay or mail.program, or nobody could verify anything";
    }
    const bool has_no_path =
        !config.mail.program.empty() && !config.mail.program.front().starts_with('/');
    if (has_no_path) return "mail.program begins with a path from /";
    if (!config.auth_program.empty() && !config.auth_program.front().starts_with('/')) {
        return "accounts.auth_program begins with a path from /";
    }
    return std::nullopt;
}

std::vector<std::string> complaints_of_programs(const AppConfig& config) {
    std::vector<std::string> complaints;
    for (const auto& [key, command] : {std::pair{"mail.program", &config.mail.program},
                                       std::pair{"accounts.auth_program", &config.auth_program}}) {
        if (command->empty() || ::access(command->front().c_str(), X_OK) == 0) continue;
        complaints.push_back(std::string{key} + ": " + command->front() +
                             " cannot be run: " + std::strerror(errno));
    }
    return complaints;
}

}  // namespace brusio::server
