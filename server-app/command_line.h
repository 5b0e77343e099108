#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/session/accounts/desk.h"
#include "server-app/app_config.h"

namespace brusio::server {

/// What `brusiod account` is to do: everything but the password, which is never an argument.
struct AccountOrder {
    session::DeskRequest::Verb verb = session::DeskRequest::Verb::list;
    std::string name;
    std::string email;     // to add
    std::string reason;    // to suspend and to delete
    std::string duration;  // to suspend
};

/// What brusiod was asked to do.
struct CommandLine {
    enum class Action : std::uint8_t {
        serve,
        check_config,
        print_defaults,
        hash_password,
        backup,
        verify,
        restore,
        account,
        audit,
    };
    enum class Keeping : std::uint8_t { on_disk, ephemeral };

    Action action = Action::serve;
    std::string config_path;  // empty: the defaults
    std::vector<ListenUrl> listen;
    std::optional<LogLevel> log_level;
    std::optional<LogFormat> log_format;
    Keeping keeping = Keeping::on_disk;
    std::string data_folder;  // empty: the default
    AccountOrder account;
    std::uint32_t audit_entries = 0;
    std::string backup_path;  // to make, to look at, or to take back; empty: the data directory
    std::optional<int> ready_descriptor;  // told where the server listens once it does
};

/// The program is to end now, with this on its outputs: help, the version, or what was wrong.
struct EarlyExit {
    int code = 0;
    std::string out;
    std::string err;
};

[[nodiscard]] Result<CommandLine, EarlyExit> parse_command_line(int argc, const char* const* argv);

/// Options win over the file.
void apply_options(const CommandLine& command, AppConfig& config);

}  // namespace brusio::server
