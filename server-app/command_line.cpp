#include "server-app/command_line.h"

#include <CLI/CLI.hpp>
#include <map>
#include <sstream>

namespace brusio::server {

namespace {

constexpr const char* about =
    "The Brusio chat server: IRC and a plain text protocol over the same rooms.\n"
    "Without options it listens on irc://127.0.0.1:6667 and plain://127.0.0.1:53000.";

/// A listener's URL is checked where it is given, so that the error names the option.
std::string check_url(const std::string& text) {
    const auto url = ListenUrl::parse(text);
    return url ? std::string{} : url.error();
}

void add_options(CLI::App& app, CommandLine& command, std::vector<std::string>& urls) {
    static const std::map<std::string, LogLevel> levels{{"debug", LogLevel::debug},
                                                        {"info", LogLevel::info},
                                                        {"warning", LogLevel::warning},
                                                        {"error", LogLevel::error}};
    static const std::map<std::string, LogFormat> formats{{"logfmt", LogFormat::logfmt},
                                                          {"json", LogFormat::json}};
    app.add_option("--config", command.config_path, "configuration file (TOML)")
        ->option_text("FILE");
    app.add_option(
           "--listen", urls,
           "irc://HOST:PORT, ircs://, ws://, wss:// or plain://, port 0 for any free one; may be "
           "repeated; takes the place of the file's listeners")
        ->check(CLI::Validator{check_url, "URL"})
        ->option_text("URL");
    app.add_option("--log-level", command.log_level, "debug, info, warning or error")
        ->transform(CLI::CheckedTransformer(levels))
        ->option_text("LEVEL");
    app.add_option("--log-format", command.log_format, "logfmt or json")
        ->transform(CLI::CheckedTransformer(formats))
        ->option_text("FORMAT");
    CLI::Option* data = app.add_option("--data", command.data_folder,
                                       "data directory, made if it is not there; without it "
                                       "$STATE_DIRECTORY, $XDG_STATE_HOME/brusio or "
                                       "~/.local/state/brusio")
                            ->option_text("DIR");
    app.add_flag_callback(
           "--ephemeral", [&command] { command.keeping = CommandLine::Keeping::ephemeral; },
           "keep everything in memory, where it ends with the server")
        ->excludes(data);
    app.add_option("--ready-fd", command.ready_descriptor,
                   "once the server listens, write its URLs to this file descriptor, one a line, "
                   "and close it")
        ->check(CLI::Range(0, 1'000'000))
        ->option_text("NUMBER");
}

void add_commands(CLI::App& app, CommandLine& command) {
    CLI::App* check =
        app.add_subcommand("check-config", "read the configuration, say what is wrong");
    check->add_option("file", command.config_path, "configuration file (TOML)");
    check->callback([&command] { command.action = CommandLine::Action::check_config; });
    app.add_subcommand("print-defaults", "print every key of the configuration with its default")
        ->callback([&command] { command.action = CommandLine::Action::print_defaults; });
    app.add_subcommand("hash-password", "read a password from standard input, print its hash")
        ->callback([&command] { command.action = CommandLine::Action::hash_password; });
    CLI::App* backup =
        app.add_subcommand("backup", "copy the data into a new file, whether a server runs or not");
    backup->add_option("file", command.backup_path, "the file to make")->required();
    backup->callback([&command] { command.action = CommandLine::Action::backup; });
    CLI::App* verify = app.add_subcommand(
        "verify", "read all of the data, or of a backup where it lies; say whether it is sound");
    verify->add_option("file", command.backup_path, "a backup; without it the data directory");
    verify->callback([&command] { command.action = CommandLine::Action::verify; });
    CLI::App* restore = app.add_subcommand(
        "restore",
        "put a backup in the place of the data, after a check; what was there is moved aside");
    restore->add_option("file", command.backup_path, "the backup")->required();
    restore->callback([&command] { command.action = CommandLine::Action::restore; });
}

/// `brusiod account VERB [NAME]`.
void add_account_commands(CLI::App& app, CommandLine& command) {
    using Verb = session::DeskRequest::Verb;
    struct Row {
        const char* name;
        Verb verb;
        const char* help;
    };
    CLI::App* account = app.add_subcommand(
        "account", "see and change accounts, on a running server or without one");
    account->require_subcommand(1);
    for (const auto& [name, verb, help] : {
             Row{"list", Verb::list, "all accounts"},
             Row{"info", Verb::info, "what is known of an account"},
             Row{"add", Verb::add, "make one; the password is asked for, or read from a pipe"},
             Row{"password", Verb::password, "give it another password, asked for likewise"},
             Row{"suspend", Verb::suspend, "end its sessions and let nobody log in to it"},
             Row{"resume", Verb::resume, "take that back"},
             Row{"delete", Verb::remove, "end its sessions and forget it"},
             Row{"certs", Verb::certs, "the client certificates that log into it"},
         }) {
        CLI::App* order = account->add_subcommand(name, help);
        AccountOrder& given = command.account;
        if (verb != Verb::list) order->add_option("name", given.name, "the account")->required();
        if (verb == Verb::add) order->add_option("--email", given.email, "its e-mail address");
        if (verb == Verb::suspend || verb == Verb::remove) {
            order->add_option("--reason", given.reason, "what its sessions read at their end");
        }
        if (verb == Verb::suspend) {
            order->add_option("--for", given.duration,
                              "how long (90m, 1d12h); for good if not said");
        }
        order->callback([&command, wanted = verb] {
            command.action = CommandLine::Action::account;
            command.account.verb = wanted;
        });
    }
}

void add_audit_command(CLI::App& app, CommandLine& command) {
    command.audit_entries = 100;
    CLI::App* audit =
        app.add_subcommand("audit", "what operators did and what was done to accounts");
    audit->add_option("--entries", command.audit_entries, "the newest so many; 100 if not said")
        ->check(CLI::Range(1U, 1'000'000U));
    audit->callback([&command] { command.action = CommandLine::Action::audit; });
}

}  // namespace

Result<CommandLine, EarlyExit> parse_command_line(int argc, const char* const* argv) {
    CommandLine command;
    std::vector<std::string> urls;
    CLI::App app{about, "brusiod"};
    app.set_version_flag("--version", "brusiod " BRUSIO_VERSION);
    app.require_subcommand(0, 1);
    app.fallthrough();
    add_options(app, command, urls);
    add_commands(app, command);
    add_account_commands(app, command);
    add_audit_command(app, command);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        std::ostringstream out;
        app.exit(success, out, out);
        return Err{EarlyExit{0, out.str(), {}}};
    } catch (const CLI::ParseError& error) {
        return Err{EarlyExit{2, {}, "brusiod: " + std::string{error.what()} + '\n'}};
    }
    for (const std::string& url : urls) command.listen.push_back(ListenUrl::parse(url).value());
    return command;
}

void apply_options(const CommandLine& command, AppConfig& config) {
    if (!command.listen.empty()) config.listen = command.listen;
    if (command.log_level) config.log_level = *command.log_level;
    if (command.log_format) config.log_format = *command.log_format;
}

}  // namespace brusio::server
