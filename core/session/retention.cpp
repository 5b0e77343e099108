#include "core/session/retention.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

// A log that grows is trimmed after so many entries, by a few times as many.
constexpr std::uint64_t grown_entries = 64;
constexpr std::uint32_t grown_trim_max = 256;
// The others are looked through at this pace, so many logs and entries at a time.
constexpr Duration round_pause = std::chrono::minutes{1};
constexpr std::size_t round_logs_max = 256;
constexpr std::uint32_t round_entries_max = 20'000;

bool keeps_everything(const Limits& limits) {
    return limits.messages_per_conversation_max == 0 && limits.message_age_max == Duration{0};
}

TrimLog trim_of(const Stage& stage, ConversationId conversation, std::uint64_t seq_last,
                std::uint32_t count_max) {
    const Limits& limits = stage.state.config.limits;
    TrimLog trim{conversation};
    trim.count_max = count_max;
    const std::uint64_t kept_max = limits.messages_per_conversation_max;
    if (kept_max != 0 && seq_last > kept_max) trim.seq_first = seq_last - kept_max + 1;
    if (limits.message_age_max != Duration{0}) {
        const auto age =
            std::chrono::duration_cast<std::chrono::milliseconds>(limits.message_age_max);
        trim.time_first = WallTime{stage.now.wall.unix_ms - age.count()};
    }
    return trim;
}

/// A trim that asks for nothing.
bool is_idle(const TrimLog& trim) { return trim.seq_first <= 1 && trim.time_first == WallTime{}; }

/// The next logs behind `after` in the order of their ids, with where each ends.
using LogEnds = std::vector<std::pair<ConversationId, std::uint64_t>>;
LogEnds logs_behind(const ServerState& state, ConversationId after) {
    LogEnds logs;
    const auto note = [&](ConversationId id, const room::LogHead& log) {
        if (id > after && log.seq() > 1) logs.emplace_back(id, log.seq());
    };
    state.roster.for_each_room(
        [&](const room::Room& room) { note(room.conversation(), room.log()); });
    state.pairs.for_each([&](const Pair& pair) { note(pair.record.id, pair.log); });
    const auto count = static_cast<std::ptrdiff_t>(std::min(round_logs_max, logs.size()));
    std::partial_sort(logs.begin(), logs.begin() + count, logs.end());
    logs.resize(static_cast<std::size_t>(count));
    return logs;
}

}  // namespace

void begin_retention(ServerState& state, MonoTime now) {
    if (keeps_everything(state.config.limits)) {
        state.retention.due.reset();
    } else if (!state.retention.due) {
        state.retention.due = now + round_pause;
    }
}

void trim_grown_log(Stage& stage, ConversationId conversation, const room::LogHead& log) {
    BRUSIO_ASSERT(log.seq() > 0);
    if (log.seq() % grown_entries != 0 || keeps_everything(stage.state.config.limits)) return;
    const TrimLog trim = trim_of(stage, conversation, log.seq(), grown_trim_max);
    if (!is_idle(trim)) stage.effects.writes.emplace_back(trim);
}

void trim_next_logs(Stage& stage) {
    RetentionRound& round = stage.state.retention;
    round.due.reset();
    begin_retention(stage.state, stage.now.mono);
    if (!round.due || stage.state.store_health != StoreHealth::accepting) return;
    const LogEnds logs = logs_behind(stage.state, round.after);
    round.after = logs.size() < round_logs_max ? ConversationId{} : logs.back().first;
    for (const auto& [conversation, seq_last] : logs) {
        const auto count_max = static_cast<std::uint32_t>(round_entries_max / logs.size());
        const TrimLog trim = trim_of(stage, conversation, seq_last, count_max);
        if (!is_idle(trim)) stage.effects.writes.emplace_back(trim);
    }
}

}  // namespace brusio::session
