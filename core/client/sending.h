#pragma once

#include <string_view>
#include <vector>

#include "core/client/brain.h"

namespace brusio::client {

/// Makes the messages of `text`, adds their rows and queues them (Client::send_message).
std::vector<MessageId> compose(Brain& brain, std::string_view target, std::string_view text,
                               MessageKind kind, Now now);
bool retry_message(Brain& brain, MessageId message);
bool cancel_message(Brain& brain, MessageId message);

/// Writes what may go out now. Called at the end of every input.
void flush_outbox(Brain& brain, Now now);
/// The link is gone. What was written and not confirmed is to be sent again under its name; without
/// one it becomes failed, because nobody knows whether it arrived.
void settle_written(Brain& brain, std::string_view why);
/// Messages of an earlier start that were not settled, in their order.
void restore_unsent(Brain& brain, const std::vector<Message>& messages);
/// Written too long ago without a word of the server: the same.
void fail_overdue(Brain& brain, Now now);
/// The room cannot be joined: what was queued for it is refused.
void refuse_queued(Brain& brain, ConversationId room, std::string_view why);

/// What is queued for `from` is to be said in `to` instead.
void move_queued(Brain& brain, ConversationId from, Conversation& to);

/// The server answered an own line without echo: ACK, or the end of an empty answer.
void confirm_label(Brain& brain, std::string_view label);
/// The server said one of our messages back as `row`. True if that settles it: the row of a written
/// message is completed, or it is the copy of a message to ourselves that we show already.
bool settle_echo(Brain& brain, std::string_view label, Message row);
/// The server refused the line with this label. False if it was no message.
bool refuse_label(Brain& brain, std::string_view label, std::string_view why);
/// The server has another message under the name of the one with this label: it is sent again under
/// a new one, before everything else; refused if new names have not helped. False if it was no
/// message.
bool rename_and_resend(Brain& brain, std::string_view label);
/// The server refused a message to `target` and did not say which: the oldest unconfirmed one, or
/// the newest that was believed sent.
void refuse_target(Brain& brain, std::string_view target, std::string_view why);

}  // namespace brusio::client
