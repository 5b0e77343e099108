#pragma once

#include <string>
#include <string_view>

#include "core/session/metadata.h"
#include "core/session/session.h"
#include "core/session/stage.h"

namespace brusio::session {

// METADATA lines for those who subscribed to a key (IRCv3 metadata, "Notifications").

/// A key has another value; `value` is null if it has none any more. Told by `by` to all who
/// subscribed to it and are in the room, or share a room with the user, monitor it or are it; to
/// the acting session only if `echo` says so.
void tell_metadata(Stage& stage, const MetadataTarget& target, const room::User& by,
                   std::string_view key, const std::string* value, Echo echo = Echo::no);

/// The same for all that is not as it was, because the user has logged in or out.
void tell_metadata_changes(Stage& stage, room::User& user, const Metadata& before);

/// The members of a room hear what the user who has come in has noted.
void tell_newcomer_metadata(Stage& stage, const room::User& user, const room::Room& room);
/// Those who monitor a user that has come hear the same.
void tell_watchers_metadata(Stage& stage, const room::User& user);

// What follows goes into the replies of the session that is being served.

/// What it subscribed to of the room and of everybody in it: all of that, or what is among `keys`.
/// Nothing if there is nothing. If the room has many members the client is told to ask later
/// (RPL_METADATASYNCLATER).
void show_metadata(Stage& stage, const Session& session, const room::Room& room);
void show_metadata(Stage& stage, const Session& session, const room::Room& room,
                   const MetadataKeys& keys);
/// The same of a user, without a batch.
void show_metadata(Stage& stage, const Session& session, const room::User& user);
void show_metadata(Stage& stage, const Session& session, const room::User& user,
                   const MetadataKeys& keys);

/// All that the user itself has noted, as one batch, also if that is nothing: what a session gets
/// while it registers.
void show_own_metadata(Stage& stage, const Session& session, const room::User& user);

/// METADATA SYNC: what the session subscribed to, as one batch that is the whole answer; cut with a
/// warning if it is too long.
void send_metadata_sync(Stage& stage, const Session& session, const MetadataTarget& target);

}  // namespace brusio::session
