#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/load/target.h"

namespace brusio::bench {

/// A folder of its own below the system's temporary one; readable by everybody, since a server
/// may run as somebody else. Gone with the object.
class TemporaryFolder {
 public:
    /// Throws std::system_error.
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Writes a file into the folder, gives its path back. Throws std::runtime_error.
    std::filesystem::path write(const std::string& name, const std::string& text) const;

 private:
    std::filesystem::path path_;
};

/// How a server is started.
struct LaunchPlan {
    /// Servers that refuse to run as root run as nobody if we are root.
    enum class RunAs : std::uint8_t { ourselves, nobody };

    std::vector<std::string> command;  // [0] is an absolute path
    std::filesystem::path log;         // stdout and stderr go here
    RunAs run_as = RunAs::ourselves;
    int cpu = -1;  // the only CPU it may use, -1: any
};

/// A child process that never outlives this object, nor (on Linux) our own process.
class ServerProcess {
 public:
    /// Throws std::system_error if it cannot be forked.
    explicit ServerProcess(LaunchPlan plan);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    [[nodiscard]] int pid() const { return pid_; }
    /// True while it has not ended.
    [[nodiscard]] bool running();
    /// What it has written so far.
    [[nodiscard]] std::string output() const;
    /// Waits until it accepts links at `target`. Throws std::runtime_error with the end of its
    /// output if it ends or `deadline_ns` passes.
    void wait_until_accepting(const Target& target, std::int64_t deadline_ns);
    /// Waits until its output names an irc:// address, gives it back. Throws as above.
    Target wait_for_address(std::int64_t deadline_ns);

 private:
    void fail_if_over(std::int64_t deadline_ns, const char* what);

    LaunchPlan plan_;
    int pid_ = -1;
};

/// A port of the loopback that nobody listens on now.
std::uint16_t free_port();

}  // namespace brusio::bench
