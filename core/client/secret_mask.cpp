#include "core/client/secret_mask.h"

#include <algorithm>
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

// What passwords are told to them with.
constexpr std::array<std::string_view, 18> secret_verbs{
    "IDENTIFY", "ID",      "SIDENTIFY", "LOGIN",   "AUTH",    "REGISTER",
    "VERIFY",   "CONFIRM", "GHOST",     "RECOVER", "RELEASE", "REGAIN",
    "RECLAIM",  "GROUP",   "PASSWORD",  "PASSWD",  "SETPASS", "DROP",
};

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

// How much of a line said to a service may be shown.
std::size_t shown_of_talk(std::string_view line) {
    const auto word_end = [line](std::size_t from) {
        return std::min(line.find(' ', from), line.size());
    };
    std::size_t shown = word_end(0);
    std::string_view verb = line.substr(0, shown);
    if (wire::equals_command(verb, "SET") && shown < line.size()) {
        const std::size_t start = shown + 1;
        shown = word_end(start);
        verb = line.substr(start, shown - start);
    }
    const bool secret =
        std::any_of(secret_verbs.begin(), secret_verbs.end(),
                    [verb](std::string_view known) { return wire::equals_command(verb, known); });
    return secret ? shown : line.size();
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

std::string mask_said(std::string_view target, std::string_view text) {
    if (!is_service(target)) return std::string(text);
    std::string shown;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line = text.substr(from, end - from);
        const std::size_t kept = shown_of_talk(line);
        shown += line.substr(0, kept);
        if (kept < line.size()) (shown += ' ') += masked;
        if (end < text.size()) shown += '\n';
        from = end + 1;
    }
    return shown;
}

}  // namespace brusio::client
