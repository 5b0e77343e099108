#include "core/session/command_costs.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/session/multiline.h"
#include "core/session/stage.h"
#include "core/wire/line.h"

namespace brusio::session {

namespace {

/// The most that a message of several lines costs, and thus may owe.
std::uint32_t batch_tokens(const Limits& limits) {
    return static_cast<std::uint32_t>(limits.multiline_lines_max) /
               limits.multiline_lines_per_token +
           1;
}

bool has_open_batch(const Session& session) {
    return session.batch != nullptr && !session.batch->refused;
}

std::uint32_t targets_of(const wire::Line& line) {
    const std::string_view targets = line.param(0);
    return static_cast<std::uint32_t>(std::count(targets.begin(), targets.end(), ',')) + 1;
}

/// MODE with one parameter or a list's letter alone asks; with more it may change something.
bool only_asks(const CommandRow& row, const wire::Line& line) {
    return row.charging == Charging::question || (row.name == "MODE" && line.params_count <= 2);
}

/// Is this one of the questions that a client asks when it comes back? Counts it if so.
bool take_return_answer(const Stage& stage, Session& session) {
    const Limits& limits = stage.state.config.limits;
    const room::User* user = stage.state.roster.find_user(session.user);
    if (user == nullptr || stage.now.mono >= session.opened_at + limits.return_window) return false;
    if (session.return_answers >= user->rooms().size() * limits.return_answers_per_room) {
        return false;
    }
    ++session.return_answers;
    return true;
}

/// Do others hear of it although nothing was said?
bool is_announced(const CommandRow& row, const wire::Line& line) {
    if (row.charging == Charging::metadata) {
        return wire::equals_command(line.param(1), "SET") ||
               wire::equals_command(line.param(1), "CLEAR");
    }
    return row.charging == Charging::announced || row.charging == Charging::announced_per_target;
}

}  // namespace

TokenRate command_rate(const Limits& limits) {
    constexpr std::uint32_t seconds_per_minute = 60;
    return {limits.command_burst_tokens, limits.command_tokens_per_second * seconds_per_minute};
}

TokenRate announcement_rate(const Limits& limits) {
    const bool is_limited = limits.command_tokens_per_second > 0;
    return {limits.announcement_burst_tokens,
            is_limited ? limits.announcement_tokens_per_minute : 0};
}

bool is_ready(Session& session, const Limits& limits, MonoTime now) {
    const std::uint32_t credit = has_open_batch(session) ? batch_tokens(limits) : 0;
    return session.throttle.ready(command_rate(limits), now, credit) &&
           session.announcements.ready(announcement_rate(limits), now);
}

MonoTime ready_at(const Session& session, const Limits& limits) {
    return std::max(session.throttle.ready_at(command_rate(limits)),
                    session.announcements.ready_at(announcement_rate(limits)));
}

void charge(Session& session, std::uint32_t tokens, const Limits& limits) {
    session.throttle.charge(tokens, command_rate(limits));
}

void charge_command(const Stage& stage, Session& session, const CommandRow& row,
                    const wire::Line& line) {
    const Limits& limits = stage.state.config.limits;
    if (has_open_batch(session) && is_of_batch(session, line)) {
        return session.throttle.charge_part(limits.multiline_lines_per_token, command_rate(limits));
    }
    if (only_asks(row, line) && take_return_answer(stage, session)) return;
    const bool each =
        row.charging == Charging::per_target || row.charging == Charging::announced_per_target;
    charge(session, row.cost * (each ? targets_of(line) : 1), limits);
    if (session.registered() && is_announced(row, line)) {
        session.announcements.charge(1, announcement_rate(limits));
    }
}

}  // namespace brusio::session
