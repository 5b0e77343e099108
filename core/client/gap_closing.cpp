#include "core/client/gap_closing.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/assert.h"
#include "core/client/known_rows.h"
#include "core/client/rows.h"

namespace brusio::client {

bool can_close_gap(const Conversation& conversation) {
    const auto& rows = conversation.timeline.messages();
    return !rows.empty() && rows.front()->after_gap && !conversation.kept.gap_stays;
}

void gap_page_done(Brain& brain, Conversation& conversation, std::vector<Message>&& page) {
    BRUSIO_ASSERT(can_close_gap(conversation));
    const MessagePtr front = conversation.timeline.messages().front();
    const auto known = std::find_if(page.begin(), page.end(), [&front](const Message& row) {
        return !front->gap_from.empty() && row.msgid == front->gap_from;
    });
    const bool closed = known != page.end();
    if (closed) page.erase(page.begin(), std::next(known));
    std::vector<Message> rows = without_known(conversation, std::move(page));
    if (rows.empty() && !closed) {
        conversation.kept.gap_stays = true;  // the server has nothing that belongs here
        return;
    }
    if (!closed) {
        rows.front().after_gap = true;
        rows.front().gap_from = front->gap_from;
    }
    Message follows = *front;
    follows.after_gap = false;
    follows.gap_from.clear();
    change_row(brain, conversation.id, std::make_shared<const Message>(std::move(follows)));
    std::uint64_t before = front->id.value;
    place_before(brain, conversation, std::move(rows), before);
}

}  // namespace brusio::client
