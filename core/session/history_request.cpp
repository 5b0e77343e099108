#include "core/session/history_request.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "core/base/assert.h"
#include "core/base/limits.h"
#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

struct CommandRow {
    std::string_view word;
    HistoryCommand command;
    std::size_t params;  // with the word itself
};

constexpr CommandRow command_rows[] = {
    {"before", HistoryCommand::before, 4},   {"after", HistoryCommand::after, 4},
    {"latest", HistoryCommand::latest, 4},   {"around", HistoryCommand::around, 4},
    {"between", HistoryCommand::between, 5}, {"targets", HistoryCommand::targets, 4},
};

const CommandRow* find_row(std::string_view word) {
    std::string folded{word};
    for (char& letter : folded) letter = wire::fold_char(letter);
    const auto* row = std::find_if(std::begin(command_rows), std::end(command_rows),
                                   [&](const CommandRow& known) { return known.word == folded; });
    return row == std::end(command_rows) ? nullptr : row;
}

/// 0 if `text` is no number above 0.
std::uint32_t read_count(std::string_view text) {
    std::uint32_t count = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, count);
    return error == std::errc{} && stopped == end ? count : 0;
}

/// Reads one selector into `position`; `request` says for the error what was asked.
Outcome read_position(std::string_view text, const HistoryRequest& request, LogPosition& position) {
    constexpr std::string_view by_id = "msgid=";
    if (text.starts_with(wire::timestamp_key)) {
        const std::optional<WallTime> time = wire::parse_timestamp_param(text);
        if (!time) {
            return history_failure("INVALID_PARAMS", request.word, text, "Invalid timestamp");
        }
        position = AtTime{*time};
        return done;
    }
    if (text.starts_with(by_id) && text.size() > by_id.size() &&
        request.command != HistoryCommand::targets) {
        position = AtMessage{std::string{text.substr(by_id.size())}};
        return done;
    }
    return history_failure("INVALID_PARAMS", request.word, text,
                           "Invalid selector: timestamp=... or msgid=... is meant");
}

/// LATEST alone may leave its selector out, as `*`.
Outcome read_positions(const wire::Line& line, HistoryRequest& request) {
    const std::size_t begin = request.command == HistoryCommand::targets ? 1 : 2;
    if (request.command == HistoryCommand::latest) {
        request.first = LogEdge::end;
        request.second = LogEdge::begin;
        if (line.param(begin) == "*") return done;
        return read_position(line.param(begin), request, request.second);
    }
    Outcome refusal = read_position(line.param(begin), request, request.first);
    if (refusal) return refusal;
    const bool two =
        request.command == HistoryCommand::between || request.command == HistoryCommand::targets;
    if (two) return read_position(line.param(begin + 1), request, request.second);
    request.second = request.command == HistoryCommand::before ? LogEdge::begin : LogEdge::end;
    return done;
}

}  // namespace

Reply history_failure(std::string_view code, std::string_view word, std::string_view subject,
                      std::string_view text) {
    std::vector<std::string> params{std::string{word}};
    if (!subject.empty()) params.emplace_back(subject);
    return Reply::specified_fail("CHATHISTORY", std::string{code}, std::move(params),
                                 std::string{text});
}

Result<HistoryRequest, Reply> read_history_request(const wire::Line& line,
                                                   std::uint32_t count_max) {
    BRUSIO_ASSERT(count_max > 0);
    HistoryRequest request;
    request.word = line.param(0);
    const CommandRow* row = find_row(request.word);
    if (row == nullptr) {
        return Err{history_failure("INVALID_PARAMS", request.word, {}, "Unknown command")};
    }
    if (line.params_count < row->params) {
        return Err{history_failure("INVALID_PARAMS", request.word, {}, "Insufficient parameters")};
    }
    if (line.params_count > row->params) {
        return Err{history_failure("INVALID_PARAMS", request.word, {}, "Too many parameters")};
    }
    request.command = row->command;
    if (row->command != HistoryCommand::targets) request.target = line.param(1);
    if (Outcome refusal = read_positions(line, request)) return Err{*std::move(refusal)};
    const std::string_view limit = line.param(row->params - 1);
    const std::uint32_t count = read_count(limit);
    if (count == 0) {
        return Err{history_failure("INVALID_PARAMS", request.word, limit, "Invalid limit")};
    }
    request.count_max = std::min(count, count_max);
    return request;
}

Query history_query(const HistoryRequest& request, ConversationId conversation,
                    LogContents contents, LogWindow window) {
    BRUSIO_ASSERT(conversation && request.command != HistoryCommand::targets);
    if (request.command == HistoryCommand::around) {
        return AroundQuery{conversation, request.first, request.count_max,
                           contents,     window,        Limits::same_time_entries_max};
    }
    return HistoryQuery{conversation,
                        request.first,
                        request.second,
                        request.count_max,
                        contents,
                        window,
                        Limits::same_time_entries_max};
}

}  // namespace brusio::session
