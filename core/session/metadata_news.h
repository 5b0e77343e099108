#pragma once

#include <string>
#include <string_view>

#include "core/session/metadata.h"
#include "core/session/stage.h"

namespace brusio::session {

// News of metadata for those who subscribed to a key (IRCv3 metadata, "Notifications"), each in the
// words that it negotiated, see metadata_view.h.

/// A key has another value; `value` is null if it has none any more. Told by `by` to all who
/// subscribed to it and are in the room, or share a room with the user, monitor it or are it; to
/// the acting session only if `echo` says so.
void tell_metadata(Stage& stage, const MetadataTarget& target, const room::User& by,
                   std::string_view key, const std::string* value, Echo echo = Echo::no);

/// The same for all that is not as it was, because the user has logged in or out.
void tell_metadata_changes(Stage& stage, room::User& user, const Metadata& before);

/// The members of a room hear what the user who has come in has noted.
void tell_newcomer_metadata(Stage& stage, const room::User& user, const room::Room& room);
/// Those who monitor a user that has come hear the same; not the acting session.
void tell_watchers_metadata(Stage& stage, const room::User& user);

}  // namespace brusio::session
