#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ports/store.h"
#include "core/room/room.h"
#include "core/session/server_state.h"

namespace brusio::session {

// Who may read what of which log. What may not be read is answered for like what is not there.

/// The room of that name, or null unless the user is in it and not banned from it.
[[nodiscard]] const room::Room* readable_room(const ServerState& state, const room::User& user,
                                              std::string_view name);

/// What a member may see of its room's log: from its joining on, unless the server shows new
/// members everything; and of what was said to those of a rank, what is for its own.
[[nodiscard]] LogWindow log_window(const ServerState& state, const room::Member& member);

/// The conversations that the user has had in private; none for a guest, because nobody could tell
/// later that it was the same one.
[[nodiscard]] std::vector<const Pair*> readable_pairs(const ServerState& state,
                                                      const room::User& user);

/// The nick of the other one of a private conversation; empty if it is none of the user's.
[[nodiscard]] std::string pair_name(const ServerState& state, const room::User& user,
                                    ConversationId conversation);

/// What the user calls the conversation: a room it is in, or the nick of the other one; empty if it
/// is none of the user's.
[[nodiscard]] std::string conversation_name(const ServerState& state, const room::User& user,
                                            ConversationId conversation);

}  // namespace brusio::session
