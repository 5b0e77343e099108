#include "core/client/redaction.h"

#include "core/base/assert.h"

namespace brusio::client {
namespace {

bool is_operator(const Brain& brain, const Conversation& room) {
    const Member* me = room.members.find(brain.fold(brain.me.nick));
    if (me == nullptr || me->ranks.empty()) return false;
    const std::string_view signs = brain.isupport.rank_signs();
    const std::size_t at = signs.find('@');  // the highest sign comes first
    return at != std::string_view::npos && signs.find(me->ranks.front()) <= at;
}

// Whoever has no account, or had none then, cannot show that a message was theirs.
bool is_of_our_account(const Brain& brain, const Message& row) {
    if (brain.me.account.empty()) return false;
    if (!brain.has(wire::Capability::account_tag)) return true;  // nobody said
    return same_name(brain.case_mapping, row.account, brain.me.account);
}

}  // namespace

bool can_redact(const Brain& brain, const Conversation& conversation, const Message& row) {
    return brain.phase == Phase::online && brain.has(wire::Capability::message_redaction) &&
           conversation.membership == Membership::inside && is_speech(row.kind) &&
           row.origin == MessageOrigin::own && is_middle_param(row.msgid) && !row.redacted &&
           (is_of_our_account(brain, row) || is_operator(brain, conversation));
}

bool ask_to_redact(Brain& brain, const Conversation& conversation, MessageId message,
                   std::string_view reason) {
    const MessagePtr row = conversation.timeline.find(message);
    if (row == nullptr || !can_redact(brain, conversation, *row)) return false;
    brain.send(reason.empty() ? line_of("REDACT", {conversation.name, row->msgid})
                              : line_of("REDACT", {conversation.name, row->msgid, reason}));
    return true;
}

}  // namespace brusio::client
