#include "core/engine/line_runner.h"

#include <algorithm>
#include <string>

#include "core/session/command_table.h"
#include "core/session/departure.h"
#include "core/wire/line.h"
#include "core/wire/utf8.h"

namespace brusio::engine {

namespace {

using session::Reply;
using session::Session;
using session::Stage;

constexpr std::uint32_t bad_line_tokens = 5;

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

}  // namespace

void run_framed_line(Stage& stage, Session& session, const wire::FramedLine& framed) {
    const Limits& limits = stage.state.config.limits;
    if (framed.error != wire::FrameError::none) {
        session.throttle.charge(bad_line_tokens, limits);
        return stage.replies.reply(reply_to(framed.error));
    }
    const auto parsed = wire::parse_line(framed.text);
    if (!parsed.ok()) return session.throttle.charge(1, limits);
    const wire::Line& line = parsed.value();
    if (!session.registered() && is_http_verb(line.command)) {
        return session::end_session(stage, session, CloseReason::protocol_error,
                                    "This is a chat server, not a web server");
    }
    // IRCv3 utf8-only: what is not UTF-8 is refused, never relayed.
    if (!wire::valid_utf8(framed.text)) {
        session.throttle.charge(bad_line_tokens, limits);
        return stage.replies.reply(
            Reply::fail("*", "INVALID_UTF8", {}, "This server takes UTF-8 text only"));
    }
    const session::CommandRow* row = session::find_command(line.command);
    session.throttle.charge(row == nullptr ? bad_line_tokens : row->cost, limits);
    session::run_command(stage, session, line);
}

}  // namespace brusio::engine
