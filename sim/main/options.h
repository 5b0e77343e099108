#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "sim/world/run.h"

namespace brusio::sim {

/// What the command line asks for.
struct CommandLine {
    RunOptions run;
    std::uint32_t seeds = 1;  // how many, from run.seed on
    std::string trace_file;   // "": none
    bool check_determinism = false;
    bool list_weather = false;
};

/// The command line, or the exit code if it was wrong or only asked for help; what there was to
/// say has been said.
[[nodiscard]] std::variant<CommandLine, int> read_command_line(int argc, char** argv);

}  // namespace brusio::sim
