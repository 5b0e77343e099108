#pragma once

namespace brusio::sim {

/// What `brusio-sim` tells the shell.
enum class ExitCode : int {
    pass = 0,
    violated = 1,  // an oracle found a broken promise
    unknown = 2,   // the run did not reach what it should have tested
    usage = 3,
    not_deterministic = 4,
    internal = 5,  // the simulator's own fault: a file it cannot write, a bug
};

}  // namespace brusio::sim
