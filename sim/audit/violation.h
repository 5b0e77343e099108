#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "sim/time/event_queue.h"
#include "sim/time/trace.h"

namespace brusio::sim {

/// Where in a run something happened.
struct EventRef {
    std::uint64_t number = 0;  // of the trace, counts from 1; 0: before the first
    MonoTime at;
};

/// What else happened that makes it wrong.
struct Cause {
    EventRef event;
    std::string what;
};

/// One broken promise: which oracle says so, the first event that shows it, and the two events
/// that do not go together.
struct Violation {
    std::string_view oracle;  // "O6"; see docs/simulator.md
    std::string what;
    EventRef at;
    Cause first;
    Cause second;
};

/// Several lines for people, without the line that replays the run.
[[nodiscard]] std::string to_text(const Violation& violation);

/// Where the oracles put what they find, and how they know when it is.
class Findings {
 public:
    Findings(const EventQueue& events, const Trace& trace) : events_(events), trace_(trace) {}

    [[nodiscard]] EventRef here() const { return {trace_.event_count(), events_.mono()}; }
    void add(std::string_view oracle, std::string what, Cause first, Cause second);
    [[nodiscard]] const std::vector<Violation>& all() const { return all_; }
    /// How many there were in all; the list keeps the first few.
    [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
    static constexpr std::size_t kept_max = 50;

    const EventQueue& events_;
    const Trace& trace_;
    std::vector<Violation> all_;
    std::uint64_t count_ = 0;
};

}  // namespace brusio::sim
