#pragma once

#include "core/client/brain.h"

namespace brusio::client {

// What was said in a room while we were not there is asked for when we come in: after the last
// message we have, else the newest ones (IRCv3 chathistory). What arrives live meanwhile is held
// back until the answer is complete, so that the rows stay in order; what comes both ways is shown
// once, by its msgid.

/// We have come into the room. Does nothing where the server keeps no history for us.
void want_history(Brain& brain, Conversation& room);

/// Asks for what is wanted, room by room, once nothing of ours is in doubt there: the answer to
/// what we send again tells which lines of the history are ours.
void ask_for_history(Brain& brain);

/// A page is complete.
void history_page_done(Brain& brain, const OpenBatch& batch);
/// FAIL CHATHISTORY for this target.
void history_refused(Brain& brain, std::string_view target);

/// The link is gone: nothing comes any more, what was held is shown.
void give_up_history(Brain& brain);

}  // namespace brusio::client
