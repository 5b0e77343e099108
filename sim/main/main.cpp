#include <algorithm>
#include <cstdio>
#include <memory>
#include <variant>

#include "sim/main/cpu_clock.h"
#include "sim/main/exit_code.h"
#include "sim/main/options.h"
#include "sim/main/summary.h"
#include "sim/main/trace_file.h"
#include "sim/world/run.h"

namespace brusio::sim {
namespace {

ExitCode check_determinism(const RunOptions& options) {
    const auto parted = first_divergence([&](TraceSink* sink) {
        RunOptions again = options;
        again.sink = sink;
        return run_once(again).trace;
    });
    if (!parted) return ExitCode::pass;
    std::printf("seed %llu: two runs of it differ\n%s\nreplay: %s --check-determinism\n",
                static_cast<unsigned long long>(options.seed), parted->c_str(),
                replay_line(options).c_str());
    return ExitCode::not_deterministic;
}

ExitCode run_seed(const CommandLine& line, RunOptions options) {
    std::unique_ptr<TraceFile> file;
    if (!line.trace_file.empty()) {
        file = std::make_unique<TraceFile>(line.trace_file);
        if (!file->is_open()) {
            std::fprintf(stderr, "brusio-sim: cannot write %s\n", line.trace_file.c_str());
            return ExitCode::internal;
        }
        options.sink = file.get();
    }
    const double before = cpu_seconds();
    const RunReport report = run_once(options);
    print_summary(stdout, report, cpu_seconds() - before);
    const ExitCode code = exit_code_of(report.verdict);
    if (code != ExitCode::pass || !line.check_determinism) return code;
    options.sink = nullptr;
    return check_determinism(options);
}

// The first failure decides; the other seeds are still run and printed.
ExitCode run_all(const CommandLine& line) {
    ExitCode worst = ExitCode::pass;
    for (std::uint32_t i = 0; i < line.seeds; ++i) {
        RunOptions options = line.run;
        options.seed += i;
        const ExitCode code = run_seed(line, options);
        if (worst == ExitCode::pass) worst = code;
    }
    return worst;
}

}  // namespace
}  // namespace brusio::sim

int main(int argc, char** argv) {
    using namespace brusio::sim;
    const auto asked = read_command_line(argc, argv);
    if (const int* code = std::get_if<int>(&asked)) return *code;
    const CommandLine& line = std::get<CommandLine>(asked);
    if (line.list_weather) {
        print_weather_list(stdout);
        return static_cast<int>(ExitCode::pass);
    }
    return static_cast<int>(run_all(line));
}
