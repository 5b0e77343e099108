#pragma once

#include <string>

#include "core/ports/store.h"
#include "core/session/stage.h"

namespace brusio::session {

/// A page of history as its reader asked for it.
struct HistoryPage {
    std::string target;   // the name of the batch: a room or a nick
    room::RankSet ranks;  // what the reader is in the room: status messages above it stay hidden
};

/// Puts the entries of `answer` into the replies of the session that is being served, as one batch
/// of the type chathistory for those who read batches. Needs an answer that is `ok`.
/// IRCv3 chathistory; batch type chathistory.
void send_history(Stage& stage, const HistoryPage& page, const QueryAnswer& answer);

/// The echo of a message that was said before, if the session reads echoes.
void send_echo(Stage& stage, const MessageRecord& record);

}  // namespace brusio::session
