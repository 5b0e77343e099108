#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/session/reply.h"
#include "core/session/stage.h"
#include "core/wire/line.h"

namespace brusio::session {

/// One command being carried out.
struct CommandContext {
    Stage& stage;
    Session& session;
    const wire::Line& line;

    [[nodiscard]] ServerState& state() const { return stage.state; }
    [[nodiscard]] ReplyBuffer& replies() const { return stage.replies; }
    [[nodiscard]] Fanout& fanout() const { return stage.fanout; }
    /// The user behind the session; only after registration.
    [[nodiscard]] room::User& user() const;
    [[nodiscard]] std::size_t param_count() const { return line.params_count; }
    /// The parameter, or an empty text past the last one.
    [[nodiscard]] std::string_view param(std::size_t index) const { return line.param(index); }
};

/// Carries the command out. What the peer did wrong comes back; what it is owed has been put into
/// the stage.
using CommandBody = Outcome (*)(CommandContext& context);

/// When a command may be used.
enum class When : std::uint8_t { any_time, registered_only, before_registration };

/// One row a command: the guards are columns, the body is one file.
struct CommandRow {
    std::string_view name;
    std::uint8_t params_min;
    When when;
    std::uint8_t cost;  // tokens, see Limits::command_burst_tokens
    CommandBody body;
    std::string_view spec;
};

/// All commands, sorted by name.
[[nodiscard]] std::span<const CommandRow> command_table();
/// Case-insensitive; null if there is none.
[[nodiscard]] const CommandRow* find_command(std::string_view name);

/// Checks the guards, runs the body and puts its refusal into the replies. The caller has begun
/// the replies for this session.
void run_command(Stage& stage, Session& session, const wire::Line& line);

}  // namespace brusio::session
