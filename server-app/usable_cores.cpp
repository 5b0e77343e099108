#include "server-app/usable_cores.h"

#include <sched.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <thread>

namespace brusio::server {

namespace {

std::size_t cores_to_run_on() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0) {
        return static_cast<std::size_t>(CPU_COUNT(&set));
    }
    return std::max(1U, std::thread::hardware_concurrency());  // more than a cpu_set_t holds
}

/// The line "0::/a/b" of /proc/self/cgroup; empty if there is none.
std::string own_group() {
    std::ifstream file("/proc/self/cgroup");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("0::")) return line.substr(3);
    }
    return {};
}

/// `cpu.max` has two numbers, "$MAX $PERIOD" in microseconds; the first may be "max".
std::size_t cores_in_file(const std::filesystem::path& path, std::size_t most) {
    std::ifstream file(path);
    std::uint64_t quota = 0;
    std::uint64_t period = 0;
    if (!(file >> quota >> period) || quota == 0 || period == 0) return most;
    return static_cast<std::size_t>(std::max<std::uint64_t>(1, quota / period));
}

}  // namespace

std::size_t cores_of_group(const std::filesystem::path& root, std::string_view group,
                           std::size_t most) {
    std::size_t cores = most;
    while (group.size() > 1) {
        cores = std::min(cores, cores_in_file(root / group.substr(1) / "cpu.max", most));
        group = group.substr(0, group.rfind('/'));
    }
    // A container sees its own group as the root, which has the file there alone.
    return std::min(cores, cores_in_file(root / "cpu.max", most));
}

std::size_t usable_cores() {
    return std::max<std::size_t>(1,
                                 cores_of_group("/sys/fs/cgroup", own_group(), cores_to_run_on()));
}

std::size_t hash_threads_for(std::size_t cores) { return std::clamp<std::size_t>(cores / 2, 2, 8); }

}  // namespace brusio::server
