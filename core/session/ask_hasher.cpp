#include "core/session/ask_hasher.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/login_guard.h"
#include "core/session/stage.h"

namespace brusio::session {

namespace {

/// Tries of one name at an address that knows it may go on waiting while they are slowed.
constexpr std::size_t slowed_alike_max = 2;

PendingWork begin_asking(Stage& stage, Session& session, WorkPurpose purpose) {
    BRUSIO_ASSERT(!session.waiting_for_hasher);  // what a link says next waits
    stage.replies.defer();
    session.waiting_for_hasher = true;
    session.waiting_since = stage.now.mono;
    return {HashJobId{++stage.state.hash_jobs_asked}, session.link,
            std::string{stage.replies.label()}, std::move(purpose),
            address_group(session.info.peer_address)};
}

/// So many that no thread of the hasher waits for this one.
std::size_t at_once_max(const Limits& limits) {
    constexpr std::size_t threads_if_unsaid = 2;
    return 2 * (limits.hash_threads_max == 0 ? threads_if_unsaid : limits.hash_threads_max);
}

bool is_for_program(const HashWork& work) { return std::holds_alternative<AskProgram>(work); }

bool has_room_for_hashes(const ServerState& state) {
    return state.hash_turns.running < at_once_max(state.config.limits);
}

bool has_room_for_programs(const ServerState& state) {
    return state.hash_turns.programs_running < state.config.limits.auth_programs_max;
}

void start(Stage& stage, WaitingWork waiting) {
    HashTurns& turns = stage.state.hash_turns;
    if (waiting.pending.login) stage.state.login_guard.begin(*waiting.pending.login);
    waiting.pending.by_program = is_for_program(waiting.work);
    ++(waiting.pending.by_program ? turns.programs_running : turns.running);
    stage.effects.hash_jobs.push_back({waiting.pending.job, std::move(waiting.work)});
    stage.state.pending.push_back(std::move(waiting.pending));
}

void refuse(std::vector<RefusedWork>& refused, std::vector<WaitingWork> waiting,
            const WorkResult& result) {
    for (WaitingWork& work : waiting) refused.push_back({std::move(work.pending), result});
}

/// What has waited for too long: for its guard's sake, or because so many were before it.
void refuse_late(Stage& stage, std::vector<RefusedWork>& refused) {
    HashTurns& turns = stage.state.hash_turns;
    const Duration most = stage.state.config.limits.login_wait_max;
    const MonoTime now = stage.now.mono;
    const auto oldest = turns.queue.oldest();
    if (!oldest || now < *oldest + most) return;
    for (WaitingWork& work :
         turns.queue.take_all([&](const WaitingWork& one) { return now >= one.since + most; })) {
        const bool is_slowed =
            work.pending.login &&
            stage.state.login_guard.judge(*work.pending.login, stage.state.config.limits, now)
                    .turn != LoginGuard::Turn::now;
        refused.push_back({std::move(work.pending),
                           is_slowed ? WorkResult{TooManyTries{}} : WorkResult{HasherBusy{}}});
    }
}

/// No more than may wait, the newest of the address that waits for most first.
void refuse_excess(Stage& stage, std::vector<RefusedWork>& refused) {
    HashQueue& queue = stage.state.hash_turns.queue;
    while (queue.size() > stage.state.config.limits.hash_jobs_waiting_max) {
        refused.push_back({queue.take_excess().pending, HasherBusy{}});
    }
}

/// Those that must never start any more. Of tries where the name is known the first still waits.
void refuse_hopeless(Stage& stage, std::vector<RefusedWork>& refused) {
    HashTurns& turns = stage.state.hash_turns;
    for (const LoginTry& worn_out : std::exchange(turns.worn_out, {})) {
        std::size_t kept = worn_out.known ? 1 : 0;
        refuse(refused, turns.queue.take_all([&](const WaitingWork& one) {
            const std::optional<LoginTry>& login = one.pending.login;
            if (!login || login->kind != worn_out.kind || login->name != worn_out.name ||
                login->known != worn_out.known) {
                return false;
            }
            if (worn_out.known) {
                if (login->address != worn_out.address) return false;
                return kept == 0 || --kept > 0;
            }
            return stage.state.login_guard.judge(*login, stage.state.config.limits, stage.now.mono)
                       .turn == LoginGuard::Turn::never;
        }),
               TooManyTries{});
    }
}

void start_next(Stage& stage) {
    HashTurns& turns = stage.state.hash_turns;
    const Limits& limits = stage.state.config.limits;
    turns.wake_at.reset();
    const auto may_start = [&](const WaitingWork& work) {
        const bool has_room = is_for_program(work.work) ? has_room_for_programs(stage.state)
                                                        : has_room_for_hashes(stage.state);
        if (!has_room) return false;
        if (!work.pending.login) return true;
        const auto verdict =
            stage.state.login_guard.judge(*work.pending.login, limits, stage.now.mono);
        if (verdict.at) turns.wake_at = std::min(turns.wake_at.value_or(*verdict.at), *verdict.at);
        return verdict.turn == LoginGuard::Turn::now;
    };
    while (has_room_for_hashes(stage.state) ||
           (stage.state.config.accounts.program_answers && has_room_for_programs(stage.state))) {
        auto next = turns.queue.take_next(may_start);
        if (!next) break;
        start(stage, std::move(*next));
    }
}

}  // namespace

void ask_hasher(Stage& stage, Session& session, HashWork work, WorkPurpose purpose) {
    PendingWork pending = begin_asking(stage, session, std::move(purpose));
    pending.is_quick = true;
    stage.effects.hash_jobs.push_back({pending.job, std::move(work)});
    stage.state.pending.push_back(std::move(pending));
}

void queue_for_hasher(Stage& stage, Session& session, HashWork work, WorkPurpose purpose) {
    HashTurns& turns = stage.state.hash_turns;
    turns.queue.add({begin_asking(stage, session, std::move(purpose)), std::move(work),
                     stage.now.mono, session.has_failed_to_log_in});
    turns.is_due = true;
}

void queue_for_hasher(Stage& stage, Session& session, HashWork work, WorkPurpose purpose,
                      LoginTry login) {
    HashTurns& turns = stage.state.hash_turns;
    PendingWork pending = begin_asking(stage, session, std::move(purpose));
    const LoginGuard::Verdict verdict =
        stage.state.login_guard.judge(login, stage.state.config.limits, stage.now.mono);
    const bool is_slowed = verdict.turn == LoginGuard::Turn::later && verdict.at;
    const bool too_many =
        verdict.turn == LoginGuard::Turn::never ||
        (is_slowed && login.known && turns.queue.count_alike(login) >= slowed_alike_max);
    turns.is_due = true;
    pending.login = std::move(login);
    if (too_many) return turns.refused.push_back({std::move(pending), TooManyTries{}});
    turns.queue.add(
        {std::move(pending), std::move(work), stage.now.mono, session.has_failed_to_log_in});
}

std::vector<RefusedWork> take_hash_turns(Stage& stage) {
    HashTurns& turns = stage.state.hash_turns;
    const auto next = next_hash_turns(stage.state);
    if (!turns.is_due && !(next && *next <= stage.now.mono)) return {};
    turns.is_due = false;
    std::vector<RefusedWork> refused = std::exchange(turns.refused, {});
    refuse_hopeless(stage, refused);
    refuse_late(stage, refused);
    start_next(stage);
    refuse_excess(stage, refused);
    return refused;
}

std::optional<MonoTime> next_hash_turns(const ServerState& state) {
    const HashTurns& turns = state.hash_turns;
    std::optional<MonoTime> next = turns.wake_at;
    if (const auto oldest = turns.queue.oldest()) {
        const MonoTime late = *oldest + state.config.limits.login_wait_max;
        next = std::min(next.value_or(late), late);
    }
    return next;
}

}  // namespace brusio::session
