// brusiod: the parts of the server, put together.
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "server-app/account_desk.h"
#include "server-app/certificates.h"
#include "server-app/command_line.h"
#include "server-app/config_keys.h"
#include "server-app/config_load.h"
#include "server-app/password_prompt.h"
#include "server-app/server.h"
#include "server-app/store_choice.h"
#include "server-app/unicode_text.h"

namespace {

using namespace brusio::server;

int fail(const std::string& sentence) {
    std::fprintf(stderr, "brusiod: %s\n", sentence.c_str());
    return 1;
}

int serve(const CommandLine& command, const AppConfig& config) {
    SignalWatch signals;
    Logger log{STDERR_FILENO};
    log.set(config.log_level, config.log_format);
    auto server = Server::start(command, config, log, signals);
    if (!server) return fail(server.error());
    return server.value()->run();
}

int check_certificate(const AppConfig& config) {
    if (config.tls.certificate.empty()) return 0;
    const auto today = std::chrono::system_clock::now().time_since_epoch();
    const brusio::WallTime now{
        std::chrono::duration_cast<std::chrono::milliseconds>(today).count()};
    const auto loaded = Certificates{}.load(config.tls, config.server.name, now);
    if (!loaded) return fail(loaded.error());
    const std::string warning = validity_warning(*loaded->context, now);
    if (!warning.empty()) fail(config.tls.certificate + ": " + warning);
    return 0;
}

int check(const std::string& path, const AppConfig& config) {
    int code = check_certificate(config);
    for (const std::string& complaint : complaints_of(config)) code = fail(path + ": " + complaint);
    return code;
}

int hash() {
    const auto hash = hash_password(prepared_password(read_password(STDIN_FILENO)));
    if (!hash) return fail(hash.error());
    std::printf("%s\n", hash.value().c_str());
    return 0;
}

int report(const brusio::Result<std::string, std::string>& outcome) {
    if (!outcome) return fail(outcome.error());
    std::printf("%s\n", outcome.value().c_str());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const auto command = parse_command_line(argc, argv);
    if (!command) {
        std::fputs(command.error().out.c_str(), stdout);
        std::fputs(command.error().err.c_str(), stderr);
        return command.error().code;
    }
    using Action = CommandLine::Action;
    if (command->action == Action::print_defaults)
        return std::fputs(print_defaults().c_str(), stdout) < 0;
    if (command->action == Action::hash_password) return hash();
    if (command->action == Action::backup) return report(run_backup(command.value()));
    if (command->action == Action::verify) return report(run_verify(command.value()));
    if (command->action == Action::restore) return report(run_restore(command.value()));
    if (command->action == Action::audit) return report(run_audit(command.value()));
    auto config = load_config(command->config_path, command->listen);
    if (!config) return fail(config.error());
    if (command->action == Action::account) {
        return report(run_account(command.value(), config.value()));
    }
    if (command->action == Action::check_config) {
        return check(command->config_path, config.value());
    }
    apply_options(command.value(), config.value());
    return serve(command.value(), config.value());
}
