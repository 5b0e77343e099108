#include "bench/load/process_meter.h"

#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

namespace brusio::bench {
namespace {

constexpr std::int64_t meter_ns_per_second = 1'000'000'000;

std::string proc_path(int pid, const char* name) {
    return "/proc/" + std::to_string(pid) + "/" + name;
}

std::int64_t threads_runtime_ns(int pid) {
    std::int64_t sum = 0;
    std::error_code error;
    for (const auto& task : std::filesystem::directory_iterator(proc_path(pid, "task"), error)) {
        std::ifstream file{task.path() / "schedstat"};
        std::int64_t runtime = 0;
        if (file >> runtime) sum += runtime;
    }
    return sum;
}

/// Fills user and kernel time from fields 14 and 15 (proc(5)).
void read_ticks(int pid, CpuUse& use) {
    std::ifstream file{proc_path(pid, "stat")};
    std::string line;
    std::getline(file, line);
    const std::size_t name_end = line.rfind(')');
    if (name_end == std::string::npos) return;
    std::istringstream fields{line.substr(name_end + 1)};
    std::string skipped;
    for (int field = 3; field < 14; ++field) fields >> skipped;
    std::int64_t user = 0;
    std::int64_t kernel = 0;
    fields >> user >> kernel;
    const std::int64_t ns_per_tick = meter_ns_per_second / ::sysconf(_SC_CLK_TCK);
    use.user_ns = user * ns_per_tick;
    use.kernel_ns = kernel * ns_per_tick;
}

}  // namespace

CpuUse CpuUse::since(const CpuUse& earlier) const {
    return {precise_ns - earlier.precise_ns, threads_ns - earlier.threads_ns,
            user_ns - earlier.user_ns, kernel_ns - earlier.kernel_ns};
}

std::optional<CpuUse> ProcessMeter::cpu() const {
    clockid_t clock{};
    timespec time{};
    if (pid_ <= 0 || ::clock_getcpuclockid(pid_, &clock) != 0) return std::nullopt;
    if (::clock_gettime(clock, &time) != 0) return std::nullopt;
    CpuUse use;
    use.precise_ns = static_cast<std::int64_t>(time.tv_sec) * meter_ns_per_second + time.tv_nsec;
    use.threads_ns = threads_runtime_ns(pid_);
    read_ticks(pid_, use);
    return use;
}

std::optional<std::int64_t> ProcessMeter::resident_bytes() const {
    if (pid_ <= 0) return std::nullopt;
    std::ifstream file{proc_path(pid_, "smaps_rollup")};
    std::string key;
    std::int64_t kib = 0;
    while (file >> key) {
        if (key == "Rss:" && file >> kib) return kib * 1024;
    }
    return std::nullopt;
}

}  // namespace brusio::bench
