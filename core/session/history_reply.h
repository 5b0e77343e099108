#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/store.h"
#include "core/session/stage.h"

namespace brusio::session {

enum class HistoryOf : std::uint8_t { room, pair };

/// A page of history as its reader asked for it. What was said in a room bears the name that the
/// room has now.
struct HistoryPage {
    std::string target;  // the name of the batch: a room or a nick
    HistoryOf of;
    ConversationId log;
    room::RankSet ranks;  // what the reader is in the room: status messages above it stay hidden
    HistoryEnd end = HistoryEnd::unknown;
};

/// The rank that a message to "@#room" was for; none if it was for everybody.
[[nodiscard]] std::optional<room::Rank> rank_addressed(const MessageRecord& record);

/// Puts the entries of `answer` into the replies of the session that is being served, as one batch
/// of the type chathistory for those who read batches. Needs an answer that is `ok`.
/// IRCv3 chathistory; batch type chathistory.
void send_history(Stage& stage, const HistoryPage& page, const QueryAnswer& answer);

/// A client that reads no batches is told when an answer has nothing in it, or it would wait for
/// ever.
void say_nothing_was_found(Stage& stage, std::string_view command, std::vector<std::string> params);

/// Puts one entry there, unless the reader may not see it or could not read it.
void send_entry(Stage& stage, const HistoryPage& page, const MessageRecord& record);

/// The echo of a message that was said before, if the session reads echoes. `room` is where it was
/// said; null: in private, or where the user is no longer.
void send_echo(Stage& stage, ConversationId log, const MessageRecord& record,
               const room::Room* room);

}  // namespace brusio::session
