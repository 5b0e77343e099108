#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/time.h"

namespace brusio::server {

/// A program to run once. It gets its input on stdin and is read on stdout; stderr goes nowhere,
/// the working directory is /, no descriptor of ours is open there, and its environment is PATH,
/// LANG and what is said here. No shell is between.
struct ChildProgram {
    std::vector<std::string> command;      // an absolute path, then the arguments
    std::vector<std::string> environment;  // "NAME=value" each
    std::string input;
    Duration time_max{};
    std::size_t output_bytes_max = 0;
};

/// How it ended.
struct ChildResult {
    enum class End : std::uint8_t {
        exited,       // by itself
        killed,       // by somebody's signal
        out_of_time,  // we have killed it, with all it had started that is in its process group
        too_long,     // likewise: it has said more than it may
        stopped,      // likewise: whoever asked does not want to know any more
        not_started,
    };
    End end = End::not_started;
    int code = 0;        // the exit code, the signal, or the error of the system
    std::string output;  // up to the limit

    [[nodiscard]] bool is_success() const { return end == End::exited && code == 0; }
    /// A sentence without what the program has said; of a success too.
    [[nodiscard]] std::string sentence() const;
};

/// Runs it to its end. Blocks for `time_max` at most, and ends soon after a stop is asked for. Any
/// thread.
[[nodiscard]] ChildResult run_child(const ChildProgram& program, const std::stop_token& stop);

}  // namespace brusio::server
