#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/ports/store.h"
#include "core/session/reply.h"
#include "core/wire/line.h"

namespace brusio::session {

/// What CHATHISTORY was asked for, in the order of the specification.
enum class HistoryCommand : std::uint8_t { before, after, latest, around, between, targets };

/// A CHATHISTORY line that makes sense by itself; whether the target may be read is another
/// question (core/session/history_access.h).
struct HistoryRequest {
    HistoryCommand command = HistoryCommand::latest;
    std::string_view word;    // the subcommand as it was written
    std::string_view target;  // empty for TARGETS
    LogPosition first = LogEdge::begin;
    LogPosition second = LogEdge::end;
    std::uint32_t count_max = 0;  // at least 1, at most what the server allows
};

/// Reads the parameters of `line`. The views of the result point into the line. A limit above
/// `count_max` becomes `count_max`. IRCv3 chathistory, "Subcommands" and "Errors and Warnings".
[[nodiscard]] Result<HistoryRequest, Reply> read_history_request(const wire::Line& line,
                                                                 std::uint32_t count_max);

/// `FAIL CHATHISTORY <code> <word> [<subject>] :<text>`.
[[nodiscard]] Reply history_failure(std::string_view code, std::string_view word,
                                    std::string_view subject, std::string_view text);

/// The question for the store: a page of `conversation`. Not for TARGETS.
[[nodiscard]] Query history_query(const HistoryRequest& request, ConversationId conversation,
                                  LogContents contents, LogWindow window);

}  // namespace brusio::session
