#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace brusio::test {

/// How long a test waits for what must happen before it calls it missing, in milliseconds.
constexpr int patience_ms = 20'000;

/// The real brusiod as a child process. Its log is read through a pipe.
class ServerProcess {
 public:
    struct Ended {
        int exit_code = -1;  // -1: by a signal
        std::string out;
        std::string err;
    };

    /// Starts brusiod with free ports for both protocols and `options` besides, and waits until it
    /// listens. It keeps nothing unless the options say where.
    explicit ServerProcess(const std::vector<std::string>& options = {});
    /// Kills it if it still runs.
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    [[nodiscard]] std::uint16_t irc_port() const { return irc_port_; }
    [[nodiscard]] std::uint16_t plain_port() const { return plain_port_; }
    [[nodiscard]] pid_t pid() const { return pid_; }
    void signal(int number) const;
    /// Waits until the log has `text`; false if it does not come.
    [[nodiscard]] bool logs(std::string_view text);
    [[nodiscard]] const std::string& log() const { return log_; }
    /// Waits for the end; gives the exit code, -1 if it came by a signal or did not come.
    int wait();

    /// Runs brusiod to its end, with `input` on its standard input.
    static Ended run(const std::vector<std::string>& options, std::string_view input = {});

 private:
    bool read_log();
    [[nodiscard]] std::uint16_t port_of(std::string_view scheme) const;

    pid_t pid_ = -1;
    int log_descriptor_ = -1;
    std::string log_;
    std::uint16_t irc_port_ = 0;
    std::uint16_t plain_port_ = 0;
};

}  // namespace brusio::test
