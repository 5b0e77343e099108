#include "core/client/secret_mask.h"

#include <array>

#include "core/wire/case_mapping.h"
#include "core/wire/line.h"

namespace brusio::client {
namespace {

constexpr std::string_view masked = "***";

// The first parameter that is secret, by command; those behind it are, too.
struct SecretCommand {
    std::string_view command;
    std::size_t first_secret;
};
constexpr std::array<SecretCommand, 6> secret_commands{{
    {"PASS", 0},
    {"OPER", 1},
    {"AUTHENTICATE", 0},
    {"REGISTER", 1},
    {"VERIFY", 1},
    {"JOIN", 1},
}};

// Services whose talk is passwords more often than not.
constexpr std::array<std::string_view, 8> services{"nickserv", "chanserv", "authserv", "q",
                                                   "x",        "userserv", "ns",       "accserv"};

bool is_service(std::string_view target) {
    const std::string_view name = target.substr(0, target.find('@'));
    for (const std::string_view service : services) {
        if (wire::names_equal(name, service)) return true;
    }
    return false;
}

// How many parameters may be shown; all of them if none is secret.
std::size_t shown_params(const wire::Line& line) {
    for (const SecretCommand& row : secret_commands) {
        if (wire::equals_command(line.command, row.command)) return row.first_secret;
    }
    const bool speaks = wire::equals_command(line.command, "PRIVMSG") ||
                        wire::equals_command(line.command, "SQUERY");
    if (speaks && is_service(line.param(0))) return 1;
    if (wire::equals_command(line.command, "NS") || wire::equals_command(line.command, "NICKSERV"))
        return 0;
    return line.params_count;
}

}  // namespace

std::string mask_secrets(std::string_view line) {
    const auto parsed = wire::parse_line(line);
    if (!parsed.ok()) return std::string(line);
    // Lines that came from the server show their source; JOIN there carries no key.
    if (!parsed->source.empty() && wire::equals_command(parsed->command, "JOIN"))
        return std::string(line);
    const std::size_t shown = shown_params(*parsed);
    if (shown >= parsed->params_count) return std::string(line);
    const std::size_t end =
        shown == 0 ? static_cast<std::size_t>(parsed->command.data() - line.data()) +
                         parsed->command.size()
                   : static_cast<std::size_t>(parsed->param(shown - 1).data() - line.data()) +
                         parsed->param(shown - 1).size();
    return std::string(line.substr(0, end)) + " " + std::string(masked);
}

}  // namespace brusio::client
