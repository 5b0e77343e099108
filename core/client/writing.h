#pragma once

#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

// The way of an own message from the outbox to the link.

/// What the server will say to a message that is written now.
[[nodiscard]] Confirmation confirmation_of(const Brain& brain);

/// Writes a message that was queued. One that the server does not take as a whole is queued again
/// as several; one that nobody could say once any more fails.
void write_message(Brain& brain, OutboxEntry entry, Now now);

/// The message failed: its row says so.
void fail(Brain& brain, const OutboxEntry& entry, MessageFailure failure, std::string_view why);

}  // namespace brusio::client
