#include "core/session/history_reply.h"

#include <string_view>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/cloak.h"
#include "core/session/journal.h"
#include "core/session/mode_letters.h"
#include "core/session/session.h"
#include "core/wire/split.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

using wire::Capability;

std::string_view command_of(RecordKind kind) {
    switch (kind) {
        case RecordKind::message:
            return "PRIVMSG";
        case RecordKind::notice:
            return "NOTICE";
        case RecordKind::tags_only:
            return "TAGMSG";
        case RecordKind::join:
            return "JOIN";
        case RecordKind::part:
            return "PART";
        case RecordKind::quit:
            return "QUIT";
        case RecordKind::kick:
            return "KICK";
        case RecordKind::nick:
            return "NICK";
        case RecordKind::topic:
            return "TOPIC";
        case RecordKind::mode:
            return "MODE";
    }
    return {};
}

/// To whom it was said, as that is called now.
std::string addressed(const MessageRecord& record, const HistoryPage& page) {
    if (page.of == HistoryOf::pair) return record.target;
    const std::optional<room::Rank> rank = rank_addressed(record);
    return rank ? prefix_char(*rank) + page.target : page.target;
}

/// The parameters that a record of this kind has on the wire. `said_to` is for what was said.
void add_params(const MessageRecord& record, std::string_view room, std::string_view said_to,
                Draft& draft) {
    switch (record.kind) {
        case RecordKind::message:
        case RecordKind::notice:
            draft.add(said_to).text(record.text);
            return;
        case RecordKind::tags_only:
            draft.add(said_to);
            return;
        case RecordKind::join:
            draft.add(room);
            return;
        case RecordKind::part:
            draft.add(room);
            if (!record.text.empty()) draft.text(record.text);
            return;
        case RecordKind::quit:
            draft.text(record.text);
            return;
        case RecordKind::kick:
            draft.with({room, record.target}).text(record.text);
            return;
        case RecordKind::nick:
            draft.add(record.target);
            return;
        case RecordKind::topic:
            draft.add(room).text(record.text);
            return;
        case RecordKind::mode:
            draft.add(room);
            for (const std::string_view word : wire::Split{record.text, ' '}) draft.add(word);
            return;
    }
}

/// A message to "@#room" is for those of that rank and above.
bool is_hidden(const MessageRecord& record, const room::RankSet& ranks) {
    const std::optional<room::Rank> rank = rank_addressed(record);
    return rank.has_value() && !ranks.at_least(*rank);
}

/// A text that cannot be sent in one line.
bool has_lines(const MessageRecord& record) {
    const bool is_text = record.kind == RecordKind::message || record.kind == RecordKind::notice;
    return is_text && (record.text.size() > Limits::line_bytes_max ||
                       record.text.find('\n') != std::string::npos);
}

void send_record(Stage& stage, const HistoryPage& page, const MessageRecord& record) {
    const wire::TimeText time = wire::time_text(record.time);
    Draft draft;
    const std::string sender = shown_source(stage.state, record.sender);
    draft.source = sender;
    draft.command = command_of(record.kind);
    draft.message_id = record.id;
    const std::string place = place_text(page.log, record.seq);
    draft.place = place;
    draft.account = record.account_name;
    draft.client_tags = record.client_tags;
    draft.from_bot = record.from_bot;
    draft.time = time.view();
    const std::string said_to = addressed(record, page);
    add_params(record, page.target, said_to, draft);
    std::vector<TextLine> lines;
    if (has_lines(record)) draft.lines = lines = lines_of(record.text);
    stage.replies.add(draft);
}

}  // namespace

std::optional<room::Rank> rank_addressed(const MessageRecord& record) {
    if (!is_said(record.kind) || record.target.empty()) return std::nullopt;
    return rank_of_prefix(record.target.front());
}

void send_entry(Stage& stage, const HistoryPage& page, const MessageRecord& record) {
    BRUSIO_ASSERT(!record.redacted);
    // The rank may have gone while the store was looking.
    if (is_hidden(record, page.ranks)) return;
    const Session& session = *stage.replies.session();
    // A line that is nothing but tags is for those alone who read tags.
    const bool readable =
        record.kind != RecordKind::tags_only ||
        (session.has(Capability::message_tags) && session.has(Capability::event_playback));
    if (readable) send_record(stage, page, record);
}

void send_history(Stage& stage, const HistoryPage& page, const QueryAnswer& answer) {
    BRUSIO_ASSERT(answer.result == QueryResult::ok);
    BRUSIO_ASSERT(stage.replies.session() != nullptr);
    const std::size_t bytes_before = stage.replies.bytes().size();
    stage.replies.open_answer_batch("chathistory", page.target, page.end);
    for (const MessageRecord& record : answer.entries) send_entry(stage, page, record);
    stage.replies.close_batch();
    if (stage.replies.bytes().size() > bytes_before) return;
    say_nothing_was_found(stage, "CHATHISTORY", {page.target});
}

void say_nothing_was_found(Stage& stage, std::string_view command,
                           std::vector<std::string> params) {
    stage.replies.reply(Reply::note(std::string{command}, "NOTHING_FOUND", std::move(params),
                                    std::string{command} + ": there is nothing"));
}

void send_echo(Stage& stage, ConversationId log, const MessageRecord& record,
               const room::Room* room) {
    BRUSIO_ASSERT(is_said(record.kind));
    if (!stage.replies.session()->has(Capability::echo_message)) return;
    HistoryPage page{record.target, HistoryOf::pair, log, {}};
    if (room != nullptr) page = {room->name(), HistoryOf::room, log, {}};
    send_record(stage, page, record);
}

}  // namespace brusio::session
