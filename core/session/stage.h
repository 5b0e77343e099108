#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/ports/hasher.h"
#include "core/ports/host.h"
#include "core/ports/mailer.h"
#include "core/ports/store.h"
#include "core/ports/transport.h"
#include "core/session/fanout.h"
#include "core/session/operators/notice_book.h"
#include "core/session/reply_buffer.h"
#include "core/session/server_state.h"

namespace brusio::session {

/// A session that has ended; the engine lets it go after the input is handled.
struct Ending {
    LinkId link;
    CloseReason why = CloseReason::quit;
};

/// What one turn of the engine gives out besides the replies.
struct Effects {
    std::vector<Write> writes;
    std::vector<Question> questions;
    std::vector<HashJob> hash_jobs;
    std::vector<Output> outputs;
    std::vector<Ending> endings;
    std::vector<HostEvent> events;
    std::vector<ServerNotice> notices;  // for operators, when the input is handled
    std::vector<Mail> mails;
    bool reload_requested = false;
};

/// Everything a command acts upon. One lives as long as the engine; `now` and `time_text` are set
/// before each input.
struct Stage {
    Stage(ServerState& the_state, Effects& the_effects, PlainEncoder plain)
        : state(the_state),
          effects(the_effects),
          replies(plain),
          fanout(the_state, the_effects.outputs, replies, plain) {}

    ServerState& state;
    Effects& effects;
    ReplyBuffer replies;
    Fanout fanout;
    Now now;
    std::string time_text;

    /// Sets the time of what follows.
    void begin_input(Now at);
    [[nodiscard]] std::string_view server_name() const { return state.config.name; }
    /// A draft from the server itself.
    [[nodiscard]] Draft from_server(std::string_view command) const;
    /// The session's bytes so far leave as one frame. If they are a piece together with those that
    /// left before, or more is left to be sent, the link's queue is waited for (send_long.h).
    void flush_replies();

 private:
    void note_answered(Session& session);
};

/// `nick!user@host` of a user.
[[nodiscard]] std::string source_of(const room::User& user);

/// A draft from a user, with the account and the bot tag. `source` is the caller's
/// `source_of(user)` and must live as long as the draft.
[[nodiscard]] Draft from_user(const room::User& user, std::string_view source,
                              std::string_view command);

}  // namespace brusio::session
