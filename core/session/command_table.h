#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/session/command.h"

namespace brusio::session {

/// When a command may be used.
enum class When : std::uint8_t { any_time, registered_only, before_registration };

/// How long its line may be: 512 bytes, or more where a password has to fit
/// (Limits::password_line_bytes_max).
enum class LineLength : std::uint8_t { usual, with_password };

/// What a message to one target costs.
inline constexpr std::uint8_t talk_tokens = 2;

/// How the cost of a command is reckoned, see command_costs.h.
enum class Charging : std::uint8_t {
    usual,
    question,              // what a client asks of its rooms when it comes back
    per_target,            // the cost is that of one of the comma-separated targets
    announced,             // others are told although nothing was said
    announced_per_target,  // both
    metadata,              // announced if it changes something
};

/// One row a command: the guards are columns, the body is one file.
struct CommandRow {
    std::string_view name;
    std::uint8_t params_min;
    When when;
    std::uint8_t cost;  // tokens, see Limits::command_burst_tokens
    CommandBody body;
    std::string_view spec;
    LineLength length = LineLength::usual;
    Charging charging = Charging::usual;
};

/// All commands, sorted by name.
[[nodiscard]] std::span<const CommandRow> command_table();
/// Case-insensitive; null if there is none.
[[nodiscard]] const CommandRow* find_command(std::string_view name);

/// Checks the guards, runs the body and puts its refusal into the replies. The caller has begun
/// the replies for this session.
void run_command(Stage& stage, Session& session, const wire::Line& line);

/// Answers a command that is not run at all, with its label. The replies have been begun.
void refuse_command(Stage& stage, const Session& session, const wire::Line& line,
                    const Reply& reply);

}  // namespace brusio::session
