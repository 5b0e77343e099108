#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/session/command.h"
#include "core/session/session.h"
#include "core/session/stage.h"

namespace brusio::session {

// Metadata that are nobody else's business: keys under "soju.im/" say what a person's clients do
// with a room or with somebody (pinned, muted, blocked). They belong to the account that notes
// them, whoever may change the target's own metadata, and are shown and told to its sessions alone.

[[nodiscard]] bool is_private_key(std::string_view key);

/// What a note can be about: a room that the user may see, a person who is here or not, or "*", the
/// user itself.
struct NoteTarget {
    std::string key;   // as records name it; outlives a change of names
    std::string name;  // as it is called now
};
/// None if there is nothing of that name.
[[nodiscard]] std::optional<NoteTarget> find_note_target(const ServerState& state,
                                                         const room::User& user,
                                                         std::string_view name);

/// What the user has noted about it; nothing for guests.
[[nodiscard]] const Metadata& notes_about(const ServerState& state, const room::User& user,
                                          const NoteTarget& target);

/// Notes a value, or takes it away, and tells the user's other sessions that subscribed to the key.
/// The refusal if it may not be. The answer to the command is the caller's.
Outcome note_privately(CommandContext& context, const NoteTarget& target, const std::string& key,
                       const std::optional<std::string>& value);

/// All that the user has noted under keys that the session subscribed to, or under those of `keys`,
/// goes into the replies of the session that is being served.
void show_private_notes(Stage& stage, const Session& session, const room::User& user);
void show_private_notes(Stage& stage, const Session& session, const room::User& user,
                        const MetadataKeys& keys);

}  // namespace brusio::session
