#pragma once

#include <string>
#include <string_view>

#include "core/session/draft.h"
#include "core/session/metadata.h"
#include "core/session/session.h"
#include "core/session/stage.h"

namespace brusio::session {

// What a session is shown of metadata (IRCv3 metadata, "Notifications" and "Postponed
// synchronization"): METADATA lines for draft/metadata-2, 761 and 766 for draft/metadata-3.

/// A value, or that there is none. The texts belong to what the server knows.
struct MetadataItem {
    std::string_view target;
    std::string_view key;
    const std::string* value = nullptr;
};

/// What the session subscribed to and can read.
[[nodiscard]] const MetadataKeys& subscriptions_of(const Session& session);

/// 761 or 766, which says the same to somebody called `nick`.
[[nodiscard]] Draft metadata_numeric(const Stage& stage, std::string_view nick,
                                     const MetadataItem& item);

// What follows goes into the replies of the session that is being served.

/// What it subscribed to of the room and of everybody in it: all of that, or what is among `keys`.
/// For draft/metadata-2 nothing if there is nothing. If the room has many members the client is
/// told to ask later (RPL_METADATASYNCLATER).
void show_metadata(Stage& stage, const Session& session, const room::Room& room);
void show_metadata(Stage& stage, const Session& session, const room::Room& room,
                   const MetadataKeys& keys);
/// The same of a user whom it monitors: without a batch for draft/metadata-2, and as one for
/// draft/metadata-3.
void show_metadata(Stage& stage, const Session& session, const room::User& user);
void show_metadata(Stage& stage, const Session& session, const room::User& user,
                   const MetadataKeys& keys);

/// All that the user itself has noted, as one batch, also if that is nothing: what a session gets
/// while it registers.
void show_own_metadata(Stage& stage, const Session& session, const room::User& user);

/// METADATA SYNC: what the session subscribed to, as one batch that is the whole answer; also of
/// `notes`, which its user has noted for itself alone about the target.
void send_metadata_sync(Stage& stage, const Session& session, const MetadataTarget& target,
                        const Metadata& notes);

/// What `*ALL` stands for in draft/metadata-3: all that somebody is told about.
inline constexpr std::string_view all_metadata_targets = "*ALL";
/// METADATA *ALL SYNC: of the user, of its rooms and their members, and of whom the link monitors.
/// Of large rooms the client is told to ask one by one.
void send_metadata_sync_of_all(Stage& stage, const Session& session, const room::User& user);

/// 774: the client may ask for the metadata of `target` when it wants.
void tell_to_sync_later(Stage& stage, const Session& session, std::string_view target);

}  // namespace brusio::session
