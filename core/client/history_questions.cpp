#include "core/client/history_questions.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::client {

using wire::Capability;

bool keeps_history(const Brain& brain) {
    return brain.has(Capability::chathistory) && brain.has(Capability::batch) &&
           brain.has(Capability::message_tags);
}

std::size_t history_page_messages(const Brain& brain) {
    const std::size_t page = brain.config.limits.history_page_messages;
    return std::min(page, brain.isupport.number("CHATHISTORY", page));
}

void history_asked(Brain& brain, const Conversation& conversation, Now now) {
    BRUSIO_ASSERT(brain.phase == Phase::online);
    brain.link.history_asked[conversation.id] = now.mono;
}

}  // namespace brusio::client
