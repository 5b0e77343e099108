#pragma once

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

}  // namespace brusio::session
