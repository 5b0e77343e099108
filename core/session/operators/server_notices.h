#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ports/host.h"
#include "core/session/operators/notice_book.h"

namespace brusio::room {
class User;
}

namespace brusio::session {

struct Session;
struct ServerState;
struct Stage;

// User mode +s: server operators with Privilege::stats read what happens as notices of the server,
// by category, and never more than `Limits::notices_per_minute`.

/// What a host's log is told of is a notice too.
void note_event(Stage& stage, const HostEvent& event);
/// A session speaks for a user from now on, or no longer.
void note_arrival(Stage& stage, const Session& session, const room::User& user);
void note_departure(Stage& stage, const Session& session, std::string_view reason);
/// A link sends faster than it may, or does not read what it is sent.
void note_flood(Stage& stage, const Session& session, std::string_view what);

/// Tells those who read them what has gathered, and of what was left out when that is due. Nobody's
/// replies are under way.
void send_notices(Stage& stage);
/// When to do so although nothing came in.
[[nodiscard]] std::optional<MonoTime> next_notices(const ServerState& state);

/// The categories that letters choose, beginning with `before`: "ck" or "+ck" adds, "-c" takes
/// away,
/// `*` is all of them. An empty text is all.
[[nodiscard]] NoticeSet choose_notices(NoticeSet before, std::string_view letters);
/// "+ck".
[[nodiscard]] std::string notice_letters(NoticeSet categories);

}  // namespace brusio::session
