#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/ports/store.h"

namespace brusio {

/// A LogPosition as a store has found it: the entries up to `before` lie before it, those from
/// `after` on behind it. What is between belongs to the position itself.
struct LogPlace {
    std::uint64_t before = 0;
    std::uint64_t after = 1;

    static constexpr std::uint64_t seq_max = INT64_MAX;  // no log ever gets there

    static LogPlace at_begin() { return {}; }
    static LogPlace at_end() { return {seq_max, seq_max}; }
    static LogPlace at_seq(std::uint64_t seq) {
        const std::uint64_t place = std::clamp<std::uint64_t>(seq, 1, seq_max - 1);
        return {place - 1, place + 1};
    }

    auto operator<=>(const LogPlace&) const = default;
};

/// Consecutive entries of a log, and at which end to begin if there are too many. Empty if
/// `first` > `last`.
struct LogSpan {
    using Begin = BeginAt;

    std::uint64_t first = 1;
    std::uint64_t last = LogPlace::seq_max;
    Begin begin = Begin::oldest;

    /// What a HistoryQuery asks for.
    static LogSpan between(LogPlace from, LogPlace to, const LogWindow& window) {
        const Begin begin = from <= to ? Begin::oldest : Begin::newest;
        if (begin == Begin::newest) std::swap(from, to);
        return cut(from.after, to.before, begin, window);
    }
    /// The earlier and the later half of what an AroundQuery asks for.
    static LogSpan earlier_than(LogPlace place, const LogWindow& window) {
        return cut(1, place.before, Begin::newest, window);
    }
    static LogSpan from_on(LogPlace place, const LogWindow& window) {
        const std::uint64_t first = std::min(place.before, LogPlace::seq_max - 1) + 1;
        return cut(first, LogPlace::seq_max, Begin::oldest, window);
    }

    /// What of this span lies behind `last_read`, in the direction of reading, and is of its time,
    /// whose place is `same`.
    [[nodiscard]] LogSpan rest_of_time(const MessageRecord& last_read, LogPlace same) const {
        if (begin == Begin::oldest) {
            return {last_read.seq + 1, std::min(last, same.after - 1), begin};
        }
        return {std::max(first, same.before + 1), last_read.seq - 1, begin};
    }

 private:
    static LogSpan cut(std::uint64_t first, std::uint64_t last, Begin begin,
                       const LogWindow& window) {
        return {std::max({first, window.seq_first, std::uint64_t{1}}),
                std::min({last, window.seq_last, LogPlace::seq_max - 1}), begin};
    }
};

/// True if whoever asks may see the entry.
[[nodiscard]] inline bool is_seen(const LogWindow& window, const MessageRecord& entry) {
    const bool is_for_others =
        is_said(entry.kind) && !entry.target.empty() &&
        window.prefixes_hidden.find(entry.target.front()) != std::string::npos;
    return entry.seq >= window.seq_first && entry.seq <= window.seq_last && !is_for_others;
}

/// True if the entry is one of those that are wanted.
[[nodiscard]] inline bool is_among(LogContents contents, const MessageRecord& entry) {
    switch (contents) {
        case LogContents::spoken:
            return !entry.redacted && entry.kind < RecordKind::tags_only;
        case LogContents::said:
            return !entry.redacted && is_said(entry.kind);
        case LogContents::everything:
            return !entry.redacted;
        case LogContents::whole_log:
            break;
    }
    return true;
}

/// Brings what a store has found for a TargetsQuery into the order of the answer, and to its size.
inline void keep_news(const TargetsQuery& query, std::vector<ConversationNews>& news) {
    std::sort(news.begin(), news.end(), [](const ConversationNews& a, const ConversationNews& b) {
        return std::pair{a.newest, a.conversation} < std::pair{b.newest, b.conversation};
    });
    if (news.size() <= query.count_max) return;
    const bool forwards = query.from <= query.to;
    // The n-th in the order of counting.
    const auto at = [&](std::size_t n) { return forwards ? n : news.size() - 1 - n; };
    std::size_t count = query.count_max;
    const std::size_t most =
        std::min<std::size_t>(news.size(), std::size_t{query.count_max} + query.same_time_max);
    while (count > 0 && count < most && news[at(count)].newest == news[at(count - 1)].newest) {
        ++count;
    }
    const auto surplus = static_cast<std::ptrdiff_t>(news.size() - count);
    if (forwards) {
        news.erase(news.end() - surplus, news.end());
    } else {
        news.erase(news.begin(), news.begin() + surplus);
    }
}

}  // namespace brusio
