#pragma once

#include <cstdio>

#include "sim/main/exit_code.h"
#include "sim/world/run.h"

namespace brusio::sim {

/// Several lines about one run; on failure the violations and one line that replays the run.
void print_summary(std::FILE* out, const RunReport& report, double cpu_seconds);
void print_weather_list(std::FILE* out);
[[nodiscard]] ExitCode exit_code_of(Verdict verdict);

}  // namespace brusio::sim
