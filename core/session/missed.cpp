#include "core/session/missed.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/absence_news.h"
#include "core/session/accounts/staying.h"
#include "core/session/ask_store.h"
#include "core/session/history_access.h"
#include "core/session/history_reply.h"
#include "core/session/hostmask.h"
#include "core/session/line_budget.h"
#include "core/session/visibility.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

using wire::Capability;

constexpr char ctcp_mark = '\x01';
constexpr std::string_view action_begin =
    "\x01"
    "ACTION ";

/// The private conversations in which something was said since.
void add_pairs(const ServerState& state, AccountId account, Missed& missed) {
    for (const Pair* pair : state.pairs.of(Party{account, {}}.key())) {
        if (pair->log.time() < missed.since) continue;
        missed.logs.push_back({pair->record.id, {1, pair->log.seq(), {}}});
    }
}

/// The rooms. What was said where the guest was already, it has read.
void add_rooms(const ServerState& state, const room::User& absent, const room::User* guest,
               Missed& missed) {
    for (const RoomId id : absent.rooms()) {
        const room::Room* room = state.roster.find_room(id);
        if (room->log().time() < missed.since || is_banned(state, absent, *room)) continue;
        LogWindow window = log_window(state, *room->find_member(absent.id()));
        window.seq_last = room->log().seq();
        const room::Member* here = guest == nullptr ? nullptr : room->find_member(guest->id());
        if (here != nullptr) window.seq_last = std::min(window.seq_last, here->seq_first - 1);
        if (window.seq_last < window.seq_first) continue;
        missed.logs.push_back({room->conversation(), std::move(window)});
    }
}

bool reads_talk(const ServerState& state, const Session& session) {
    return state.config.limits.missed_messages_max > 0 && !session.has(Capability::chathistory);
}

bool is_shown_talk(const ServerState& state, const Session& session, const room::User& user) {
    return reads_talk(state, session) && user.profile.account_id && !user.is(room::UserFlag::bot);
}

/// The conversations to show, the last one first.
void add_logs(const ServerState& state, AccountId account, const room::User* guest,
              Missed& missed) {
    add_pairs(state, account, missed);
    const room::User* absent = user_of_account(state, account);
    if (absent != nullptr) add_rooms(state, *absent, guest, missed);
    const std::size_t logs_max = state.config.limits.missed_conversations_max;
    if (missed.logs.size() > logs_max) {
        missed.left_out = missed.logs.size() - logs_max;
        missed.logs.resize(logs_max);
    }
    std::reverse(missed.logs.begin(), missed.logs.end());
}

void say_to_session(Stage& stage, const room::User& user, const std::string& text) {
    Draft notice = stage.from_server("NOTICE");
    notice.kind = DraftKind::notice;
    notice.add(user.nick()).text(text);
    stage.replies.add(notice);
}

/// For who does not read server-time. What would not fit its line any more follows on one of its
/// own.
void put_time_into(MessageRecord& record, std::string_view target) {
    const std::string time = time_in_text(record.time);
    const std::size_t left = text_bytes_left({":", record.sender, "PRIVMSG", target});
    if (record.text.size() + time.size() + 1 > left) {
        record.text = time + "\n" + record.text;
    } else if (record.text.starts_with(action_begin)) {
        record.text.insert(action_begin.size(), time + " ");
    } else {
        record.text = time + " " + record.text;
    }
}

/// What programs ask each other is for those who were there.
bool is_for_people(const MessageRecord& record) {
    return !record.text.starts_with(ctcp_mark) || record.text.starts_with(action_begin);
}

/// How the reader sees the conversation, if it still is one of its own.
std::optional<HistoryPage> page_of_missed(const ServerState& state, const room::User& user,
                                          ConversationId log) {
    if (const room::Room* room = own_room(state, user, log)) {
        if (is_banned(state, user, *room)) return std::nullopt;
        return HistoryPage{room->name(), HistoryOf::room, log, room->find_member(user.id())->ranks};
    }
    std::string name = pair_name(state, user, log);
    if (name.empty()) return std::nullopt;
    return HistoryPage{std::move(name), HistoryOf::pair, log, {}};
}

std::vector<MessageRecord> entries_to_show(const room::User& user, const QueryAnswer& answer,
                                           std::size_t count_max) {
    const std::size_t begin = answer.entries.size() - std::min(answer.entries.size(), count_max);
    std::vector<MessageRecord> entries;
    for (std::size_t i = begin; i < answer.entries.size(); ++i) {
        const MessageRecord& record = answer.entries[i];
        const bool is_own = record.account == user.profile.account_id;
        if (!is_own && is_for_people(record)) entries.push_back(record);
    }
    return entries;
}

void show_entries(Stage& stage, const Session& session, const room::User& user,
                  const HistoryPage& page, std::vector<MessageRecord> entries) {
    stage.replies.open_batch("chathistory", page.target);
    for (MessageRecord& record : entries) {
        // It may have had another nick.
        if (page.of == HistoryOf::pair) record.target = user.nick();
        const std::string_view target = page.of == HistoryOf::pair ? user.nick() : page.target;
        if (!session.has(Capability::server_time)) put_time_into(record, target);
        send_entry(stage, page, record);
    }
    stage.replies.close_batch();
}

}  // namespace

void note_missed(const ServerState& state, Session& session, AccountId account,
                 const room::User* guest) {
    const PresenceRecord* kept = state.presences.find(account);
    if (kept == nullptr || session.info.kind != LinkKind::irc) return;
    Missed missed{kept->absent_since, kept->news, false, {}, 0};
    if (missed.since == WallTime{}) return;
    if (reads_talk(state, session)) add_logs(state, account, guest, missed);
    session.missed = std::make_unique<Missed>(std::move(missed));
}

void show_next_missed(Stage& stage, Session& session) {
    BRUSIO_ASSERT(session.missed != nullptr && !session.awaiting_store);
    const room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr && stage.replies.session() == &session);
    Missed& missed = *session.missed;
    if (!std::exchange(missed.news_told, true)) tell_absence_news(stage, missed.news);
    if (!is_shown_talk(stage.state, session, *user)) return session.missed.reset();
    if (missed.logs.empty()) {
        if (missed.left_out > 0) {
            say_to_session(stage, *user,
                           "Something was said while you were away in " +
                               std::to_string(missed.left_out) +
                               " more conversations; a client that knows CHATHISTORY shows it");
        }
        return session.missed.reset();
    }
    const Missed::Log log = std::move(missed.logs.back());
    missed.logs.pop_back();
    HistoryQuery query{log.conversation, LogEdge::end, AtTime{{missed.since.unix_ms - 1}}};
    // One more tells whether that is all.
    query.count_max = stage.state.config.limits.missed_messages_max + 1;
    query.contents = LogContents::spoken;
    query.window = log.window;
    ask_store(stage, session, {}, std::move(query), MissedAsked{log.conversation});
}

void finish_missed(Stage& stage, const Session& session, const MissedAsked& asked,
                   const QueryAnswer& answer) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    const room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    const std::optional<HistoryPage> page = page_of_missed(stage.state, *user, asked.log);
    if (!page) return;  // it was taken out while the store was looking
    if (answer.result != QueryResult::ok) {
        return say_to_session(
            stage, *user,
            "What was said in " + page->target + " while you were away cannot be read now");
    }
    const std::size_t count_max = stage.state.config.limits.missed_messages_max;
    std::vector<MessageRecord> entries = entries_to_show(*user, answer, count_max);
    if (entries.empty()) return;
    if (answer.entries.size() > count_max) {
        say_to_session(stage, *user,
                       "More was said in " + page->target +
                           " while you were away than what follows; a client that knows "
                           "CHATHISTORY shows it");
    }
    show_entries(stage, session, *user, *page, std::move(entries));
}

}  // namespace brusio::session
