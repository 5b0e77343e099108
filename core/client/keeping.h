#pragma once

#include <vector>

#include "core/client/brain.h"

namespace brusio::client {

// What the brain has kept (client_store.h). All of this does nothing without a store
// (ClientConfig::stored). Rows are kept once they are settled, under the ids that they have in the
// timeline: their order is the same after the next start, which goes on counting where this one
// ended. Own messages that are not settled are kept beside them, until they are or are given up.

/// There is a store, and connect() has begun: numbers go on where the store ends.
void begin_keeping(Brain& brain, Now now);
/// A conversation was opened: what is kept of it is asked for.
void ask_for_stored(Brain& brain, Conversation& conversation);
/// Asks for rows before the oldest one here. False if there are none, or they are on their way.
bool ask_for_stored_older(Brain& brain, Conversation& conversation);
/// The answer to either (Client::handle_stored).
void take_stored(Brain& brain, StoredRows&& answer);

void keep_row(Brain& brain, const Conversation& conversation, const Message& row);
/// `now` stands where `before` (null if that is not known) stood.
void keep_change(Brain& brain, const Conversation& conversation, const MessagePtr& before,
                 const Message& now);
/// Its name, topic or read positions are others now.
void keep_place(Brain& brain, const Conversation& conversation);
/// These messages of an earlier start are about to be restored: each is kept anew under the id that
/// it gets.
void keep_restored(Brain& brain, const std::vector<Message>& unsent);
/// It is closed: what is kept stays, but for what is unsent, which is given up.
void keep_closed(Brain& brain, const Conversation& conversation);
/// A message was taken back that is not here, but may be kept.
void keep_redaction(Brain& brain, std::string_view name, std::string_view msgid,
                    std::string_view by, std::string_view reason);
/// Conversations::rename, and the store hears of it.
bool rename_conversation(Brain& brain, Conversation& conversation, std::string name, Folded key);

/// Lets old rows go from time to time; called at the end of every input.
void trim_stored(Brain& brain, Now now);
/// Everything to be written since the last call, in order.
[[nodiscard]] std::vector<StoreWrite> take_store_writes(Brain& brain);

}  // namespace brusio::client
