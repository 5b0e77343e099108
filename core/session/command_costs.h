#pragma once

#include "core/session/command_table.h"
#include "core/session/throttle.h"

namespace brusio::session {

// Who pays how much for what it says. A session has two buckets: one for everything, and a small
// one for what many others are told of although nobody spoke (a new nick, a topic, a way out and
// in again), so that no room is flooded by what one of its users repeats. Who runs out waits.

/// Of a line that cannot be carried out.
inline constexpr std::uint32_t bad_line_tokens = 5;

[[nodiscard]] TokenRate command_rate(const Limits& limits);
[[nodiscard]] TokenRate announcement_rate(const Limits& limits);

/// May the session's next line be looked at? A message of several lines that has begun may be said
/// to its end; what follows waits.
[[nodiscard]] bool is_ready(Session& session, const Limits& limits, MonoTime now);
/// When it may, in the past if it may already.
[[nodiscard]] MonoTime ready_at(const Session& session, const Limits& limits);

/// Pays for something that is no command.
void charge(Session& session, std::uint32_t tokens, const Limits& limits);
/// Pays for a command of `row`, which is going to be carried out. What a client asks of its rooms
/// when it comes back costs nothing, for a few questions a room and not for long
/// (Limits::return_answers_per_room).
void charge_command(const Stage& stage, Session& session, const CommandRow& row,
                    const wire::Line& line);

}  // namespace brusio::session
