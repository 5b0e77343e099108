#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/metadata.h"
#include "core/session/stage.h"

namespace brusio::session {

// What is noted about users and rooms (IRCv3 metadata). A guest's metadata end with the guest;
// those of accounts and rooms are kept.

/// Whose metadata it is: a user's or a room's, never both.
struct MetadataTarget {
    room::User* user = nullptr;
    room::Room* room = nullptr;

    [[nodiscard]] const std::string& name() const;
};

/// "*" is the asker. None if there is nothing of that name whose metadata the asker may read: rooms
/// show theirs to their members, and to those who could walk in.
[[nodiscard]] std::optional<MetadataTarget> find_metadata_target(const ServerState& state,
                                                                 room::User& asker,
                                                                 std::string_view name);

/// True for the user itself, and for operators of the room.
[[nodiscard]] bool may_change_metadata(const ServerState& state, const room::User& asker,
                                       const MetadataTarget& target);

/// Lives until the target's metadata change, or the user logs in or out.
[[nodiscard]] const Metadata& metadata_of(const ServerState& state, const room::User& user);
[[nodiscard]] const Metadata& metadata_of(const ServerState& state, const MetadataTarget& target);

/// What is there from now on, also after the server's end unless it is a guest's. Telling is the
/// caller's.
void set_metadata(Stage& stage, const MetadataTarget& target, Metadata metadata);

/// a-z, 0-9, and _ . / - (IRCv3 metadata, "Keys and Values").
[[nodiscard]] bool valid_metadata_key(std::string_view key);

/// The value of the capability in CAP LS.
[[nodiscard]] std::string metadata_value(const Limits& limits);

}  // namespace brusio::session
