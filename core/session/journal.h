#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ports/records.h"
#include "core/session/pair_book.h"
#include "core/session/reply.h"
#include "core/session/stage.h"
#include "core/wire/time_text.h"

namespace brusio::session {

/// What goes into a log, besides who and when.
struct Entry {
    RecordKind kind = RecordKind::message;
    std::string_view target;  // as addressed; the kicked, the new nick
    std::string_view text;
    std::string_view client_tags;
    const ClientMessageId* client_id = nullptr;  // of a message that is to be kept once
    std::string_view sender{};  // nick!user@host that is shown instead of the user's own
};

/// How the live line names and dates what was written down.
struct Noted {
    std::string id;
    std::optional<wire::TimeText> time;  // none: now
    std::string place;                   // see place_text; empty: it was not written down

    [[nodiscard]] std::string_view time_text() const { return time ? time->view() : ""; }
};

/// How clients are told where an entry is: "<log>.<seq>". No two logs ever have the same number.
[[nodiscard]] std::string place_text(ConversationId log, std::uint64_t seq);

/// Gives the live line the id, the time and the place of the entry. `noted` must live as long.
void mark_as(const Noted& noted, Draft& draft);

/// Puts what somebody says to a room into its log.
Noted note_in_room(Stage& stage, const room::User& user, room::Room& room, const Entry& entry);

/// Puts what somebody says to another into their log. Two guests have none: nobody could show later
/// that he is the one who had that nick.
Noted note_in_pair(Stage& stage, const room::User& user, const Party& other, const Entry& entry);

/// Puts what has happened into the room's log, unless the room ends with it. The id is empty if
/// nothing was written.
Noted note_event(Stage& stage, const room::User& user, room::Room& room, const Entry& entry);
/// The same in all rooms of the user, before it leaves any of them.
void note_event_everywhere(Stage& stage, const room::User& user, const Entry& entry);

}  // namespace brusio::session
