#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "core/base/ids.h"
#include "core/ports/records.h"
#include "core/session/device_book.h"

namespace brusio::session {

// What the store was asked for, one struct each.

/// CHATHISTORY, a page of one conversation.
struct HistoryAsked {
    std::string word;    // the subcommand as it was written
    std::string target;  // as it is shown
    RoomId room;         // none for a private conversation
    std::uint32_t full_page =
        0;  // fewer entries: there are no more. 0: nothing can be said of that
};
/// CHATHISTORY TARGETS.
struct TargetsAsked {
    std::string word;             // as it was written
    std::uint32_t full_page = 0;  // as above
};
/// SEARCH.
struct SearchAsked {};
/// A message that may have been sent before.
struct OnceAsked {
    std::string line;  // to be run again if it was not
    AccountId account;
    ClientMessageId message;
    // What it says: another message must not have the name of one that was kept.
    RecordKind kind = RecordKind::message;
    std::string command;
    std::string target;
    std::string text;  // of a TAGMSG its tags
};
/// REDACT, with a room or with the account that asks for it in private.
struct RedactionAsked {
    std::string target;  // as it is shown
    RoomId room;
    AccountId account;
    std::string message_id;
    std::string reason;
};

/// AUDIT.
struct AuditAsked {};
/// What somebody missed in the conversation, and is shown at coming back.
struct MissedAsked {
    ConversationId log;
};

using QuestionPurpose = std::variant<HistoryAsked, TargetsAsked, SearchAsked, OnceAsked,
                                     RedactionAsked, AuditAsked, MissedAsked>;

/// A question to the store that is under way, and for whom. What the session says next waits for
/// the answer, so that its answers stay in order.
struct PendingQuestion {
    QueryId query;
    LinkId link;
    std::string label;  // of the command that the answer belongs to
    QuestionPurpose purpose;
};

}  // namespace brusio::session
