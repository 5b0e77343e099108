#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "sim/audit/violation.h"
#include "sim/time/trace.h"
#include "sim/weather/line_filter.h"
#include "sim/weather/weather.h"
#include "sim/world/reach.h"
#include "sim/world/taps.h"

namespace brusio::sim {

/// One run: who, how long, through what.
struct RunOptions {
    std::uint64_t seed = 1;
    std::uint32_t users = 20;
    std::uint32_t rooms = 2;
    Duration span = std::chrono::minutes{10};
    Weather weather;
    /// What stands on everybody's lines; empty: nothing.
    LineFilterMaker filters;
    /// Gets every event; null: nobody.
    TraceSink* sink = nullptr;
    /// Lies that tests plant; see SimServer::Parts.
    TransportFilter* before_ear = nullptr;
    TransportFilter* behind_ear = nullptr;
    StoreFilter* before_store_ear = nullptr;
    StoreFilter* behind_store_ear = nullptr;
};

enum class Verdict : std::uint8_t {
    pass,
    violated,  // an oracle says that a promise was broken
    unknown,   // nobody said or heard anything: nothing was tested
};

/// What a run was and what came out of it.
struct RunReport {
    RunOptions options;
    Verdict verdict = Verdict::unknown;
    Trace trace;  // hash, count of events, checkpoints
    Reach reach;
    std::uint64_t messages_sent = 0;       // room and private
    std::uint64_t messages_delivered = 0;  // to clients, each copy
    std::size_t send_queue_bytes_peak = 0;
    Duration virtual_span{0};           // settling and leaving included
    std::vector<Violation> violations;  // the first few
    std::uint64_t violation_count = 0;
};

/// People arrive, act for `span` under the weather, the sky clears, everybody comes back, the
/// oracles judge, everybody leaves, the oracles judge again. The same options give the same report.
[[nodiscard]] RunReport run_once(const RunOptions& options);

/// The command line that makes this run again.
[[nodiscard]] std::string replay_line(const RunOptions& options);

/// Where two runs of what should be one run parted; none if they did not. `run` makes the run and
/// gives every event to the sink it is handed.
[[nodiscard]] std::optional<std::string> first_divergence(
    const std::function<Trace(TraceSink*)>& run);

/// "90s", "10m", "1h30m", "250ms"; none if it is not a time or not above zero.
[[nodiscard]] std::optional<Duration> duration_from(std::string_view text);
/// The shortest such text.
[[nodiscard]] std::string duration_text(Duration span);

}  // namespace brusio::sim
