#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/compare/table.h"

namespace brusio::bench {

/// How a table is made.
struct ContestPlan {
    Depth depth = Depth::full;
    std::uint32_t runs = 3;  // of each cell; the runs of the servers take turns
    int server_cpu = 0;
    int load_cpu = 1;
    Swarm::Wait wait = Swarm::Wait::spin;
    std::vector<std::string> only_trials;      // by id; empty: all
    std::vector<std::string> only_contenders;  // by name; empty: all that are there
    std::string our_programs;                  // folder of brusio-floor and brusiod
    std::string brusiod;                       // another brusiod than that, empty: that
};

/// Runs every trial against every contender, each run on a fresh server, and tells stderr how far
/// it is. Throws std::system_error if the CPUs cannot be had; a server that fails is a marked cell.
Table hold_contest(const ContestPlan& plan);

}  // namespace brusio::bench
