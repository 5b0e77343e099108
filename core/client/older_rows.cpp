#include "core/client/older_rows.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/client/gap_closing.h"
#include "core/client/history_questions.h"
#include "core/client/keeping.h"
#include "core/client/known_rows.h"
#include "core/client/rows.h"
#include "core/wire/split.h"
#include "core/wire/time_text.h"

namespace brusio::client {
namespace {

/// Whether the server finds messages by their ids (chathistory, MSGREFTYPES).
bool knows_msgids(const Brain& brain) {
    const auto types = brain.isupport.value("MSGREFTYPES");
    if (!types) return true;
    for (const std::string_view type : wire::Split{*types, ','}) {
        if (type == "msgid") return true;
    }
    return false;
}

/// What to name to the server, so that it finds the place before which we want to read; empty if we
/// have nothing of it.
std::string oldest_reference(const Brain& brain, const Conversation& conversation) {
    const auto& rows = conversation.timeline.messages();
    const bool by_msgid = knows_msgids(brain);
    const auto named = std::find_if(rows.begin(), rows.end(), [by_msgid](const MessagePtr& row) {
        return is_from_server(*row) && (!by_msgid || !row->msgid.empty());
    });
    if (named != rows.end() && by_msgid) return "msgid=" + (*named)->msgid;
    const auto timed = std::find_if(rows.begin(), rows.end(),
                                    [](const MessagePtr& row) { return is_from_server(*row); });
    if (timed == rows.end()) return {};
    return wire::timestamp_param((*timed)->time);
}

bool may_ask(const Brain& brain, const Conversation& conversation) {
    return brain.phase == Phase::online && keeps_history(brain) &&
           conversation.membership == Membership::inside &&
           conversation.older == OlderRows::unknown &&
           conversation.gap_fill.step == GapFill::Step::none;
}

}  // namespace

bool ask_for_older(Brain& brain, Conversation& conversation, Now now) {
    const std::size_t rows = conversation.timeline.messages().size();
    if (rows >= brain.config.limits.scrollback_messages_max) return false;
    const bool closes = can_close_gap(conversation) && may_ask(brain, conversation);
    if (!closes && ask_for_stored_older(brain, conversation)) return true;
    if (!may_ask(brain, conversation) || conversation.kept.asked) return false;
    const std::string count = std::to_string(history_page_messages(brain));
    const std::string from = oldest_reference(brain, conversation);
    brain.send(from.empty() ? line_of("CHATHISTORY", {"LATEST", conversation.name, "*", count})
                            : line_of("CHATHISTORY", {"BEFORE", conversation.name, from, count}));
    history_asked(brain, conversation, now);
    set_older(brain, conversation, OlderRows::asked);
    return true;
}

void older_page_done(Brain& brain, Conversation& conversation, std::vector<Message>&& rows) {
    BRUSIO_ASSERT(conversation.older == OlderRows::asked);
    if (can_close_gap(conversation)) {
        gap_page_done(brain, conversation, std::move(rows));
        return set_older(brain, conversation, OlderRows::unknown);
    }
    std::vector<Message> fresh = without_known(conversation, std::move(rows));
    const bool begins_here = fresh.empty();
    add_older_rows(brain, conversation, std::move(fresh));
    set_older(brain, conversation, begins_here ? OlderRows::none : OlderRows::unknown);
}

}  // namespace brusio::client
