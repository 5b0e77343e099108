#pragma once

#include <optional>
#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

// How far the user has read, shared with the other devices of the account (IRCv3 read-marker). The
// server tells a room's marker when we come in and whenever another device moves it; those of
// people are asked for. What is read here is told at most once an interval, the last of it always.
// A guest has no markers: all this does nothing then.

/// The user has seen this row and all before it (Client::mark_read).
void read_up_to(Brain& brain, Conversation& conversation, MessageId message);
/// MARKREAD of the server: `target` is read up to that time.
void take_read_marker(Brain& brain, std::string_view target, WallTime time);

/// Asks how far this person's conversation is read.
void ask_for_read_marker(Brain& brain, const Conversation& person);
/// We are online: asks for all people whose conversations have something unread.
void ask_for_read_markers(Brain& brain);

/// Tells the server what is due.
void send_read_markers(Brain& brain, Now now);
[[nodiscard]] std::optional<MonoTime> read_marker_deadline(const Brain& brain);
/// The link is gone: what the server did not confirm is told again on the next one.
void forget_sent_markers(Brain& brain);

}  // namespace brusio::client
