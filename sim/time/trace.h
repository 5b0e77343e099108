#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "sim/time/event_queue.h"

namespace brusio::sim {

/// One event as it went by. `text` lives for the call only.
struct TraceRow {
    std::uint64_t number = 0;  // counts from 1
    MonoTime at;
    EventKind kind = EventKind::server_deadline;
    std::uint32_t subject = 0;
    std::uint64_t detail = 0;
    std::string_view text;  // the bytes that moved; empty if none did
};

/// Gets every event of a run: a file, a test, the search for a divergence.
class TraceSink {
 public:
    virtual ~TraceSink() = default;
    virtual void row(const TraceRow& row) = 0;
};

/// A 64-bit digest of bytes: equal on every machine, quick, not for secrets.
[[nodiscard]] std::uint64_t digest(std::string_view bytes);

/// The fingerprint of a run: a rolling hash over every event with its time, kind, ids and bytes,
/// and a checkpoint each 1,024 events by which two runs find where they parted.
class Trace {
 public:
    static constexpr std::uint64_t checkpoint_events = 1024;

    void add(MonoTime at, EventKind kind, std::uint32_t subject, std::uint64_t detail,
             std::string_view text = {});

    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    [[nodiscard]] std::uint64_t event_count() const { return count_; }
    /// One hash for each full 1,024 events.
    [[nodiscard]] const std::vector<std::uint64_t>& checkpoints() const { return checkpoints_; }

    /// From now on every row also goes to `sink`; null stops it. The sink outlives the trace.
    void copy_to(TraceSink* sink) { sink_ = sink; }

 private:
    std::uint64_t hash_ = 0;
    std::uint64_t count_ = 0;
    std::vector<std::uint64_t> checkpoints_;
    TraceSink* sink_ = nullptr;
};

/// The events (first, last], counted from 1, within which two runs parted; none if they did not.
struct TraceSpan {
    std::uint64_t after = 0;
    std::uint64_t upto = 0;
};
[[nodiscard]] std::optional<TraceSpan> diverging_span(const Trace& a, const Trace& b);

/// Keeps the rows of one span as text, to lay two runs side by side.
class SpanRecorder : public TraceSink {
 public:
    explicit SpanRecorder(TraceSpan span) : span_(span) {}
    void row(const TraceRow& row) override;
    [[nodiscard]] const std::vector<std::string>& rows() const { return rows_; }

 private:
    TraceSpan span_;
    std::vector<std::string> rows_;
};

/// One row for people: "#17 12.345678901s up_arrives 4:0 \"JOIN #a\"".
[[nodiscard]] std::string to_text(const TraceRow& row);
/// One row for programs: a JSON object without a newline.
[[nodiscard]] std::string to_json(const TraceRow& row);
[[nodiscard]] std::string_view name_of(EventKind kind);

}  // namespace brusio::sim
