#include "core/client/gap_fill.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/client/rows.h"

namespace brusio::client {

namespace {

using wire::Capability;

/// The newest message that the server can find again; empty if there is none.
std::string newest_msgid(const Conversation& conversation) {
    const auto& rows = conversation.timeline.messages();
    const auto found = std::find_if(rows.rbegin(), rows.rend(), [](const MessagePtr& row) {
        return !row->msgid.empty() && is_speech(row->kind);
    });
    return found == rows.rend() ? std::string{} : (*found)->msgid;
}

void ask(Brain& brain, Conversation& conversation) {
    GapFill& fill = conversation.gap_fill;
    const std::string count = std::to_string(brain.config.limits.history_page_messages);
    fill.step = GapFill::Step::asked;
    brain.send(fill.from.empty() ? line_of("CHATHISTORY", {"LATEST", conversation.name, "*", count})
                                 : line_of("CHATHISTORY", {"AFTER", conversation.name,
                                                           "msgid=" + fill.from, count}));
}

/// Nothing more is asked for; what was held is shown.
void finish(Brain& brain, Conversation& conversation) {
    GapFill fill = std::exchange(conversation.gap_fill, {});
    for (const MessagePtr& row : fill.held) add_row(brain, conversation, Message{*row});
}

}  // namespace

void want_history(Brain& brain, Conversation& room) {
    const bool keeps = brain.has(Capability::chathistory) && brain.has(Capability::batch) &&
                       brain.has(Capability::message_tags) && !brain.me.account.empty();
    if (!keeps || room.gap_fill.step != GapFill::Step::none) return;
    room.gap_fill.step = GapFill::Step::wanted;
    // Before what we send again gets a place behind what we have missed.
    room.gap_fill.from = newest_msgid(room);
    ++brain.gaps;
}

void ask_for_history(Brain& brain) {
    if (brain.phase != Phase::online || brain.gaps == 0) return;
    for (auto& [id, conversation] : brain.conversations.all()) {
        if (conversation.gap_fill.step != GapFill::Step::wanted) continue;
        if (brain.outbox.is_in_doubt(id)) continue;
        --brain.gaps;
        ask(brain, conversation);
    }
}

void history_page_done(Brain& brain, const OpenBatch& batch) {
    Conversation* conversation = brain.find(batch.target);
    if (conversation == nullptr || conversation->gap_fill.step != GapFill::Step::asked) return;
    GapFill& fill = conversation->gap_fill;
    const bool is_full = batch.lines >= brain.config.limits.history_page_messages;
    const bool goes_on = is_full && !fill.from.empty() && !batch.last_msgid.empty();
    if (goes_on && ++fill.pages < brain.config.limits.history_pages_max) {
        fill.from = batch.last_msgid;
        ask(brain, *conversation);
    } else {
        finish(brain, *conversation);
    }
}

void history_refused(Brain& brain, std::string_view target) {
    Conversation* conversation = brain.find(target);
    if (conversation == nullptr || conversation->gap_fill.step != GapFill::Step::asked) return;
    // The message we know may be gone there: then the newest are better than nothing.
    if (conversation->gap_fill.from.empty()) return finish(brain, *conversation);
    conversation->gap_fill.from.clear();
    ask(brain, *conversation);
}

void give_up_history(Brain& brain) {
    brain.gaps = 0;
    for (auto& [id, conversation] : brain.conversations.all()) {
        if (conversation.gap_fill.step != GapFill::Step::none) finish(brain, conversation);
    }
}

}  // namespace brusio::client
