#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/client/brain.h"

namespace brusio::client {

/// Opens the conversation with `name`, or finds it. Beyond ClientLimits::conversations_max the
/// person's conversation that was quiet for longest, with nothing unread, makes room.
Conversation& open_conversation(Brain& brain, ConversationKind kind, std::string_view name);
/// Forgets a conversation; what was queued there is cancelled before.
void close_conversation(Brain& brain, ConversationId id);
void set_membership(Brain& brain, Conversation& conversation, Membership membership);

/// Gives the row an id, adds it, counts it as unread if it is speech of others, and tells.
/// Returns the row as added; null if its msgid is there already, and then nothing happens.
MessagePtr add_row(Brain& brain, Conversation& conversation, Message&& row);
/// Puts rows, oldest first, before all others; none of their msgids is there already. Told as one
/// event.
void add_older_rows(Brain& brain, Conversation& conversation, std::vector<Message>&& rows);
/// The same with ids that count down from `before`, which is the last one given then.
void place_before(Brain& brain, Conversation& conversation, std::vector<Message>&& rows,
                  std::uint64_t& before);
void set_older(Brain& brain, Conversation& conversation, OlderRows older);
/// Puts a changed row in the place of the old one and tells.
void change_row(Brain& brain, ConversationId conversation, MessagePtr row);
/// The message failed or was cancelled, or goes another way: its row shows it.
[[nodiscard]] MessagePtr with_state(const Message& message, MessageState state,
                                    MessageFailure failure = MessageFailure::none,
                                    std::string_view failure_text = {});

void mark_read_up_to(Brain& brain, Conversation& conversation, MessageId message);

}  // namespace brusio::client
