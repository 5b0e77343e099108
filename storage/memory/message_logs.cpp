#include "storage/memory/message_logs.h"

#include <algorithm>
#include <iterator>

#include "core/base/assert.h"
#include "core/ports/search_help.h"
#include "storage/memory/search_match.h"

namespace brusio {

namespace {

using Entries = std::deque<MessageRecord>;

const MessageRecord* find_id(const Entries& entries, const std::string& id) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const MessageRecord& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

LogPlace place_of(WallTime time, const Entries& entries) {
    const auto is_before = [&](const MessageRecord& entry) { return entry.time < time; };
    const auto is_not_after = [&](const MessageRecord& entry) { return entry.time <= time; };
    const auto first = std::partition_point(entries.begin(), entries.end(), is_before);
    const auto after = std::partition_point(first, entries.end(), is_not_after);
    return {first == entries.begin() ? 0 : std::prev(first)->seq,
            after == entries.end() ? LogPlace::seq_max : after->seq};
}

/// None if the position names a message that is not there for whoever asks.
std::optional<LogPlace> place_of(const LogPosition& position, const Entries& entries,
                                 const LogWindow& window) {
    if (const auto* edge = std::get_if<LogEdge>(&position)) {
        return *edge == LogEdge::begin ? LogPlace::at_begin() : LogPlace::at_end();
    }
    if (const auto* at = std::get_if<AtSeq>(&position)) return LogPlace::at_seq(at->seq);
    if (const auto* at = std::get_if<AtTime>(&position)) return place_of(at->time, entries);
    const MessageRecord* entry = find_id(entries, std::get<AtMessage>(position).id);
    if (entry == nullptr || !is_seen(window, *entry)) return std::nullopt;
    return LogPlace::at_seq(entry->seq);
}

/// Appends to `out` at most `count_max` entries of the span that `query` wants, oldest first.
template <class AnyQuery>
void read_span(const Entries& entries, const LogSpan& span, const AnyQuery& query,
               std::uint32_t count_max, std::vector<MessageRecord>& out) {
    const auto wanted = [&](const MessageRecord& entry) {
        return entry.seq >= span.first && entry.seq <= span.last &&
               is_among(query.contents, entry) && is_seen(query.window, entry);
    };
    const auto begin = static_cast<std::ptrdiff_t>(out.size());
    const std::size_t size_max = out.size() + count_max;
    if (span.begin == LogSpan::Begin::oldest) {
        for (auto entry = entries.begin(); entry != entries.end() && out.size() < size_max; ++entry)
            if (wanted(*entry)) out.push_back(*entry);
        return;
    }
    for (auto entry = entries.rbegin(); entry != entries.rend() && out.size() < size_max; ++entry)
        if (wanted(*entry)) out.push_back(*entry);
    std::reverse(out.begin() + begin, out.end());
}

/// The same, and what else is of the time at which the page would be cut.
template <class AnyQuery>
void read(const Entries& entries, const LogSpan& span, const AnyQuery& query,
          std::uint32_t count_max, std::vector<MessageRecord>& out) {
    std::vector<MessageRecord> page;
    read_span(entries, span, query, count_max, page);
    if (!page.empty() && page.size() == count_max) {
        const bool forwards = span.begin == LogSpan::Begin::oldest;
        const MessageRecord& last_read = forwards ? page.back() : page.front();
        std::vector<MessageRecord> rest;
        read_span(entries, span.rest_of_time(last_read, place_of(last_read.time, entries)), query,
                  query.same_time_max, rest);
        page.insert(forwards ? page.end() : page.begin(), rest.begin(), rest.end());
    }
    std::move(page.begin(), page.end(), std::back_inserter(out));
}

}  // namespace

MessageLogs::MessageLogs(std::size_t entries_per_log_max, std::size_t entries_max)
    : entries_per_log_max_(entries_per_log_max), entries_max_(entries_max) {
    BRUSIO_ASSERT(entries_per_log_max_ > 0);
    BRUSIO_ASSERT(entries_max_ > 0);
}

MessageLogs::Forgotten MessageLogs::append(const AppendMessage& write) {
    const MessageRecord& message = write.message;
    Log& log = log_of(write.conversation);
    if (!log.entries.empty()) {
        BRUSIO_ASSERT(message.seq == log.entries.back().seq + 1);
        BRUSIO_ASSERT(message.time >= log.entries.back().time);
    }
    if (log.entries.size() == entries_per_log_max_) drop_first(log);
    log.entries.push_back(message);
    ++entries_kept_;
    if (message.account && !message.client_id.empty()) {
        const bool is_new =
            by_client_id_
                .try_emplace({message.account, message.client_id}, write.conversation, message.seq)
                .second;
        BRUSIO_ASSERT(is_new);
    }
    if (entries_kept_ <= entries_max_) return std::nullopt;
    if (logs_.size() == 1) {  // the log being written: it loses its oldest entry only
        drop_first(log);
        return std::nullopt;
    }
    const ConversationId oldest = by_age_.front();
    const std::optional<LogEnd> end = end_of(oldest);
    forget(oldest);
    return {{oldest, end.value()}};
}

void MessageLogs::redact(const RedactMessage& write) {
    const auto found = logs_.find(write.conversation);
    if (found == logs_.end()) return;
    for (MessageRecord& entry : found->second.entries) {
        if (entry.id != write.id) continue;
        entry.text.clear();
        entry.client_tags.clear();
        entry.redacted = true;
    }
}

void MessageLogs::trim(const TrimLog& write) {
    const auto found = logs_.find(write.conversation);
    if (found == logs_.end()) return;
    Log& log = found->second;
    for (std::uint32_t count = 0; count < write.count_max && log.entries.size() > 1; ++count) {
        const MessageRecord& first = log.entries.front();
        if (first.seq >= write.seq_first && first.time >= write.time_first) return;
        drop_first(log);
    }
}

void MessageLogs::remove(ConversationId conversation) {
    if (logs_.contains(conversation)) forget(conversation);
}

void MessageLogs::forget_client_ids(AccountId account) {
    const auto begin = by_client_id_.lower_bound({account, {}});
    auto end = begin;
    for (; end != by_client_id_.end() && end->first.first == account; ++end) {
        Entries& entries = logs_.find(end->second.first)->second.entries;
        entries[end->second.second - entries.front().seq].client_id.clear();
    }
    by_client_id_.erase(begin, end);
}

std::optional<LogEnd> MessageLogs::end_of(ConversationId conversation) const {
    const Entries* entries = find(conversation);
    if (entries == nullptr) return std::nullopt;
    return LogEnd{entries->back().seq, entries->back().time};
}

void MessageLogs::answer(const HistoryQuery& query, QueryAnswer& answer) const {
    static const Entries none;
    const Entries* found = find(query.conversation);
    const Entries& entries = found == nullptr ? none : *found;
    answer.conversation = query.conversation;
    const auto from = place_of(query.from, entries, query.window);
    const auto to = place_of(query.to, entries, query.window);
    if (!from || !to) {
        answer.result = QueryResult::not_found;
        return;
    }
    read(entries, LogSpan::between(*from, *to, query.window), query, query.count_max,
         answer.entries);
}

void MessageLogs::answer(const AroundQuery& query, QueryAnswer& answer) const {
    static const Entries none;
    const Entries* found = find(query.conversation);
    const Entries& entries = found == nullptr ? none : *found;
    answer.conversation = query.conversation;
    const auto place = place_of(query.around, entries, query.window);
    if (!place) {
        answer.result = QueryResult::not_found;
        return;
    }
    const std::uint32_t earlier_max = query.count_max / 2;
    read(entries, LogSpan::earlier_than(*place, query.window), query, earlier_max, answer.entries);
    read(entries, LogSpan::from_on(*place, query.window), query, query.count_max - earlier_max,
         answer.entries);
}

void MessageLogs::answer(const TargetsQuery& query, QueryAnswer& answer) const {
    const auto [after, before] = std::minmax(query.from, query.to);
    std::vector<ConversationNews>& news = answer.news;
    for (const ConversationId conversation : query.conversations) {
        const Entries* entries = find(conversation);
        if (entries == nullptr) continue;
        const auto said =
            std::find_if(entries->rbegin(), entries->rend(),
                         [](const MessageRecord& entry) { return is_said(entry.kind); });
        if (said == entries->rend() || said->time <= after || said->time >= before) continue;
        news.push_back({conversation, said->time});
    }
    keep_news(query, news);
}

void MessageLogs::answer(const ClientIdQuery& query, QueryAnswer& answer) const {
    const auto found = by_client_id_.find({query.account, query.client_id});
    if (found == by_client_id_.end()) {
        answer.result = QueryResult::not_found;
        return;
    }
    give(found->second, answer);
}

void MessageLogs::answer(const LastClientIdQuery& query, QueryAnswer& answer) const {
    // '.' follows '-': all that begin with "<device>-" are before it.
    const auto behind = by_client_id_.lower_bound({query.account, query.device + "."});
    const bool is_first = behind == by_client_id_.begin();
    const auto last = is_first ? behind : std::prev(behind);
    const bool found = !is_first && last->first.first == query.account &&
                       last->first.second.starts_with(query.device + "-");
    if (!found) {
        answer.result = QueryResult::not_found;
        return;
    }
    give(last->second, answer);
}

void MessageLogs::answer(const SearchQuery& query, QueryAnswer& answer) const {
    const SearchMatch match{query};
    std::vector<FoundEntry> found;
    for (const SearchScope& scope : query.scopes) {
        const Entries* entries = find(scope.conversation);
        if (entries == nullptr) continue;
        std::uint32_t count = 0;
        const auto look_at = [&](const MessageRecord& entry) {
            if (count == query.count_max || !is_seen(scope.window, entry)) return;
            if (!match.holds(entry)) return;
            found.push_back({scope.conversation, entry});
            ++count;
        };
        if (query.begin == BeginAt::oldest) {
            std::for_each(entries->begin(), entries->end(), look_at);
        } else {
            std::for_each(entries->rbegin(), entries->rend(), look_at);
        }
    }
    give_found(query, std::move(found), answer);
}

void MessageLogs::give(std::pair<ConversationId, std::uint64_t> place, QueryAnswer& answer) const {
    const Entries* entries = find(place.first);
    BRUSIO_ASSERT(entries != nullptr);
    answer.conversation = place.first;
    answer.entries.push_back((*entries)[place.second - entries->front().seq]);
}

MessageLogs::Log& MessageLogs::log_of(ConversationId conversation) {
    const auto [found, is_new] = logs_.try_emplace(conversation);
    Log& log = found->second;
    if (is_new) {
        log.place = by_age_.insert(by_age_.end(), conversation);
    } else {
        by_age_.splice(by_age_.end(), by_age_, log.place);
    }
    return log;
}

const MessageLogs::Entries* MessageLogs::find(ConversationId conversation) const {
    const auto found = logs_.find(conversation);
    return found == logs_.end() ? nullptr : &found->second.entries;
}

void MessageLogs::drop_first(Log& log) {
    const MessageRecord& first = log.entries.front();
    if (first.account && !first.client_id.empty()) {
        by_client_id_.erase({first.account, first.client_id});
    }
    log.entries.pop_front();
    --entries_kept_;
}

void MessageLogs::forget(ConversationId conversation) {
    const auto found = logs_.find(conversation);
    BRUSIO_ASSERT(found != logs_.end());
    while (!found->second.entries.empty()) drop_first(found->second);
    by_age_.erase(found->second.place);
    logs_.erase(found);
}

}  // namespace brusio
