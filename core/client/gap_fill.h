#pragma once

#include <optional>
#include <string_view>

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
void ask_for_history(Brain& brain, Now now);

/// We are online: asks who has written to us since we were here (CHATHISTORY TARGETS), so that
/// their conversations are opened.
void ask_who_wrote(Brain& brain, Now now);
/// Somebody has, last at that time.
void note_writer(Brain& brain, std::string_view nick, WallTime last);
/// Whether a row of a page about this conversation is news.
[[nodiscard]] bool was_missed(const Brain& brain, const Conversation& conversation,
                              const Message& row);

/// Whether the rows of a page about `target` that begins now belong before those that are here, so
/// that they are gathered and placed when it ends.
[[nodiscard]] bool is_gathered(Brain& brain, std::string_view target);
/// A page is complete.
void history_page_done(Brain& brain, OpenBatch&& batch, Now now);
/// FAIL CHATHISTORY for this target.
void history_refused(Brain& brain, std::string_view target, Now now);

/// Questions that the server does not answer are given up.
void give_up_overdue_history(Brain& brain, Now now);
[[nodiscard]] std::optional<MonoTime> history_deadline(const Brain& brain);
/// The link is gone: nothing comes any more, what was held is shown.
void give_up_history(Brain& brain);

}  // namespace brusio::client
