#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/ports/log_span.h"
#include "core/ports/store.h"

namespace brusio {

/// The logs of all conversations, bounded twice: each keeps its newest entries, and when all of
/// them together pass the total, the one that was written to longest ago is forgotten whole.
class MessageLogs {
 public:
    /// Neither may be 0.
    MessageLogs(std::size_t entries_per_log_max, std::size_t entries_max);

    /// What was forgotten to make room: where that log ended.
    using Forgotten = std::optional<std::pair<ConversationId, LogEnd>>;
    Forgotten append(const AppendMessage& write);
    void redact(const RedactMessage& write);
    void trim(const TrimLog& write);
    void remove(ConversationId conversation);
    void forget_client_ids(AccountId account);

    /// None if no entry of it is kept.
    [[nodiscard]] std::optional<LogEnd> end_of(ConversationId conversation) const;
    [[nodiscard]] std::size_t entries_kept() const { return entries_kept_; }

    void answer(const HistoryQuery& query, QueryAnswer& answer) const;
    void answer(const AroundQuery& query, QueryAnswer& answer) const;
    void answer(const TargetsQuery& query, QueryAnswer& answer) const;
    void answer(const ClientIdQuery& query, QueryAnswer& answer) const;
    void answer(const LastClientIdQuery& query, QueryAnswer& answer) const;
    void answer(const SearchQuery& query, QueryAnswer& answer) const;

 private:
    using Entries = std::deque<MessageRecord>;
    using ClientKey = std::pair<AccountId, std::string>;
    struct Log {
        Entries entries;                            // without holes in seq, never empty
        std::list<ConversationId>::iterator place;  // in by_age_
    };

    void give(std::pair<ConversationId, std::uint64_t> place, QueryAnswer& answer) const;
    Log& log_of(ConversationId conversation);
    [[nodiscard]] const Entries* find(ConversationId conversation) const;
    void drop_first(Log& log);
    void forget(ConversationId conversation);

    std::size_t entries_per_log_max_;
    std::size_t entries_max_;
    std::map<ConversationId, Log> logs_;
    std::map<ClientKey, std::pair<ConversationId, std::uint64_t>> by_client_id_;
    std::list<ConversationId> by_age_;  // least recently written first
    std::size_t entries_kept_ = 0;
};

}  // namespace brusio
