#pragma once

#include <string_view>

#include "core/base/time.h"
#include "core/engine/deadline_queue.h"
#include "core/session/stage.h"

namespace brusio::engine {

/// Drives one session at a time: its bytes into lines, its lines into commands, its silence into
/// pings and time-outs. Whatever it does, the session's replies leave as one frame and the sessions
/// that have ended on the way are let go.
class SessionDriver {
 public:
    explicit SessionDriver(session::Stage& stage) : stage_(stage) {}

    void open(LinkId link, const LinkInfo& info);
    void take_bytes(session::Session& session, std::string_view bytes);
    void link_gone(session::Session& session, CloseReason reason);
    void hash_answered(const HashAnswer& answer);
    void store_answered(const QueryAnswer& answer);
    void link_drained(session::Session& session);
    /// Everything that is due by now, for all sessions.
    void take_deadlines();
    /// Closes the links of sessions that were ended outside any session's turn.
    void let_ended_go() { finish(); }
    /// Goodbye to everybody.
    void end_all(std::string_view reason);

    [[nodiscard]] const DeadlineQueue& deadlines() const { return deadlines_; }

 private:
    [[nodiscard]] const Limits& limits() const { return stage_.state.config.limits; }
    void begin(const session::Session& session);
    void finish();
    void let_go(const session::Ending& ending);
    /// What the session has waited for has been answered: its next lines, then the end of the turn.
    void go_on(session::Session& session);
    /// The hasher's answer to what the session asked under this label begins.
    void resume(session::Session& session, std::string_view label);
    /// What waits for the hasher gets its turn, or is told that it will not.
    void take_hash_turns();

    void run_lines(session::Session& session);
    /// False if there is none, or it must wait.
    bool run_next_line(session::Session& session);
    void run_framed(session::Session& session, const wire::FramedLine& framed);
    void run_chunks(session::Session& session);
    void hold_back(session::Session& session, std::size_t bytes_waiting);

    [[nodiscard]] MonoTime deadline_of(const session::Session& session) const;
    [[nodiscard]] MonoTime silence_deadline(const session::Session& session) const;
    void act_on_deadline(session::Session& session);
    void act_on_silence(session::Session& session);

    session::Stage& stage_;
    DeadlineQueue deadlines_;
};

}  // namespace brusio::engine
