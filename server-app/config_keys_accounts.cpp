#include "server-app/config_key_kinds.h"
#include "server-app/config_keys.h"

namespace brusio::server {

namespace {

using session::AccountsConfig;
using session::EmailUse;

ConfigKey flag(std::string_view name, std::string_view doc, bool AccountsConfig::*member) {
    ConfigKey key{"accounts", name, doc, {}, {}};
    key.read = [member](const ConfigValue& value, AppConfig& config) -> ConfigError {
        const bool* const on = std::get_if<bool>(&value);
        if (on == nullptr) return "it must be true or false";
        config.server.accounts.*member = *on;
        return std::nullopt;
    };
    key.show = [member](const AppConfig& config, std::size_t) {
        return ConfigValue{config.server.accounts.*member};
    };
    return key;
}

}  // namespace

std::vector<ConfigKey> account_keys() {
    std::vector<ConfigKey> keys;
    keys.push_back(flag("registration", "Whether anybody may make an account (REGISTER).",
                        &AccountsConfig::registration));
    keys.push_back(flag("before_connect", "Whether that is possible before a client is welcome.",
                        &AccountsConfig::before_connect));
    keys.push_back(
        flag("required",
             "Whether nobody is let in who does not log in. People of the plain protocol\n"
             "cannot. Guests who are here when a reload turns it on may stay until they go.",
             &AccountsConfig::required));
    keys.push_back(flag("stay_in_rooms",
                        "Whether who is logged in stays in its rooms while it is not connected.",
                        &AccountsConfig::stay_in_rooms));
    keys.push_back(flag("stay_by_choice",
                        "Whether everybody may choose otherwise for themselves (PERSISTENCE).",
                        &AccountsConfig::stay_by_choice));
    keys.push_back(
        bytes_key("accounts", "password_bytes_min", "The shortest password of an account.",
                  {[](AppConfig& c, std::int64_t value) {
                       c.server.accounts.password_bytes_min = static_cast<std::size_t>(value);
                   },
                   [](const AppConfig& c) {
                       return static_cast<std::int64_t>(c.server.accounts.password_bytes_min);
                   }},
                  {1, 128}));
    keys.push_back(count_key(
        "accounts", "scram_iterations",
        "How dear a new password is to guess from a stolen copy of the store, for SCRAM-SHA-256.\n"
        "Clients do the same work when they log in.",
        {[](AppConfig& c, std::int64_t value) {
             c.server.accounts.scram_iterations = static_cast<std::uint32_t>(value);
         },
         [](const AppConfig& c) {
             return static_cast<std::int64_t>(c.server.accounts.scram_iterations);
         }},
        {4096, 10'000'000}));
    keys.push_back(choice_key<EmailUse>(
        "accounts", "email",
        "Whether accounts have an e-mail address, which a mail verifies and by which a lost\n"
        "password is reset: \"off\", \"optional\" or \"required\". Needs [mail].",
        {{"off", EmailUse::off},
         {"optional", EmailUse::optional},
         {"required", EmailUse::required}},
        [](AppConfig& c) -> EmailUse& { return c.server.accounts.email; }));
    keys.push_back(texts_key(
        "accounts", "auth_program",
        "A program, with its arguments, that answers for names and passwords (PLAIN, PASS) of\n"
        "those who have no password here. On stdin it gets name, password and address, a line\n"
        "each; it says \"ok\", \"ok NAME\" or \"no\". Empty: none is asked.",
        [](AppConfig& c) -> std::vector<std::string>& { return c.auth_program; }, program_word));
    keys.push_back(flag("auth_program_makes_accounts",
                        "Whether who is let in by the program gets an account if there is none.",
                        &AccountsConfig::program_makes_accounts));
    return keys;
}

}  // namespace brusio::server
