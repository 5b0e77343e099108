#include "core/client/redaction.h"

#include "core/base/assert.h"

namespace brusio::client {

bool can_redact(const Brain& brain, const Conversation& conversation, const Message& row) {
    return brain.phase == Phase::online && brain.has(wire::Capability::message_redaction) &&
           conversation.membership == Membership::inside && is_speech(row.kind) &&
           row.origin == MessageOrigin::own && is_middle_param(row.msgid) && !row.redacted;
}

bool ask_to_redact(Brain& brain, const Conversation& conversation, MessageId message,
                   std::string_view reason) {
    const MessagePtr row = conversation.timeline.find(message);
    if (row == nullptr || !can_redact(brain, conversation, *row)) return false;
    brain.send(reason.empty() ? line_of("REDACT", {conversation.name, row->msgid})
                              : line_of("REDACT", {conversation.name, row->msgid, reason}));
    return true;
}

Message redacted(const Message& message, std::string_view by, std::string_view reason) {
    BRUSIO_ASSERT(is_speech(message.kind));
    Message changed = message;
    changed.redacted = true;
    changed.mentions_me = false;
    changed.subject = by;
    changed.text = reason;
    return changed;
}

}  // namespace brusio::client
