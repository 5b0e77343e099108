#include "storage/sqlite/reader.h"

#include <algorithm>
#include <iterator>

#include "storage/sqlite/message_rows.h"
#include "storage/sqlite/word_index.h"
#include "storage/sqlite/word_query.h"

namespace brusio::sqlite {

namespace {

// ?4: with what the targets begin of what is hidden; ?5: the first kind that is not wanted;
// ?6: 1 if what is redacted is wanted, too.
#define BRUSIO_SPAN_OF_LOG                                                     \
    "SELECT " BRUSIO_MESSAGE_COLUMNS                                           \
    " FROM message WHERE conversation = ?1 AND seq BETWEEN ?2 AND ?3 "         \
    "AND (?4 = '' OR kind > 9 OR instr(?4, substr(target || ' ', 1, 1)) = 0) " \
    "AND kind < ?5 AND redacted <= ?6 ORDER BY seq "

// Literals, so that each is prepared once.
const char* statement_for(LogSpan::Begin begin) {
    return begin == LogSpan::Begin::oldest ? BRUSIO_SPAN_OF_LOG "LIMIT ?7"
                                           : BRUSIO_SPAN_OF_LOG "DESC LIMIT ?7";
}

/// The kinds that are wanted are those below this one.
std::uint64_t kind_end(LogContents contents) {
    if (contents >= LogContents::everything) return UINT8_MAX;
    return static_cast<std::uint64_t>(contents == LogContents::spoken ? RecordKind::tags_only
                                                                      : RecordKind::join);
}

// The seqs of what a search has to look at.
const char* search_statement(bool by_words, BeginAt begin) {
    const bool oldest = begin == BeginAt::oldest;
    if (by_words) {
        return oldest ? "SELECT rowid - ?1 FROM message_words WHERE rowid BETWEEN ?1 + ?2 AND "
                        "?1 + ?3 AND message_words MATCH ?4 ORDER BY rowid"
                      : "SELECT rowid - ?1 FROM message_words WHERE rowid BETWEEN ?1 + ?2 AND "
                        "?1 + ?3 AND message_words MATCH ?4 ORDER BY rowid DESC";
    }
    return oldest ? "SELECT seq FROM message WHERE conversation = ?1 >> 32 AND seq BETWEEN ?2 AND "
                    "?3 AND kind < 3 AND ?4 = '' ORDER BY seq"
                  : "SELECT seq FROM message WHERE conversation = ?1 >> 32 AND seq BETWEEN ?2 AND "
                    "?3 AND kind < 3 AND ?4 = '' ORDER BY seq DESC";
}

}  // namespace

QueryAnswer Reader::answer(const Question& question) {
    QueryAnswer answer;
    answer.query = question.id;
    const bool found =
        database_->execute("BEGIN") &&
        std::visit([&](const auto& one) { return find(one, answer); }, question.query);
    if (!database_->execute("COMMIT") || !found) {
        database_->execute("ROLLBACK");
        answer = {};
        answer.query = question.id;
        answer.result = QueryResult::failed;
    }
    return answer;
}

bool Reader::find(const HistoryQuery& query, QueryAnswer& answer) {
    const Log log{query.conversation, query.window, query.contents, query.same_time_max};
    answer.conversation = query.conversation;
    const auto from = place_of(query.from, log);
    const auto to = place_of(query.to, log);
    if (!from || !to) {
        answer.result = QueryResult::not_found;
        return true;
    }
    return read(log, LogSpan::between(*from, *to, query.window), query.count_max, answer.entries);
}

bool Reader::find(const AroundQuery& query, QueryAnswer& answer) {
    const Log log{query.conversation, query.window, query.contents, query.same_time_max};
    answer.conversation = query.conversation;
    const auto place = place_of(query.around, log);
    if (!place) {
        answer.result = QueryResult::not_found;
        return true;
    }
    const std::uint32_t earlier_max = query.count_max / 2;
    return read(log, LogSpan::earlier_than(*place, query.window), earlier_max, answer.entries) &&
           read(log, LogSpan::from_on(*place, query.window), query.count_max - earlier_max,
                answer.entries);
}

bool Reader::find(const TargetsQuery& query, QueryAnswer& answer) {
    const auto [after, before] = std::minmax(query.from, query.to);
    for (const ConversationId conversation : query.conversations) {
        Rows rows = database_->query(
            "SELECT time_ms FROM message WHERE conversation = ? AND kind < 10 "
            "ORDER BY seq DESC LIMIT 1",
            conversation);
        if (!rows.next()) {
            if (!rows.ok()) return false;
            continue;
        }
        const WallTime newest = rows.time(0);
        if (newest > after && newest < before) answer.news.push_back({conversation, newest});
    }
    keep_news(query, answer.news);
    return true;
}

bool Reader::find(const ClientIdQuery& query, QueryAnswer& answer) {
    Rows rows = database_->query("SELECT " BRUSIO_MESSAGE_COLUMNS
                                 ", conversation FROM message WHERE account = ? AND client_id = ?",
                                 query.account, query.client_id);
    return take_message(rows, answer);
}

bool Reader::find(const LastClientIdQuery& query, QueryAnswer& answer) {
    // '.' follows '-': all that begin with "<device>-" are before it.
    const std::string first = query.device + "-";
    const std::string behind = query.device + ".";
    Rows rows = database_->query("SELECT " BRUSIO_MESSAGE_COLUMNS
                                 ", conversation FROM message WHERE account = ? AND client_id > ? "
                                 "AND client_id < ? ORDER BY client_id DESC LIMIT 1",
                                 query.account, first, behind);
    return take_message(rows, answer);
}

bool Reader::take_message(Rows& rows, QueryAnswer& answer) {
    if (!rows.next()) {
        answer.result = QueryResult::not_found;
        return rows.ok();
    }
    answer.entries.push_back(message_in(rows));
    answer.conversation = rows.id<ConversationId>(13);
    return true;
}

bool Reader::find(const SearchQuery& query, QueryAnswer& answer) {
    std::vector<FoundEntry> found;
    const std::string words = word_query(query);
    for (const SearchScope& scope : query.scopes) {
        if (!search(query, words, scope, found)) return false;
    }
    give_found(query, std::move(found), answer);
    return true;
}

bool Reader::search(const SearchQuery& query, const std::string& words, const SearchScope& scope,
                    std::vector<FoundEntry>& found) {
    const std::uint64_t first =
        std::max(scope.window.seq_first, place_of(query.from, scope.conversation).before + 1);
    const std::uint64_t last =
        std::min({scope.window.seq_last, place_of(query.to, scope.conversation).after - 1,
                  std::uint64_t{UINT32_MAX}});
    if (first > last) return true;
    Rows seqs = database_->query(search_statement(!words.empty(), query.begin),
                                 first_rowid(scope.conversation), first, last, words);
    std::uint32_t count = 0;
    while (count < query.count_max && seqs.next()) {
        Rows rows = database_->query("SELECT " BRUSIO_MESSAGE_COLUMNS
                                     " FROM message WHERE conversation = ? AND seq = ?",
                                     scope.conversation, seqs.number(0));
        if (!rows.next()) return false;
        MessageRecord entry = message_in(rows);
        if (entry.redacted || !is_seen(scope.window, entry)) continue;
        if (!query.nick.empty() && !is_said_by(entry, query.nick)) continue;
        found.push_back({scope.conversation, std::move(entry)});
        ++count;
    }
    return seqs.ok();
}

bool Reader::find(const AuditQuery& query, QueryAnswer& answer) {
    Rows rows = database_->query(
        "SELECT time_ms, actor, action, subject, detail FROM audit "
        "WHERE ?2 = '' OR instr(lower(actor || ' ' || action || ' ' || subject || ' ' || detail), "
        "lower(?2)) > 0 ORDER BY place DESC LIMIT ?1",
        query.count_max, query.words);
    while (rows.next()) {
        answer.audit.push_back(
            {rows.time(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)});
    }
    std::reverse(answer.audit.begin(), answer.audit.end());
    return rows.ok();
}

std::optional<LogPlace> Reader::place_of(const LogPosition& position, const Log& log) {
    if (const auto* edge = std::get_if<LogEdge>(&position)) {
        return *edge == LogEdge::begin ? LogPlace::at_begin() : LogPlace::at_end();
    }
    if (const auto* at = std::get_if<AtSeq>(&position)) return LogPlace::at_seq(at->seq);
    if (const auto* at = std::get_if<AtTime>(&position)) {
        return place_of(at->time, log.conversation);
    }
    Rows rows = database_->query("SELECT " BRUSIO_MESSAGE_COLUMNS
                                 " FROM message WHERE id = ? AND conversation = ?",
                                 std::get<AtMessage>(position).id, log.conversation);
    if (!rows.next()) return std::nullopt;
    const MessageRecord entry = message_in(rows);
    if (!is_seen(log.window, entry)) return std::nullopt;
    return LogPlace::at_seq(entry.seq);
}

LogPlace Reader::place_of(WallTime time, ConversationId conversation) {
    LogPlace place{0, LogPlace::seq_max};
    Rows before = database_->query(
        "SELECT seq FROM message WHERE conversation = ? AND time_ms < ? "
        "ORDER BY time_ms DESC, seq DESC LIMIT 1",
        conversation, time);
    if (before.next()) place.before = before.number(0);
    Rows after = database_->query(
        "SELECT seq FROM message WHERE conversation = ? AND time_ms > ? "
        "ORDER BY time_ms, seq LIMIT 1",
        conversation, time);
    if (after.next()) place.after = after.number(0);
    return place;
}

bool Reader::read(const Log& log, const LogSpan& span, std::uint32_t count_max,
                  std::vector<MessageRecord>& out) {
    std::vector<MessageRecord> page;
    if (!read_span(log, span, count_max, page)) return false;
    if (!page.empty() && page.size() == count_max && log.same_time_max > 0) {
        const bool forwards = span.begin == LogSpan::Begin::oldest;
        const MessageRecord& last_read = forwards ? page.back() : page.front();
        const LogPlace same = place_of(last_read.time, log.conversation);
        std::vector<MessageRecord> rest;
        if (!read_span(log, span.rest_of_time(last_read, same), log.same_time_max, rest)) {
            return false;
        }
        page.insert(forwards ? page.end() : page.begin(), rest.begin(), rest.end());
    }
    std::move(page.begin(), page.end(), std::back_inserter(out));
    return true;
}

bool Reader::read_span(const Log& log, const LogSpan& span, std::uint32_t count_max,
                       std::vector<MessageRecord>& out) {
    const auto begin = static_cast<std::ptrdiff_t>(out.size());
    if (span.first > span.last) return true;
    Rows rows = database_->query(statement_for(span.begin), log.conversation, span.first, span.last,
                                 log.window.prefixes_hidden, kind_end(log.contents),
                                 log.contents == LogContents::whole_log, count_max);
    while (rows.next()) out.push_back(message_in(rows));
    if (span.begin == LogSpan::Begin::newest) std::reverse(out.begin() + begin, out.end());
    return rows.ok();
}

}  // namespace brusio::sqlite
