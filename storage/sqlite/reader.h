#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/ports/log_span.h"
#include "core/ports/search_help.h"
#include "core/ports/store.h"
#include "storage/sqlite/database.h"

namespace brusio::sqlite {

/// Answers questions over a connection of its own; each answer is from one moment.
class Reader {
 public:
    explicit Reader(std::unique_ptr<Database> database) : database_(std::move(database)) {}

    /// `failed` if the file could not be read.
    QueryAnswer answer(const Question& question);

 private:
    bool find(const HistoryQuery& query, QueryAnswer& answer);
    bool find(const AroundQuery& query, QueryAnswer& answer);
    bool find(const TargetsQuery& query, QueryAnswer& answer);
    bool find(const ClientIdQuery& query, QueryAnswer& answer);
    bool find(const LastClientIdQuery& query, QueryAnswer& answer);
    static bool take_message(Rows& rows, QueryAnswer& answer);
    bool find(const SearchQuery& query, QueryAnswer& answer);
    bool find(const AuditQuery& query, QueryAnswer& answer);

    /// Appends what is found in one log, from the end on at which the query begins. `words` is the
    /// query for the index of words; empty: every message is looked at.
    bool search(const SearchQuery& query, const std::string& words, const SearchScope& scope,
                std::vector<FoundEntry>& found);

    struct Log {
        ConversationId conversation;
        LogWindow window;
        LogContents contents;
        std::uint32_t same_time_max;
    };
    /// None if there is no such message, or not for whoever asks.
    std::optional<LogPlace> place_of(const LogPosition& position, const Log& log);
    LogPlace place_of(WallTime time, ConversationId conversation);
    bool read(const Log& log, const LogSpan& span, std::uint32_t count_max,
              std::vector<MessageRecord>& out);
    bool read_span(const Log& log, const LogSpan& span, std::uint32_t count_max,
                   std::vector<MessageRecord>& out);

    std::unique_ptr<Database> database_;
};

}  // namespace brusio::sqlite
