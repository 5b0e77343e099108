#include "core/client/gap_fill.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/client/gap_marks.h"
#include "core/client/history_questions.h"
#include "core/client/known_rows.h"
#include "core/client/older_rows.h"
#include "core/client/read_markers.h"
#include "core/client/rows.h"
#include "core/wire/time_text.h"

namespace brusio::client {

namespace {

void ask(Brain& brain, Conversation& conversation, Now now) {
    GapFill& fill = conversation.gap_fill;
    const std::string count = std::to_string(history_page_messages(brain));
    fill.step = GapFill::Step::asked;
    brain.send(fill.from.empty() ? line_of("CHATHISTORY", {"LATEST", conversation.name, "*", count})
                                 : line_of("CHATHISTORY", {"AFTER", conversation.name,
                                                           "msgid=" + fill.from, count}));
    history_asked(brain, conversation, now);
}

/// While they were held, another device may have shown them.
void note_read_elsewhere(const Conversation& conversation, std::vector<MessagePtr>& held) {
    for (MessagePtr& row : held) {
        if (row->time > conversation.marker.told) continue;
        Message read = *row;
        read.read_elsewhere = true;
        row = std::make_shared<const Message>(std::move(read));
    }
}

/// Nothing more is asked for; what was held is shown.
void finish(Brain& brain, Conversation& conversation) {
    if (conversation.gap_fill.step == GapFill::Step::wanted) --brain.gaps;
    GapFill fill = std::exchange(conversation.gap_fill, {});
    note_read_elsewhere(conversation, fill.held);
    for (const MessagePtr& row : fill.held) add_row(brain, conversation, Message{*row});
}

/// The same, though something may be missing: it is shown behind a gap.
void break_off(Brain& brain, Conversation& conversation) {
    expect_gap(conversation, conversation.gap_fill.from);
    finish(brain, conversation);
}

bool waits(const Conversation& conversation) {
    return conversation.gap_fill.step == GapFill::Step::asked ||
           conversation.older == OlderRows::asked;
}

/// No answer comes, or one that says no.
void give_up(Brain& brain, Conversation& conversation) {
    brain.link.history_asked.erase(conversation.id);
    if (conversation.older == OlderRows::asked) {
        set_older(brain, conversation, OlderRows::withheld);
    }
    if (conversation.gap_fill.step == GapFill::Step::asked) break_off(brain, conversation);
}

/// More came live, while the page was on its way, than the page holds: the older of these are
/// before it.
void put_what_came_before(std::vector<MessagePtr>& held, std::vector<Message>& page) {
    if (page.empty() || page.front().msgid.empty()) return;
    const auto first = std::find_if(held.begin(), held.end(), [&page](const MessagePtr& row) {
        return row->msgid == page.front().msgid;
    });
    if (first == held.end()) return;
    std::vector<Message> before;
    for (auto row = held.begin(); row != first; ++row) before.push_back(**row);
    page.insert(page.begin(), std::make_move_iterator(before.begin()),
                std::make_move_iterator(before.end()));
    held.erase(held.begin(), first);
}

/// What came live too, while the page was on its way, is news and no history.
void prefer_live(const std::vector<MessagePtr>& held, std::vector<Message>& page) {
    for (const MessagePtr& live : held) {
        if (live->msgid.empty()) continue;
        const auto row = std::find_if(page.begin(), page.end(), [&live](const Message& one) {
            return one.msgid == live->msgid;
        });
        if (row != page.end()) *row = *live;
    }
}

/// The first rows that the server gives us end the question. What is here already are messages of
/// our own that an earlier start left behind: the page goes before them, but for what the server
/// has behind one.
void place_first(Brain& brain, Conversation& conversation, std::vector<Message>&& page) {
    if (page.empty()) set_older(brain, conversation, OlderRows::none);
    GapFill fill = std::exchange(conversation.gap_fill, {});
    note_read_elsewhere(conversation, fill.held);
    put_what_came_before(fill.held, page);
    prefer_live(fill.held, page);
    auto behind = page.begin();
    if (conversation.timeline.newest() != nullptr) {
        behind = std::find_if(page.begin(), page.end(), [&](const Message& row) {
            return conversation.timeline.find_msgid(row.msgid) != nullptr;
        });
    }
    std::vector<Message> newer(std::make_move_iterator(behind),
                               std::make_move_iterator(page.end()));
    page.erase(behind, page.end());
    add_older_rows(brain, conversation, without_known(conversation, std::move(page)));
    for (Message& row : newer) add_row(brain, conversation, std::move(row));
    for (const MessagePtr& row : fill.held) add_row(brain, conversation, Message{*row});
}

}  // namespace

void want_history(Brain& brain, Conversation& room) {
    if (!keeps_history(brain)) return note_absence(room);
    if (room.gap_fill.step != GapFill::Step::none) return;
    expect_no_gap(room);  // what is asked for follows
    room.gap_fill.step = GapFill::Step::wanted;
    // Before what we send again gets a place behind what we have missed.
    room.gap_fill.from = newest_msgid(room);
    room.gap_fill.first = !has_rows_of_server(room) && !room.kept.more;
    ++brain.gaps;
}

void ask_for_history(Brain& brain, Now now) {
    if (brain.phase != Phase::online || brain.gaps == 0) return;
    for (auto& [id, conversation] : brain.conversations.all()) {
        if (conversation.gap_fill.step != GapFill::Step::wanted) continue;
        if (conversation.older == OlderRows::asked || brain.outbox.is_in_doubt(id)) continue;
        --brain.gaps;
        ask(brain, conversation, now);
    }
}

void ask_who_wrote(Brain& brain, Now now) {
    BRUSIO_ASSERT(brain.phase == Phase::online);
    brain.link.news_since = brain.heard_until;
    // A nick is nobody's for ever: what was written to it before may have been for another guest.
    if (!keeps_history(brain) || brain.me.account.empty()) return;
    const ClientLimits& limits = brain.config.limits;
    const std::int64_t first_look_ms = limits.history_first_look / std::chrono::milliseconds{1};
    const bool is_first = brain.heard_until == WallTime{};
    const WallTime from =
        is_first ? WallTime{std::max<std::int64_t>(now.wall.unix_ms - first_look_ms, 0)}
                 : brain.heard_until;
    constexpr std::int64_t ahead_ms = 24 * 3600 * 1000;  // the server's clock may be
    const WallTime to{now.wall.unix_ms + ahead_ms};
    brain.send(
        line_of("CHATHISTORY", {"TARGETS", wire::timestamp_param(from), wire::timestamp_param(to),
                                std::to_string(limits.history_targets_max)}));
}

void note_writer(Brain& brain, std::string_view nick, WallTime last) {
    const bool possible = is_middle_param(nick) && nick.find(',') == std::string_view::npos &&
                          !brain.isupport.is_room(brain.isupport.without_status(nick));
    if (!possible || last <= brain.link.news_since || !keeps_history(brain)) return;
    Conversation& writer = open_conversation(brain, ConversationKind::person, nick);
    ask_for_read_marker(brain, writer);
    want_history(brain, writer);
}

bool was_missed(const Brain& brain, const Conversation& conversation, const Message& row) {
    if (!row.from_history) return false;
    // Where the account has read to a place, that is so for every page, also further back.
    const WallTime marker = conversation.marker.told;
    if (marker != WallTime{}) return row.time > marker;
    const GapFill& fill = conversation.gap_fill;
    const bool is_asked = !fill.from.empty() || fill.step == GapFill::Step::asked;
    if (!is_asked) return false;
    if (!fill.from.empty()) return true;
    const WallTime since = brain.link.news_since;
    return since != WallTime{} && row.time > since;
}

bool is_gathered(Brain& brain, std::string_view target) {
    const Conversation* conversation = brain.find(target);
    if (conversation == nullptr) return false;
    if (conversation->older == OlderRows::asked) return true;
    return conversation->gap_fill.step == GapFill::Step::asked && conversation->gap_fill.first;
}

void history_page_done(Brain& brain, OpenBatch&& batch, Now now) {
    Conversation* conversation = brain.find(batch.target);
    if (conversation == nullptr || !waits(*conversation)) return;
    brain.link.history_asked.erase(conversation->id);
    if (conversation->older == OlderRows::asked) {
        return older_page_done(brain, *conversation, std::move(batch.rows));
    }
    GapFill& fill = conversation->gap_fill;
    if (fill.first) return place_first(brain, *conversation, std::move(batch.rows));
    const bool is_full = batch.lines >= history_page_messages(brain);
    const bool goes_on = is_full && !fill.from.empty() && !batch.last_msgid.empty();
    if (!goes_on) return finish(brain, *conversation);
    fill.from = batch.last_msgid;
    if (++fill.pages >= brain.config.limits.history_pages_max) {
        return break_off(brain, *conversation);
    }
    ask(brain, *conversation, now);
}

void history_refused(Brain& brain, std::string_view target, Now now) {
    Conversation* conversation = brain.find(target);
    if (conversation == nullptr) {
        // Some refusals name what they found wrong instead: nobody knows which question it was.
        if (!target.empty() && target.find('=') == std::string_view::npos) return;
        for (auto& [id, any] : brain.conversations.all()) give_up(brain, any);
        return;
    }
    GapFill& fill = conversation->gap_fill;
    // The message we know may be gone there: then the newest are better than nothing.
    if (fill.step != GapFill::Step::asked || fill.from.empty()) {
        return give_up(brain, *conversation);
    }
    expect_gap(*conversation, std::exchange(fill.from, {}));
    ask(brain, *conversation, now);
}

void give_up_overdue_history(Brain& brain, Now now) {
    auto& asked = brain.link.history_asked;
    for (auto next = asked.begin(); next != asked.end();) {
        const auto [id, since] = *next++;
        if (now.mono < since + brain.config.limits.history_deadline) continue;
        Conversation* conversation = brain.conversations.find(id);
        asked.erase(id);
        if (conversation != nullptr) give_up(brain, *conversation);
    }
}

std::optional<MonoTime> history_deadline(const Brain& brain) {
    std::optional<MonoTime> next;
    for (const auto& [id, since] : brain.link.history_asked) {
        const MonoTime due = since + brain.config.limits.history_deadline;
        next = next ? std::min(*next, due) : due;
    }
    return next;
}

void give_up_history(Brain& brain) {
    for (auto& [id, conversation] : brain.conversations.all()) {
        if (conversation.gap_fill.step != GapFill::Step::none) break_off(brain, conversation);
        const bool of_link =
            conversation.older == OlderRows::asked || conversation.older == OlderRows::withheld;
        if (of_link) set_older(brain, conversation, OlderRows::unknown);
    }
    BRUSIO_ASSERT(brain.gaps == 0);
}

}  // namespace brusio::client
