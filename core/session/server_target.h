#pragma once

#include <cstddef>

#include "core/session/command.h"

namespace brusio::session {

/// The optional `<target>` of ADMIN, INFO, MOTD, TIME, VERSION and the like: this server by name or
/// mask, or somebody on it. Anything else is answered with 402. This server is the only one.
[[nodiscard]] Outcome check_server_target(const CommandContext& context, std::size_t param_index);

}  // namespace brusio::session
