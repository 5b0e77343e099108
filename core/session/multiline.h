#pragma once

#include <string>
#include <string_view>

#include "core/base/limits.h"
#include "core/session/command.h"

namespace brusio::session {

// Messages of several lines (IRCv3 multiline), which a client sends as a batch (IRCv3
// client-batch). What comes in between is carried out as ever.

/// BATCH +reference type target, and BATCH -reference.
Outcome open_client_batch(CommandContext& context, std::string_view reference);
Outcome close_client_batch(CommandContext& context, std::string_view reference);

/// True if the line belongs to the batch that the session has open.
[[nodiscard]] bool is_of_batch(const Session& session, const wire::Line& line);
/// Why a line cannot be said alone that belongs to a batch which is not open, or no longer; nothing
/// for any other line. IRCv3 client-batch: what is in a batch that was refused is ignored.
[[nodiscard]] Outcome refusal_of_stray(const Session& session, const wire::Line& line);
/// Takes a line of the batch in. Needs `is_of_batch`.
Outcome take_into_batch(CommandContext& context);

/// What `draft/multiline` promises: "max-bytes=...,max-lines=...".
[[nodiscard]] std::string multiline_value(const Limits& limits);

}  // namespace brusio::session
