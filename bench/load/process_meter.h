#pragma once

#include <cstdint>
#include <optional>

namespace brusio::bench {

/// CPU time that a process has used, all threads, those that ended included.
struct CpuUse {
    std::int64_t precise_ns = 0;  // the process's own CPU clock
    std::int64_t threads_ns = 0;  // sum of /proc/PID/task/*/schedstat: living threads alone
    std::int64_t user_ns = 0;     // /proc/PID/stat, in ticks of 10 ms
    std::int64_t kernel_ns = 0;   // the same

    [[nodiscard]] CpuUse since(const CpuUse& earlier) const;
};

/// Reads what one process of this machine uses. `pid` 0 means nobody: every answer is then empty.
class ProcessMeter {
 public:
    explicit ProcessMeter(int pid) : pid_(pid) {}

    /// Nothing if there is no such process.
    [[nodiscard]] std::optional<CpuUse> cpu() const;
    /// Resident memory in bytes, from /proc/PID/smaps_rollup; nothing if it cannot be read.
    [[nodiscard]] std::optional<std::int64_t> resident_bytes() const;

 private:
    int pid_;
};

}  // namespace brusio::bench
