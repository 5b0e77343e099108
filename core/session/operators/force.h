#pragma once

#include <string>
#include <string_view>

#include "core/session/command.h"

namespace brusio::session {

// SAJOIN, SAPART, SAMODE and SANICK: what a server operator does to somebody else as if that one
// had done it (Privilege::force). It is told to whoever it happens to and to the room, and kept in
// the audit by the batch that does it.

/// Why this may not be done to `target`: one who does not speak IRC, or a server operator who may
/// as much as the acting user. Nobody is kept from forcing himself.
[[nodiscard]] Outcome refusal_to_force(const CommandContext& context, const room::User& target);

/// Into the audit and the log. `action` is one word ("sajoin").
void record_force(CommandContext& context, std::string_view action, std::string_view subject,
                  std::string_view detail);

/// A notice to all sessions of `target`, unless it is the acting user: "root, a server operator,
/// <what>".
void tell_forced(CommandContext& context, const room::User& target, const std::string& what);

}  // namespace brusio::session
