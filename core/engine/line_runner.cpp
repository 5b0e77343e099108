#include "core/engine/line_runner.h"

#include <algorithm>
#include <string>

#include "core/session/command_costs.h"
#include "core/session/command_table.h"
#include "core/session/departure.h"
#include "core/wire/line.h"
#include "core/wire/utf8.h"

namespace brusio::engine {

namespace {

using session::Reply;
using session::Session;
using session::Stage;

/// A browser, or a page that makes one speak for it, must not reach a chat server.
bool is_http_verb(std::string_view command) {
    constexpr std::string_view verbs[] = {"GET",     "POST",  "HEAD",    "PUT",  "DELETE",
                                          "OPTIONS", "PATCH", "CONNECT", "TRACE"};
    return std::find(std::begin(verbs), std::end(verbs), command) != std::end(verbs);
}

Reply reply_to(wire::FrameError error) {
    if (error == wire::FrameError::has_nul) {
        return Reply::fail("*", "INVALID_LINE", {}, "A line must not hold a NUL byte");
    }
    return Reply::of(wire::Numeric::err_inputtoolong);
}

/// IRCv3 utf8-only: what is not UTF-8 is refused, never relayed.
Reply not_utf8(const session::CommandRow* row) {
    return Reply::specified_fail(row == nullptr ? "*" : std::string{row->name}, "INVALID_UTF8", {},
                                 "This server takes UTF-8 text only");
}

bool is_short_enough(std::string_view text, const session::CommandRow* row) {
    const bool has_password = row != nullptr && row->length == session::LineLength::with_password;
    return has_password || wire::fits(text, Limits::line_bytes_max);
}

}  // namespace

void run_framed_line(Stage& stage, Session& session, const wire::FramedLine& framed) {
    const Limits& limits = stage.state.config.limits;
    if (framed.error != wire::FrameError::none) {
        session::charge(session, session::bad_line_tokens, limits);
        return stage.replies.reply(reply_to(framed.error));
    }
    const auto parsed = wire::parse_line(framed.text);
    if (!parsed.ok()) return session::charge(session, 1, limits);
    const wire::Line& line = parsed.value();
    if (!session.registered() && is_http_verb(line.command)) {
        return session::end_session(stage, session, CloseReason::protocol_error,
                                    "This is a chat server, not a web server");
    }
    const session::CommandRow* row = session::find_command(line.command);
    const bool is_text = wire::valid_utf8(framed.text);
    const bool is_short = is_short_enough(framed.text, row);
    const bool is_bad = row == nullptr || !is_text || !is_short;
    if (is_bad) {
        session::charge(session, session::bad_line_tokens, limits);
    } else {
        session::charge_command(stage, session, *row, line);
    }
    if (!is_short) return stage.replies.reply(reply_to(wire::FrameError::line_too_long));
    if (is_text) return session::run_command(stage, session, line);
    session::refuse_command(stage, session, line, not_utf8(row));
}

}  // namespace brusio::engine
