#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/load/process_meter.h"
#include "bench/load/stream_checker.h"
#include "bench/load/swarm.h"

namespace brusio::bench {

/// People who come and go while others watch. Links 0 .. watchers-1 are in the room, the
/// `churners` after them are not.
struct ChurnPlan {
    std::uint32_t watchers = 1'000;
    std::uint32_t churners = 10;
    std::uint32_t depth = 4;  // JOIN and PART pairs of a churner that may be under way
    double warm_up_seconds = 0.5;
    double seconds = 3;
    std::string room = "#bench";
    std::string nick_prefix = "b";
};

struct ChurnResult {
    std::uint64_t pairs = 0;  // one JOIN and one PART each
    std::uint64_t lines = 0;  // JOIN and PART lines that reached anybody; names not counted
    double seconds = 0;
    DeliveryFaults faults;  // every watcher must see JOIN, PART, JOIN, ... of each churner
    CpuUse server_cpu;
};

/// Lets churners join and part, and checks what every watcher sees of each.
class Churn : public SwarmEvents {
 public:
    Churn(Swarm& swarm, const ChurnPlan& plan, const ProcessMeter& server);

    /// Warms up, measures, waits until all has arrived or nothing more comes for five seconds.
    ChurnResult run();

    void line_arrived(std::uint32_t link, std::string_view line, std::int64_t at_ns) override;
    /// Throws std::runtime_error: nobody should lose a link here.
    void link_ended(std::uint32_t link, std::string_view why) override;

 private:
    struct Churner {
        std::uint32_t started = 0;  // pairs
        std::uint64_t due = 0;      // lines that watchers must have seen of it in all
        std::uint64_t seen = 0;     // lines that they have seen
    };

    void churn_for(double seconds);
    void start_pairs(std::uint32_t churner);
    [[nodiscard]] bool all_seen() const;
    void seen_by_watcher(std::uint32_t watcher, std::uint32_t churner, bool is_part);
    [[nodiscard]] std::uint32_t churner_named(std::string_view nick) const;

    Swarm& swarm_;
    ChurnPlan plan_;
    const ProcessMeter& server_;
    StreamChecker checker_;
    std::vector<Churner> churners_;
    std::vector<std::uint32_t> next_line_;  // by watcher and churner: how many lines it has seen
    ChurnResult result_;
    std::string pair_text_;
    bool stopping_ = false;
    bool recording_ = false;
};

}  // namespace brusio::bench
