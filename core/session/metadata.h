#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/metadata.h"
#include "core/session/reply.h"
#include "core/session/stage.h"

namespace brusio::session {

// What is noted about users and rooms (IRCv3 metadata). A guest's metadata end with the guest;
// those of accounts and rooms are kept.

/// The words in which a client speaks of metadata.
enum class MetadataDialect : std::uint8_t {
    second,  // draft/metadata-2; also for those who negotiated neither
    third,   // draft/metadata-3
};
[[nodiscard]] MetadataDialect metadata_dialect(const Session& session);
/// True if it negotiated one of them, and is told of metadata without asking.
[[nodiscard]] bool reads_metadata(const Session& session);

/// Who gives up one of them, or `batch`, is told of nothing until it subscribes again
/// (draft/metadata-3). `before` is what the session had negotiated.
void forget_subscriptions_if_deaf(Session& session, wire::CapabilitySet before);

/// FAIL METADATA <code> <params> :<text>.
[[nodiscard]] Reply metadata_failure(std::string code, std::vector<std::string> params,
                                     std::string text);

/// Whose metadata it is: a user's, a room's, or those of a session that has not registered yet;
/// one of the three.
struct MetadataTarget {
    room::User* user = nullptr;
    room::Room* room = nullptr;
    Session* newcomer = nullptr;

    [[nodiscard]] std::string_view name() const;
};

/// "*" is the asker, and all that a session can name before it has registered. None if there is
/// nothing of that name whose metadata the asker may read: rooms show theirs to their members, and
/// to those who could walk in.
[[nodiscard]] std::optional<MetadataTarget> find_metadata_target(const ServerState& state,
                                                                 Session& asker,
                                                                 std::string_view name);

/// True for the user itself, and for operators of the room.
[[nodiscard]] bool may_change_metadata(const ServerState& state, const Session& asker,
                                       const MetadataTarget& target);

/// Lives until the user's metadata change, or the user logs in or out.
[[nodiscard]] const Metadata& metadata_of(const ServerState& state, const room::User& user);
[[nodiscard]] Metadata metadata_of(const ServerState& state, const MetadataTarget& target);

/// What is there from now on, also after the server's end unless it is a guest's. Telling is the
/// caller's.
void set_metadata(Stage& stage, const MetadataTarget& target, Metadata metadata);

/// A session has become one of `user`: what it said before goes where the user's metadata are, as
/// far as there is room. Telling is the caller's.
void keep_metadata_changes(Stage& stage, const MetadataChanges& changes, room::User& user);

/// a-z, 0-9, and _ . / - (IRCv3 metadata, "Keys and Values").
[[nodiscard]] bool valid_metadata_key(std::string_view key);

/// The value of either capability in CAP LS.
[[nodiscard]] std::string metadata_value(const Limits& limits);

}  // namespace brusio::session
