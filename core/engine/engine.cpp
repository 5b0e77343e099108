#include "core/engine/engine.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/engine/session_driver.h"
#include "core/plain/plain.h"
#include "core/session/accounts/mail_tokens.h"
#include "core/session/accounts/presence.h"
#include "core/session/accounts/restoring.h"
#include "core/session/accounts/stay_choice.h"
#include "core/session/accounts/staying.h"
#include "core/session/accounts/suspension.h"
#include "core/session/ask_hasher.h"
#include "core/session/isupport_tokens.h"
#include "core/session/offer_news.h"
#include "core/session/oper_login.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/ban_check.h"
#include "core/session/operators/server_notices.h"
#include "core/session/retention.h"
#include "core/session/room_keeping.h"
#include "core/session/room_opening.h"

namespace brusio::engine {

using session::Session;

class Engine::Impl {
 public:
    Impl(EngineConfig config, Now now)
        : state(std::move(config.server), config.epoch, std::move(config.skeleton_of)),
          stage(state, effects, plain::encode_plain),
          driver(stage) {
        state.keyed_hash = std::move(config.keyed_hash);
        state.draw_secret = std::move(config.draw_secret);
        state.queue_bytes_of = std::move(config.queue_bytes_of);
        check_config();
        state.started = now.wall;
        state.conversations_made = config.kept.conversation_last.value;
        state.accounts.restore(config.kept.accounts, config.kept.account_last);
        session::restore_rooms(state, config.kept.rooms, now.mono);
        state.presences.restore(config.kept.presences);
        state.private_notes.restore(config.kept.private_notes);
        session::restore_memberships(state, config.kept, now);
        session::begin_retention(state, now.mono);
        state.pairs.restore(config.kept.pairs);
        state.read_markers.restore(config.kept.read_markers);
        state.contacts.restore(config.kept.contacts);
        state.bans.restore(config.kept.bans);
        state.mail_book.restore(config.kept.unverified_accounts, config.kept.mail_tokens);
        stage.begin_input(now);
        session::drop_former_memberships(stage, config.kept.memberships);
        session::begin_absences(stage);
        session::schedule_ban_ends(stage);
        session::schedule_suspension_ends(stage);
        session::schedule_mail_ends(stage);
        session::report_shut_rooms(stage);
    }

    /// The program around us brings what the configuration needs.
    void check_config() const {
        const bool mails = session::uses_email(stage);
        BRUSIO_ASSERT(state.keyed_hash != nullptr || !(state.config.cloaks.enabled || mails));
        BRUSIO_ASSERT(state.draw_secret != nullptr || !mails);
    }

    session::ServerState state;
    session::Effects effects;
    session::Stage stage;
    SessionDriver driver;
    std::vector<session::DeskAnswer> desk_answers;
    bool stopping = false;
};

Engine::Engine(EngineConfig config, Now now)
    : impl_(std::make_unique<Impl>(std::move(config), now)) {}
Engine::~Engine() = default;

void Engine::handle_link_opened(LinkId link, const LinkInfo& info, Now now) {
    impl_->stage.begin_input(now);
    if (impl_->stopping) {
        impl_->effects.outputs.push_back(Close{link, CloseReason::server_stopping});
        return;
    }
    impl_->driver.open(link, info);
}

void Engine::handle_bytes(LinkId link, std::string_view bytes, Now now) {
    BRUSIO_ASSERT(!bytes.empty());
    Session* session = impl_->state.sessions.find(link);
    if (session == nullptr) return;
    impl_->stage.begin_input(now);
    impl_->driver.take_bytes(*session, bytes);
}

void Engine::handle_link_closed(LinkId link, CloseReason reason, Now now) {
    Session* session = impl_->state.sessions.find(link);
    if (session == nullptr) return;
    impl_->stage.begin_input(now);
    impl_->driver.link_gone(*session, reason);
}

void Engine::handle_link_drained(LinkId link, Now now) {
    Session* session = impl_->state.sessions.find(link);
    if (session == nullptr) return;
    impl_->stage.begin_input(now);
    impl_->driver.link_drained(*session);
}

void Engine::handle_hash_answer(const HashAnswer& answer, Now now) {
    impl_->stage.begin_input(now);
    impl_->driver.hash_answered(answer);
}

void Engine::handle_mail_answer(const MailAnswer& answer, Now now) {
    impl_->stage.begin_input(now);
    HostEvent event;
    event.kind = answer.fault.empty() ? HostEventKind::mail_sent : HostEventKind::mail_failed;
    event.account = answer.about;
    event.reason = answer.fault;
    impl_->effects.events.push_back(std::move(event));
}

void Engine::handle_store_reply(const QueryAnswer& answer, Now now) {
    BRUSIO_ASSERT(answer.query);
    impl_->stage.begin_input(now);
    impl_->driver.store_answered(answer);
}

void Engine::handle_store_health(StoreHealth health, Now now) {
    impl_->stage.begin_input(now);
    impl_->state.store_health = health;
    if (health == StoreHealth::accepting) session::save_late_presences(impl_->stage);
}

void Engine::handle_reload(Result<session::ServerConfig, std::string> config, Now now,
                           std::string_view note) {
    impl_->stage.begin_input(now);
    session::ServerState& state = impl_->state;
    std::string news = "The configuration was read again";
    if (!note.empty()) news.append("; ").append(note);
    if (config.ok()) {
        session::OfferedBefore before;
        before.config = std::exchange(state.config, std::move(config).value());
        impl_->check_config();
        state.roster.set_limits(state.config.limits);
        state.monitor.set_entries_max(state.config.limits.monitor_entries_max);
        before.isupport = std::exchange(state.isupport, session::isupport_tokens(state.config));
        session::tell_offer_news(impl_->stage, before);
        session::begin_retention(state, now.mono);
        session::demote_former_operators(impl_->stage);
        session::follow_stay_rules(impl_->stage, before.config.accounts);
        state.hash_turns.is_due = true;  // there may be more room now
    } else {
        news = "The configuration stays as it was: " + config.error();
    }
    state.roster.for_each_user([&](const room::User& user) {
        if (!user.is(room::UserFlag::server_operator)) return;
        session::Draft notice = impl_->stage.from_server("NOTICE");
        notice.add(user.nick()).text(news);
        impl_->stage.fanout.to_user(user, notice);
    });
}

void Engine::handle_desk(const session::DeskRequest& request, Now now) {
    impl_->stage.begin_input(now);
    impl_->desk_answers.push_back(session::serve_desk(impl_->stage, request));
    impl_->driver.let_ended_go();
}

void Engine::handle_stop(std::string_view reason, Now now) {
    impl_->stage.begin_input(now);
    impl_->stopping = true;
    impl_->driver.end_all(reason);
}

void Engine::handle_deadline(Now now) {
    impl_->stage.begin_input(now);
    impl_->driver.take_deadlines();
    const auto& rooms_wait_until = impl_->state.rooms_wait_until;
    if (rooms_wait_until && now.mono >= *rooms_wait_until) session::end_waiting_rooms(impl_->stage);
    const auto& trim_due = impl_->state.retention.due;
    if (trim_due && now.mono >= *trim_due) session::trim_next_logs(impl_->stage);
    const auto& bans_due = impl_->state.bans_due;
    if (bans_due && now.mono >= *bans_due) session::end_bans(impl_->stage);
    const auto& resume_due = impl_->state.suspensions_due;
    if (resume_due && now.mono >= *resume_due) session::end_suspensions(impl_->stage);
    const auto& mail_due = impl_->state.mail_due;
    if (mail_due && now.mono >= *mail_due) session::end_mail_waits(impl_->stage);
    const auto& audit_due = impl_->state.audit_trim_due;
    if (audit_due && now.mono >= *audit_due) session::trim_audit(impl_->stage);
    session::send_notices(impl_->stage);
}

std::optional<MonoTime> Engine::next_deadline() const {
    const DeadlineQueue& deadlines = impl_->driver.deadlines();
    std::optional<MonoTime> next;
    if (!deadlines.empty()) next = deadlines.first_due();
    const session::ServerState& state = impl_->state;
    for (const auto& chore : {state.rooms_wait_until, state.retention.due, state.bans_due,
                              state.suspensions_due, state.mail_due, state.audit_trim_due,
                              session::next_hash_turns(state), session::next_notices(state)}) {
        if (chore) next = std::min(next.value_or(*chore), *chore);
    }
    return next;
}

bool Engine::has_batch() const {
    const session::Effects& effects = impl_->effects;
    return !effects.outputs.empty() || !effects.writes.empty() || !effects.hash_jobs.empty() ||
           !effects.questions.empty() || !effects.events.empty() || !effects.mails.empty() ||
           effects.reload_requested || !impl_->desk_answers.empty();
}

void Engine::take_batch(Batch& batch) {
    session::Effects& effects = impl_->effects;
    BRUSIO_ASSERT(effects.endings.empty());
    batch.writes.clear();
    batch.questions.clear();
    batch.hash_jobs.clear();
    batch.outputs.clear();
    batch.events.clear();
    batch.desk_answers.clear();
    batch.mails.clear();
    batch.writes.swap(effects.writes);
    batch.questions.swap(effects.questions);
    batch.hash_jobs.swap(effects.hash_jobs);
    batch.outputs.swap(effects.outputs);
    batch.events.swap(effects.events);
    batch.mails.swap(effects.mails);
    batch.desk_answers.swap(impl_->desk_answers);
    batch.reload_requested = std::exchange(effects.reload_requested, false);
}

EngineCounts Engine::counts() const {
    const room::Counts counts = impl_->state.roster.counts();
    return {impl_->state.sessions.size(), counts.users, counts.rooms, impl_->state.messages_said};
}

const session::ServerConfig& Engine::config() const { return impl_->state.config; }

void Engine::check_invariants() const {
    const session::ServerState& state = impl_->state;
    state.roster.check_invariants();
    state.accounts.check_invariants();
    state.login_guard.check_invariants();
    state.hash_turns.queue.check_invariants();
    const std::size_t running = state.hash_turns.running + state.hash_turns.programs_running;
    BRUSIO_ASSERT(state.login_guard.under_way() <= running && running <= state.pending.size());
    state.mail_book.check_invariants();
    state.mail_guard.check_invariants();
    state.pairs.check_invariants();
    state.devices.check_invariants();
    state.read_markers.check_invariants();
    state.presences.check_invariants();
    state.private_notes.check_invariants();
    state.bans.check_invariants();
    state.contacts.check_invariants();
    for (const auto& [id, reader] : state.notices) {
        const room::User* user = state.roster.find_user(id);
        BRUSIO_ASSERT(user != nullptr && user->is(room::UserFlag::server_notices));
    }
    impl_->driver.deadlines().check_invariants();
    std::size_t attached = 0;
    state.sessions.for_each([&](const Session& session) {
        BRUSIO_ASSERT(session.phase != session::Phase::closed);
        BRUSIO_ASSERT(session.registered() == static_cast<bool>(session.user));
        BRUSIO_ASSERT(session.long_replies.empty() || session.awaiting_drain);
        if (session.user) ++attached;
    });
    state.roster.for_each_user([&](const room::User& user) {
        BRUSIO_ASSERT(!user.links().empty() || session::stays(state, user));
        BRUSIO_ASSERT(!user.links().empty() || !user.rooms().empty());
        const AccountId account = user.profile.account_id;
        BRUSIO_ASSERT(!account || session::user_of_account(state, account) == &user);
        for (const LinkId link : user.links()) {
            const Session* session = state.sessions.find(link);
            BRUSIO_ASSERT(session != nullptr && session->user == user.id());
            --attached;
        }
    });
    BRUSIO_ASSERT(attached == 0);
}

}  // namespace brusio::engine
