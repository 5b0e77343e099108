#include "core/engine/session_driver.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/engine/line_runner.h"
#include "core/plain/plain.h"
#include "core/session/ask_hasher.h"
#include "core/session/cloak.h"
#include "core/session/command_costs.h"
#include "core/session/departure.h"
#include "core/session/finish_question.h"
#include "core/session/finish_work.h"
#include "core/session/gateway_login.h"
#include "core/session/missed.h"
#include "core/session/operators/ban_check.h"
#include "core/session/operators/server_notices.h"
#include "core/session/send_long.h"
#include "core/session/welcome.h"

namespace brusio::engine {

using session::Ending;
using session::Phase;
using session::Session;

namespace {

/// Nothing that the peer says overtakes the answer to what it has asked before.
bool waits_for_answer(const Session& session) {
    return session.phase == Phase::checking || session.waiting_for_hasher ||
           session.awaiting_store || session.awaiting_drain || !session.long_replies.empty();
}

constexpr Duration forever = std::chrono::hours{24};

/// The transport itself has reported the end; it wants no Close.
bool seen_by_transport(CloseReason why) {
    return why == CloseReason::peer_closed || why == CloseReason::reset ||
           why == CloseReason::send_queue_exceeded;
}

std::string_view reason_text(CloseReason why) {
    switch (why) {
        case CloseReason::peer_closed:
            return "Connection closed";
        case CloseReason::reset:
            return "Connection reset";
        case CloseReason::send_queue_exceeded:
            return "Send queue exceeded";
        case CloseReason::server_stopping:
            return "Server stopping";
        default:
            return "Connection lost";
    }
}

}  // namespace

void SessionDriver::begin(const Session& session) {
    std::string_view nick;
    if (const room::User* user = stage_.state.roster.find_user(session.user)) {
        nick = user->nick();
    } else if (session.introduction != nullptr) {
        nick = session.introduction->nick;
    }
    stage_.replies.begin(session, stage_.server_name(), nick, stage_.time_text);
}

void SessionDriver::finish() {
    stage_.flush_replies();
    // Ending one session may end no other, but be ready for a list that grows.
    for (std::size_t i = 0; i < stage_.effects.endings.size(); ++i) {
        const Ending ending = stage_.effects.endings[i];
        let_go(ending);
    }
    stage_.effects.endings.clear();
    session::send_notices(stage_);
}

void SessionDriver::let_go(const Ending& ending) {
    if (!seen_by_transport(ending.why)) {
        stage_.effects.outputs.push_back(Close{ending.link, ending.why});
    }
    // What waits for the hasher goes along; what it has already is judged for the guard's sake.
    stage_.state.hash_turns.queue.remove(ending.link);
    for (session::PendingWork& work : stage_.state.pending) {
        if (work.link == ending.link) work.link = {};
    }
    std::erase_if(stage_.state.questions, [&](const session::PendingQuestion& question) {
        return question.link == ending.link;
    });
    deadlines_.remove(ending.link);
    session::forget_gateway_link(stage_.state, *stage_.state.sessions.find(ending.link));
    stage_.state.sessions.close(ending.link);
}

void SessionDriver::open(LinkId link, const LinkInfo& info) {
    Session& session = stage_.state.sessions.open(link);
    session.info = info;
    session.host = session::shown_host(stage_.state, info);
    session.opened_at = session.heard_at = stage_.now.mono;
    begin(session);
    const bool refused = session::refuse_banned_address(stage_, session);
    if (!refused && info.kind == LinkKind::plain) plain::greet(stage_, session);
    finish();
    if (stage_.state.sessions.find(link) != nullptr) deadlines_.set(link, deadline_of(session));
}

void SessionDriver::take_bytes(Session& session, std::string_view bytes) {
    const LinkId link = session.link;
    session.heard_at = stage_.now.mono;
    session.ping_sent = false;
    session.bytes_received += bytes.size();
    begin(session);
    if (session.info.kind == LinkKind::plain) {
        session.chunks->feed(bytes);
        run_chunks(session);
    } else {
        session.lines.feed(bytes);
        run_lines(session);
    }
    finish();
    if (stage_.state.sessions.find(link) != nullptr) {
        deadlines_.set_if_earlier(link, deadline_of(session));
    }
    take_hash_turns();
}

bool SessionDriver::run_next_line(Session& session) {
    if (!session::is_ready(session, limits(), stage_.now.mono)) {
        session.throttled = true;
        return false;
    }
    const std::optional<wire::FramedLine> framed = session.lines.next();
    if (!framed) return false;
    ++session.lines_received;
    run_framed_line(stage_, session, *framed);
    return true;
}

void SessionDriver::run_lines(Session& session) {
    session.throttled = false;
    bool waits = waits_for_answer(session);
    while (session.phase != Phase::closed && !waits) {
        if (session.missed != nullptr) {
            session::show_next_missed(stage_, session);
        } else if (!run_next_line(session)) {
            break;
        }
        waits = waits_for_answer(session) || !session::may_send_more(stage_);
    }
    session.lines.keep();
    // A line that is only half there is no reason to stop reading: the rest of it must come.
    hold_back(session, session.throttled || waits ? session.lines.held_bytes() : 0);
}

void SessionDriver::run_chunks(Session& session) {
    session.throttled = false;
    while (session.phase != Phase::closed) {
        if (!session::is_ready(session, limits(), stage_.now.mono)) {
            session.throttled = true;
            break;
        }
        const std::optional<std::string_view> text = session.chunks->next();
        if (!text) break;
        ++session.lines_received;
        session::charge(session, session::talk_tokens, limits());
        plain::take_text(stage_, session, *text);
    }
    hold_back(session, session.throttled ? session.chunks->held_bytes() : 0);
}

void SessionDriver::hold_back(Session& session, std::size_t bytes_waiting) {
    if (session.phase == Phase::closed) return;
    const bool reading = bytes_waiting < limits().receive_bytes_max / 2;
    if (reading == session.reading) return;
    session.reading = reading;
    if (!reading && session.throttled) {
        session::note_flood(stage_, session, "sends faster than it may and is held back");
    }
    stage_.effects.outputs.push_back(SetReading{session.link, reading});
}

void SessionDriver::link_gone(Session& session, CloseReason reason) {
    begin(session);
    if (reason == CloseReason::send_queue_exceeded) {
        session::note_flood(stage_, session, "does not read what it is sent");
    }
    session::end_session(stage_, session, reason, reason_text(reason));
    finish();
    take_hash_turns();
}

void SessionDriver::hash_answered(const HashAnswer& answer) {
    auto& pending = stage_.state.pending;
    const auto at = std::find_if(pending.begin(), pending.end(),
                                 [&](const auto& work) { return work.job == answer.id; });
    BRUSIO_ASSERT(at != pending.end());
    const session::PendingWork work = std::move(*at);
    pending.erase(at);
    const session::WorkResult result = session::work_result(answer.result);
    session::settle_work(stage_, work, result);
    if (Session* session = stage_.state.sessions.find(work.link)) {
        resume(*session, work.label);
        session::finish_work(stage_, *session, work, result);
        session::end_command(stage_);
        go_on(*session);
    }
    take_hash_turns();
}

void SessionDriver::resume(Session& session, std::string_view label) {
    BRUSIO_ASSERT(session.waiting_for_hasher);
    session.waiting_for_hasher = false;
    session.has_waited += stage_.now.mono - session.waiting_since;
    begin(session);
    stage_.replies.begin_command(label);
}

void SessionDriver::take_hash_turns() {
    // Who is refused goes on with what it said next, which may ask again.
    for (auto refused = session::take_hash_turns(stage_); !refused.empty();
         refused = session::take_hash_turns(stage_)) {
        for (const session::RefusedWork& work : refused) {
            Session* session = stage_.state.sessions.find(work.pending.link);
            if (session == nullptr) continue;
            resume(*session, work.pending.label);
            session::refuse_work(stage_, *session, work);
            session::end_command(stage_);
            go_on(*session);
        }
    }
}

void SessionDriver::store_answered(const QueryAnswer& answer) {
    auto& questions = stage_.state.questions;
    const auto at = std::find_if(questions.begin(), questions.end(), [&](const auto& question) {
        return question.query == answer.query;
    });
    if (at == questions.end()) return;  // whoever asked has gone
    const session::PendingQuestion asked = std::move(*at);
    questions.erase(at);
    Session* session = stage_.state.sessions.find(asked.link);
    BRUSIO_ASSERT(session != nullptr && session->registered());
    session->awaiting_store = false;
    begin(*session);
    session::finish_question(stage_, *session, asked, answer);
    go_on(*session);
    take_hash_turns();
}

void SessionDriver::link_drained(Session& session) {
    BRUSIO_ASSERT(session.awaiting_drain && session.info.kind == LinkKind::irc);
    session.awaiting_drain = false;
    session.answered_bytes = 0;
    session.heard_at = stage_.now.mono;  // who reads is there
    begin(session);
    session::send_next_piece(stage_, session);
    go_on(session);
    take_hash_turns();
}

void SessionDriver::go_on(Session& session) {
    const LinkId link = session.link;
    run_lines(session);
    finish();
    if (stage_.state.sessions.find(link) == nullptr) return;
    deadlines_.set_if_earlier(link, deadline_of(session));
}

MonoTime SessionDriver::silence_deadline(const Session& session) const {
    const bool plain = session.info.kind == LinkKind::plain;
    if (!session.registered()) {
        // The time to register stands still while the server is awaited.
        if (session.waiting_for_hasher) return session.waiting_since + forever;
        return session.opened_at + session.has_waited +
               (plain ? limits().plain_name_deadline : limits().registration_deadline);
    }
    // The plain protocol has no word to ask whether somebody is there; its transport does.
    if (plain) return session.heard_at + forever;
    return session.heard_at + (session.ping_sent ? limits().drop_after : limits().ping_after);
}

MonoTime SessionDriver::deadline_of(const Session& session) const {
    MonoTime due = silence_deadline(session);
    if (session.throttled) due = std::min(due, session::ready_at(session, limits()));
    if (session.chunks != nullptr && session.chunks->pending() && !session.throttled) {
        due = std::min(due, session.heard_at + limits().plain_quiet);
    }
    return due;
}

void SessionDriver::act_on_silence(Session& session) {
    if (!session.registered()) {
        session::register_step(stage_, session, session::RegistrationInput::deadline);
    } else if (session.info.kind == LinkKind::plain) {
        session.heard_at = stage_.now.mono;
    } else if (session.ping_sent) {
        session::end_session(stage_, session, CloseReason::ping_timeout, "Ping timeout");
    } else {
        session.ping_sent = true;
        stage_.replies.add(stage_.from_server("PING").add(stage_.server_name()));
    }
}

void SessionDriver::act_on_deadline(Session& session) {
    const MonoTime now = stage_.now.mono;
    begin(session);
    if (silence_deadline(session) <= now) act_on_silence(session);
    if (session.phase == Phase::closed) return finish();
    if (session.chunks != nullptr) {
        run_chunks(session);
        if (!session.throttled && session.chunks->pending() &&
            session.heard_at + limits().plain_quiet <= now) {
            // The link has been quiet: what it left open is a whole message.
            session::charge(session, session::talk_tokens, limits());
            if (const auto text = session.chunks->flush()) plain::take_text(stage_, session, *text);
        }
    } else if (session.throttled) {
        run_lines(session);
    }
    finish();
}

void SessionDriver::take_deadlines() {
    while (!deadlines_.empty() && deadlines_.first_due() <= stage_.now.mono) {
        const LinkId link = deadlines_.first_link();
        Session* session = stage_.state.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        if (deadline_of(*session) <= stage_.now.mono) act_on_deadline(*session);
        session = stage_.state.sessions.find(link);
        if (session != nullptr) deadlines_.set(link, deadline_of(*session));
    }
    take_hash_turns();
}

void SessionDriver::end_all(std::string_view reason) {
    std::vector<LinkId> links;
    stage_.state.sessions.for_each([&](const Session& session) { links.push_back(session.link); });
    for (const LinkId link : links) {
        Session* session = stage_.state.sessions.find(link);
        begin(*session);
        session::end_session_quietly(stage_, *session, CloseReason::server_stopping, reason);
        finish();
    }
}

}  // namespace brusio::engine
